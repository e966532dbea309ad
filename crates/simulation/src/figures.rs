//! Figures with their confidence intervals. A webinar is one observation: requests of the same webinar share
//! municipalities and frames, so they are not counted as if they were independent.

/// Sums over webinars of two counts, enough for their ratio and how sure it is. Whole numbers, so that the order in which
/// webinars are added changes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratio {
    webinars: u64,
    above: u64,
    below: u64,
    above_squared: u64,
    below_squared: u64,
    product: u64,
}

/// An estimate with the interval that holds the true value in 95 of 100 repetitions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Where the interval begins, never below 0.
    pub low: f64,
    /// The estimate.
    pub value: f64,
    /// Where the interval ends.
    pub high: f64,
}

/// The two-sided 95 % point of the normal distribution.
const Z: f64 = 1.96;

impl Ratio {
    /// Adds a webinar's two counts.
    pub fn add(&mut self, above: u64, below: u64) {
        self.webinars += 1;
        self.above += above;
        self.below += below;
        self.above_squared += above * above;
        self.below_squared += below * below;
        self.product += above * below;
    }

    /// Adds what another has summed.
    pub fn merge(&mut self, other: &Self) {
        self.webinars += other.webinars;
        self.above += other.above;
        self.below += other.below;
        self.above_squared += other.above_squared;
        self.below_squared += other.below_squared;
        self.product += other.product;
    }

    /// The first count divided by the second, over all webinars, by the delta method; `None` where the second is 0, or
    /// there is but one webinar.
    pub fn estimate(&self) -> Option<Estimate> {
        if self.below == 0 || self.webinars < 2 {
            return None;
        }
        let webinars = number(self.webinars);
        let value = number(self.above) / number(self.below);
        let squares = number(self.above_squared) - 2.0 * value * number(self.product)
            + value * value * number(self.below_squared);
        let error = (squares.max(0.0) / (webinars - 1.0) / webinars).sqrt();
        let error = Z * error / (number(self.below) / webinars);
        Some(Estimate {
            low: (value - error).max(0.0),
            value,
            high: value + error,
        })
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sums of small counts, far below 2⁵³"
)]
fn number(sum: u64) -> f64 {
    sum as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of 1, 2 and 3 chosen, 0, 1 and 2 are financed: 3 of 6. Residuals −½, 0 and ½, so the error of the mean is
    /// √(½ ÷ 2 ÷ 3) = 0.2887, of the ratio half of that.
    #[test]
    fn the_worked_example() {
        let mut ratio = Ratio::default();
        for (financed, chosen) in [(0, 1), (1, 2), (2, 3)] {
            ratio.add(financed, chosen);
        }
        let Estimate { low, value, high } = ratio.estimate().unwrap();
        assert!((value - 0.5).abs() < 1e-9);
        assert!((high - 0.5 - 0.1443 * 1.96).abs() < 1e-3, "{high}");
        assert!((0.5 - low - (high - 0.5)).abs() < 1e-9);
    }

    #[test]
    fn of_nothing_there_is_no_ratio() {
        let mut ratio = Ratio::default();
        assert_eq!(ratio.estimate(), None);
        ratio.add(0, 0);
        ratio.add(0, 0);
        assert_eq!(ratio.estimate(), None);
    }
}
