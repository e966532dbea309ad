//! Fractions that are never rounded.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul};

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};

/// A number from 0 up, as a fraction in lowest terms. Amounts are in the unit of the election's costs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rational {
    numerator: BigUint,
    denominator: BigUint,
}

impl Rational {
    /// `numerator / denominator`.
    ///
    /// # Panics
    /// When the denominator is zero.
    pub fn new(numerator: impl Into<BigUint>, denominator: impl Into<BigUint>) -> Self {
        let (numerator, denominator) = (numerator.into(), denominator.into());
        assert!(!denominator.is_zero(), "a fraction of nothing");
        let common = numerator.gcd(&denominator);
        Self {
            numerator: numerator / &common,
            denominator: denominator / common,
        }
    }

    /// A whole number.
    pub fn whole(number: impl Into<BigUint>) -> Self {
        Self {
            numerator: number.into(),
            denominator: BigUint::from(1_u8),
        }
    }

    /// 0.
    pub fn zero() -> Self {
        Self::whole(0_u8)
    }

    /// What stands above the line, in lowest terms.
    pub fn numerator(&self) -> &BigUint {
        &self.numerator
    }

    /// What stands below the line, in lowest terms.
    pub fn denominator(&self) -> &BigUint {
        &self.denominator
    }

    /// Whether it is 0.
    pub fn is_zero(&self) -> bool {
        self.numerator.is_zero()
    }

    /// `self / other`; `None` when `other` is 0.
    pub fn divided_by(&self, other: &Self) -> Option<Self> {
        (!other.is_zero()).then(|| {
            Self::new(
                &self.numerator * &other.denominator,
                &self.denominator * &other.numerator,
            )
        })
    }

    /// `self − other`, never below 0.
    #[must_use]
    pub fn less(&self, other: &Self) -> Self {
        let (from, taken) = (
            &self.numerator * &other.denominator,
            &other.numerator * &self.denominator,
        );
        if from <= taken {
            return Self::zero();
        }
        Self::new(from - taken, &self.denominator * &other.denominator)
    }

    /// The whole part; the largest `u64` where it does not fit.
    pub fn floor(&self) -> u64 {
        (&self.numerator / &self.denominator)
            .to_u64()
            .unwrap_or(u64::MAX)
    }

    /// The next whole number, or the number itself where it is one; the largest `u64` where it does not fit.
    pub fn ceil(&self) -> u64 {
        self.numerator
            .div_ceil(&self.denominator)
            .to_u64()
            .unwrap_or(u64::MAX)
    }

    /// The nearest decimal fraction with so many decimals, halves up, as digits: `142.857`.
    pub fn to_decimals(&self, decimals: u32) -> String {
        let scale = BigUint::from(10_u8).pow(decimals);
        let doubled = &self.numerator * &scale * 2_u8 + &self.denominator;
        let rounded = doubled / (&self.denominator * 2_u8);
        let (whole, rest) = rounded.div_rem(&scale);
        if decimals == 0 {
            return whole.to_string();
        }
        let width = usize::try_from(decimals).unwrap_or_default();
        format!("{whole}.{:0>width$}", rest.to_string())
    }
}

impl From<u64> for Rational {
    fn from(number: u64) -> Self {
        Self::whole(number)
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }
}

impl Add<&Self> for Rational {
    type Output = Self;

    fn add(self, other: &Self) -> Self {
        Self::new(
            self.numerator * &other.denominator + &other.numerator * &self.denominator,
            self.denominator * &other.denominator,
        )
    }
}

impl Mul<u64> for &Rational {
    type Output = Rational;

    fn mul(self, times: u64) -> Rational {
        Rational::new(&self.numerator * times, self.denominator.clone())
    }
}

impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == BigUint::from(1_u8) {
            return write!(f, "{}", self.numerator);
        }
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_kept_in_lowest_terms() {
        assert_eq!(Rational::new(6_u8, 4_u8), Rational::new(3_u8, 2_u8));
        assert_eq!(Rational::new(6_u8, 4_u8).to_string(), "3/2");
        assert_eq!(Rational::new(6_u8, 3_u8).to_string(), "2");
    }

    #[test]
    fn it_is_rounded_only_where_that_is_asked_for() {
        let third = Rational::new(2_u8, 3_u8);
        assert_eq!((third.floor(), third.ceil()), (0, 1));
        assert_eq!(third.to_decimals(2), "0.67");
        assert_eq!(Rational::new(1_u8, 200_u8).to_decimals(2), "0.01");
        assert_eq!(Rational::whole(7_u8).to_decimals(0), "7");
        assert_eq!(Rational::whole(7_u8).ceil(), 7);
    }

    #[test]
    fn it_counts() {
        let (half, third) = (Rational::new(1_u8, 2_u8), Rational::new(1_u8, 3_u8));
        assert_eq!(half.clone() + &third, Rational::new(5_u8, 6_u8));
        assert_eq!(half.less(&third), Rational::new(1_u8, 6_u8));
        assert_eq!(third.less(&half), Rational::zero());
        assert_eq!(&third * 6, Rational::whole(2_u8));
        assert_eq!(half.divided_by(&third), Some(Rational::new(3_u8, 2_u8)));
        assert_eq!(half.divided_by(&Rational::zero()), None);
        assert!(half > third);
    }
}
