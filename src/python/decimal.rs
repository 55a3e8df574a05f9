//! Ints of any size, in decimal. The reference only subtracts and compares them, and makes floats of them.
//!
//! num-bigint does that too. It is 23 kB of the package after gzip, and ages of ints of 1,000 digits take 1.5 times as
//! long, since it makes binary numbers of them.

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

    /// `int(float)`, which is exact; `None` for NaN and the infinities.
    pub fn truncate(float: f64) -> Option<Self> {
        if !float.is_finite() {
            return None;
        }
        let (mantissa, power) = parts(float);
        let Ok(power) = u32::try_from(power) else {
            #[expect(clippy::cast_possible_truncation, reason = "it is what is wanted, and of 53 bits at the most")]
            return Some(Self::parse((float as i64).to_string().as_bytes()));
        };
        let digits = times_power(mantissa, (2, 56), power);
        Some(Self::new(float < 0.0, digits))
    }

    /// `float(self)`, rounded half to even; infinite if it is too large.
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

/// `a - b`. `a` must not be the smaller.
fn subtract(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut borrow = 0;
    from_the_right(a, b, |a, b| {
        let difference = 10 + a - b - borrow;
        borrow = 1 - difference / 10;
        difference % 10
    })
}

/// Makes each digit of a result of two digits, from the lowest on, with one digit more than the longer number has.
fn from_the_right(a: &[u8], b: &[u8], mut digit: impl FnMut(u8, u8) -> u8) -> Vec<u8> {
    let mut result = vec![b'0'; a.len().max(b.len()) + 1];
    let [mut a, mut b] = [a, b].map(|digits| digits.iter().rev().map(|digit| digit - b'0'));
    for place in result.iter_mut().rev() {
        *place += digit(a.next().unwrap_or(0), b.next().unwrap_or(0));
    }
    result
}

/// All digits of the number half-way from a float to the next, and where its point stands among them: 0.012 is 12 with
/// the point at -1. The float must be finite and not negative.
pub(super) fn half_way(float: f64) -> (Vec<u8>, i64) {
    let (mantissa, power) = parts(float);
    // 2 to the power of -n is 5 to the power of n, with the point n places further left.
    let power = power - 1;
    let base = if power < 0 { (5, 24) } else { (2, 56) };
    let digits = times_power(2 * mantissa + 1, base, power.unsigned_abs());
    let point = i64::try_from(digits.len()).unwrap_or_default() + i64::from(power.min(0));
    (digits, point)
}

/// The digits of a number times a power. `most`: how much of the power fits in 64 bits times a digit, and what is carried.
fn times_power(number: u64, (base, most): (u64, u32), mut power: u32) -> Vec<u8> {
    let mut digits = number.to_string().into_bytes();
    digits.reverse();
    while power > 0 {
        let step = power.min(most);
        multiply(&mut digits, base.pow(step));
        power -= step;
    }
    digits.reverse();
    digits
}

/// A float as a whole number times a power of two.
fn parts(float: f64) -> (u64, i32) {
    const STORED: u32 = f64::MANTISSA_DIGITS - 1;
    let bits = float.abs().to_bits();
    let stored = bits & ((1 << STORED) - 1);
    match i32::try_from(bits >> STORED).unwrap_or_default() {
        0 => (stored, -1074),
        exponent => (stored | 1 << STORED, exponent - 1075),
    }
}

/// Multiplies digits, the lowest first.
fn multiply(digits: &mut Vec<u8>, by: u64) {
    let mut carry = 0;
    for digit in digits.iter_mut() {
        carry += u64::from(*digit - b'0') * by;
        *digit = last_digit(carry);
        carry /= 10;
    }
    while carry > 0 {
        digits.push(last_digit(carry));
        carry /= 10;
    }
}

fn last_digit(number: u64) -> u8 {
    b'0' + (number % 10) as u8
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    /// As the standard library writes a float in all its digits.
    #[test]
    fn floats_are_truncated_exactly() {
        let check = |float: f64| {
            let expected = format!("{:.0}", float.trunc());
            let expected = if expected == "-0" { "0" } else { &expected };
            assert_eq!(Decimal::truncate(float).expect("a finite float").to_string(), expected, "{float:e}");
        };
        for float in
            [0.0, -0.0, 0.9, -0.9, 1.0, -1.5, 1e15, 4_503_599_627_370_495.5, -1e23, f64::MIN_POSITIVE, f64::MAX]
        {
            check(float);
        }
        for exponent in 0..1024 {
            let power = 2.0_f64.powi(exponent);
            [power, power.next_up(), power.next_down(), -power].into_iter().for_each(check);
        }
        let mut random = fastrand::Rng::with_seed(5);
        let floats = std::iter::repeat_with(|| f64::from_bits(random.u64(..)));
        floats.take(5000).filter(|float| float.is_finite()).for_each(check);
        assert_eq!(Decimal::truncate(f64::NAN), None);
        assert_eq!(Decimal::truncate(f64::NEG_INFINITY), None);
    }
}
