//! Numbers that are drawn, the same ones from the same seed on every machine and in every version: `SplitMix64` (Steele,
//! Lea and Flood 2014).

/// Draws numbers from a seed.
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    /// Begins anew for one webinar: the numbers of two places of the same seed have nothing to do with each other.
    pub fn new(seed: u64, place: [u64; 2]) -> Self {
        let mut random = Self { state: seed };
        for part in place {
            random.state = random.next() ^ part;
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up, below 1, every number as likely.
    #[expect(
        clippy::cast_precision_loss,
        reason = "53 bits are what a float holds exactly"
    )]
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From `least` up, below `most`.
    pub fn between(&mut self, least: f64, most: f64) -> f64 {
        least + (most - least) * self.unit()
    }

    /// From 0 up, below `end`; 0 where there is nothing to draw from.
    pub fn below(&mut self, end: usize) -> usize {
        let drawn = (u128::from(self.next()) * end as u128) >> 64;
        usize::try_from(drawn).unwrap_or_default()
    }

    /// Whether something happens that has this probability.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Log-normal around 1: e to the power of a normal number with standard deviation `sigma` (Box and Muller 1958).
    pub fn factor(&mut self, sigma: f64) -> f64 {
        // Never the logarithm of 0.
        let (radius, angle) = (1.0 - self.unit(), self.unit());
        let normal = (-2.0 * radius.ln()).sqrt() * (std::f64::consts::TAU * angle).cos();
        (sigma * normal).exp()
    }

    /// So many of the first `of` numbers, in the order in which they are drawn.
    pub fn some(&mut self, count: usize, of: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..of).collect();
        let count = count.min(of);
        for at in 0..count {
            let other = at + self.below(of - at);
            all.swap(at, other);
        }
        all.truncate(count);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published first numbers of `SplitMix64` from the seed 1234567.
    #[test]
    fn it_is_the_published_generator() {
        let mut random = Random { state: 1_234_567 };
        let drawn = [random.next(), random.next(), random.next()];
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!(drawn, published);
    }

    #[test]
    fn half_of_what_is_log_normal_lies_below_the_median_and_two_thirds_within_one_sigma() {
        let mut random = Random::new(1, [0, 0]);
        let drawn: Vec<f64> = (0..20_000).map(|_| random.factor(0.6)).collect();
        let part =
            |is_one: &dyn Fn(f64) -> bool| drawn.iter().filter(|&&factor| is_one(factor)).count();
        assert!(part(&|factor| factor < 1.0).abs_diff(10_000) < 300);
        let within = part(&|factor| factor.ln().abs() < 0.6);
        assert!(within.abs_diff(13_654) < 300, "{within}");
    }

    #[test]
    fn some_are_others_each_time_and_nobody_twice() {
        let mut random = Random::new(5, [3, 1]);
        let (mut first, second) = (random.some(20, 98), random.some(20, 98));
        assert_ne!(first, second);
        first.sort_unstable();
        first.dedup();
        assert_eq!(first.len(), 20);
        assert_eq!(random.some(9, 3).len(), 3);
    }
}
