//! Ints of any size, in decimal. The reference only subtracts and compares them, and makes floats of them, all of which
//! is short to write on digits; a crate for all of arithmetic would be a fifth of the wasm package.

use std::cmp::Ordering;

use super::float;
use super::string;

/// An int of any size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    /// False for zero.
    negative: bool,
    /// In ASCII, without leading zeros but for zero itself.
    digits: Vec<u8>,
}

impl Decimal {
    /// From a sign, if it is a minus, and digits.
    pub fn parse(text: &[u8]) -> Self {
        match text.strip_prefix(b"-") {
            Some(digits) => Self::new(true, digits.into()),
            None => Self::new(false, text.into()),
        }
    }

    fn new(negative: bool, mut digits: Vec<u8>) -> Self {
        let zeros = digits.iter().take_while(|&&digit| digit == b'0').count().min(digits.len() - 1);
        digits.drain(..zeros);
        Self { negative: negative && digits != b"0", digits }
    }

    /// `int(float)` of a float that is not NaN and not infinite: exact.
    pub fn truncate(float: f64) -> Self {
        Self::new(float < 0.0, float::whole(float).into())
    }

    /// `float(self)`, rounded half to even; infinite where it is too large.
    pub fn to_float(&self) -> f64 {
        float::parse(self.to_string().as_bytes())
    }

    /// `self - other`
    pub fn minus(&self, other: &Self) -> Self {
        let size = compare_sizes(&self.digits, &other.digits);
        if self.negative != other.negative {
            Self::new(self.negative, add(&self.digits, &other.digits))
        } else if size == Ordering::Less {
            Self::new(!self.negative, subtract(&other.digits, &self.digits))
        } else {
            Self::new(self.negative, subtract(&self.digits, &other.digits))
        }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => compare_sizes(&self.digits, &other.digits),
            (true, true) => compare_sizes(&other.digits, &self.digits),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.negative { "-" } else { "" })?;
        f.write_str(&string::ascii(self.digits.clone()))
    }
}

fn compare_sizes(a: &[u8], b: &[u8]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

fn add(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut carry = 0;
    from_the_right(a, b, |a, b| {
        let sum = a + b + carry;
        carry = sum / 10;
        sum % 10
    })
}

/// `a - b`, where `a` is not the smaller.
fn subtract(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut borrow = 0;
    from_the_right(a, b, |a, b| {
        let difference = 10 + a - b - borrow;
        borrow = 1 - difference / 10;
        difference % 10
    })
}

/// Makes each digit of a result of two digits, from the lowest on, with one place more than the longer number has.
fn from_the_right(a: &[u8], b: &[u8], mut digit: impl FnMut(u8, u8) -> u8) -> Vec<u8> {
    let place = |digits: &[u8], place: usize| digits.iter().rev().nth(place).map_or(0, |digit| digit - b'0');
    let places = 0..=a.len().max(b.len());
    let mut result: Vec<u8> = places.map(|index| b'0' + digit(place(a, index), place(b, index))).collect();
    result.reverse();
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_machine_ints_do() {
        let numbers: [i128; 12] = [0, 1, -1, 9, 10, -10, 99, 100, -999, 1000, 123_456_789_012, -(1 << 100)];
        for a in numbers {
            for b in numbers {
                let (left, right) =
                    (Decimal::parse(a.to_string().as_bytes()), Decimal::parse(b.to_string().as_bytes()));
                assert_eq!(left.minus(&right).to_string(), (a - b).to_string());
                assert_eq!(left.cmp(&right), a.cmp(&b));
            }
            #[expect(clippy::cast_precision_loss, reason = "rounding is what is tested")]
            let float = a as f64;
            assert_eq!(Decimal::parse(a.to_string().as_bytes()).to_float().to_bits(), float.to_bits());
        }
    }

    #[test]
    fn floats_are_truncated_exactly() {
        assert_eq!(Decimal::truncate(-1e23).to_string(), "-99999999999999991611392");
        assert_eq!(Decimal::truncate(-0.9).to_string(), "0");
        assert_eq!(Decimal::truncate(f64::MAX).to_float().to_bits(), f64::MAX.to_bits());
    }
}
