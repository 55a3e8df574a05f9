//! Python's `int` and `float`, as far as the reference counts with them: subtraction and `>`, exact at any size, and
//! `repr`.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};

use super::document::NodeKind;
use super::exception::{Exception, Kind};
use super::value::Value;

/// An `int` of any size, or a `float`.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// An `int` that fits.
    Small(i64),
    /// An `int` of any size.
    Big(BigInt),
    /// A `float`.
    Float(f64),
}

impl Number {
    /// The number that a value is to Python's arithmetic, where it is one: a `bool` counts as 0 or 1.
    #[must_use]
    #[inline]
    pub fn of(value: Value<'_>) -> Option<Self> {
        match value.node().kind() {
            NodeKind::False => Some(Self::Small(0)),
            NodeKind::True => Some(Self::Small(1)),
            NodeKind::Int => Some(Self::parse_int(value.source_text())),
            NodeKind::Float => Some(Self::Float(value.float())),
            _ => None,
        }
    }

    fn parse_int(text: &[u8]) -> Self {
        let text = ascii(text);
        match text.parse() {
            Ok(small) => Self::Small(small),
            Err(_) => Self::Big(text.parse().expect("loads has checked the digits")),
        }
    }

    /// `type(number).__name__`
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        if matches!(self, Self::Float(_)) { "float" } else { "int" }
    }

    /// `self - other`
    ///
    /// # Errors
    /// `OverflowError` where an int meets a float and is too large to become one.
    #[inline]
    pub fn minus(&self, other: &Self) -> Result<Self, Exception> {
        Ok(match (self, other) {
            (Self::Small(a), Self::Small(b)) => match a.checked_sub(*b) {
                Some(difference) => Self::Small(difference),
                None => Self::Big(BigInt::from(*a) - BigInt::from(*b)),
            },
            (Self::Float(_), _) | (_, Self::Float(_)) => Self::Float(self.to_float()? - other.to_float()?),
            _ => Self::Big(self.to_big() - other.to_big()),
        })
    }

    /// `self > other`: exact, also between an int and a float; false where NaN takes part.
    #[must_use]
    #[inline]
    pub fn greater_than(&self, other: &Self) -> bool {
        self.compare(other) == Some(Ordering::Greater)
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Small(a), Self::Small(b)) => Some(a.cmp(b)),
            (Self::Float(a), Self::Float(b)) => a.partial_cmp(b),
            (Self::Float(a), _) => compare_exactly(other, *a).map(Ordering::reverse),
            (_, Self::Float(b)) => compare_exactly(self, *b),
            _ => Some(self.to_big().cmp(&other.to_big())),
        }
    }

    /// `float(number)`, rounded half to even.
    fn to_float(&self) -> Result<f64, Exception> {
        #[expect(clippy::cast_precision_loss, reason = "rounding is what float() does")]
        match self {
            Self::Small(int) => Ok(*int as f64),
            Self::Float(float) => Ok(*float),
            Self::Big(int) => int
                .to_f64()
                .filter(|float| float.is_finite())
                .ok_or_else(|| Exception::new(Kind::OverflowError, "int too large to convert to float")),
        }
    }

    fn to_big(&self) -> BigInt {
        match self {
            Self::Small(int) => BigInt::from(*int),
            Self::Big(int) => int.clone(),
            Self::Float(float) => BigInt::from_f64(*float).unwrap_or_default(),
        }
    }

    /// `str(number)`, without Python's limit on the digits of an int.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Self::Small(int) => int.to_string(),
            Self::Big(int) => int.to_string(),
            Self::Float(float) => float_repr(*float),
        }
    }
}

/// An int against a float, as exact numbers.
fn compare_exactly(int: &Number, float: f64) -> Option<Ordering> {
    /// Up to here every int is a float too.
    const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
    if float.is_nan() {
        None
    } else if let Number::Small(small) = int
        && small.unsigned_abs() <= EXACT
    {
        int.to_float().ok()?.partial_cmp(&float)
    } else if float.is_infinite() {
        Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater })
    } else {
        let whole = BigInt::from_f64(float.trunc())?;
        Some(int.to_big().cmp(&whole).then(0.0_f64.total_cmp(&(float - float.trunc()))))
    }
}

/// `repr` of an int, given its JSON text.
#[inline]
pub(super) fn int_repr(text: &[u8]) -> &[u8] {
    if text == b"-0" { b"0" } else { text }
}

/// `float(text)` of a number's JSON text.
pub(super) fn parse_float(text: &[u8]) -> f64 {
    ascii(text).parse().expect("loads has checked the number")
}

/// A number's text: `loads` lets nothing but ASCII into it.
fn ascii(text: &[u8]) -> &str {
    std::str::from_utf8(text).expect("a number is ASCII")
}

/// Whether a float's JSON text is surely its repr: then nothing needs to be computed. Two decimal numbers of at most
/// 15 digits never share a float, so the shortest digits that give it back are these.
#[inline]
pub(super) fn is_float_repr(text: &[u8]) -> bool {
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    let Some(point) = digits.iter().position(|&byte| byte == b'.') else { return false };
    let (whole, fraction) = (&digits[..point], &digits[point + 1..]);
    let large_enough = whole != b"0" || fraction == b"0" || fraction.iter().take(4).any(|&digit| digit != b'0');
    digits.len() <= 16
        && large_enough
        && fraction.iter().all(u8::is_ascii_digit)
        && (fraction == b"0" || fraction.last() != Some(&b'0'))
}

/// `repr(float)`
#[must_use]
pub fn float_repr(float: f64) -> String {
    let mut out = Vec::new();
    write_float_repr(float, &mut out);
    ascii(&out).to_owned()
}

/// Appends `repr(float)`: the shortest digits that give the float back, with an exponent from 1e16 up and below 1e-4.
pub(super) fn write_float_repr(float: f64, out: &mut Vec<u8>) {
    if !float.is_finite() {
        out.extend_from_slice(if float.is_nan() {
            b"nan"
        } else if float > 0.0 {
            b"inf"
        } else {
            b"-inf"
        });
        return;
    }
    let shortest = format!("{float:e}");
    let (mantissa, exponent) = shortest.split_once('e').expect("{:e} writes an exponent");
    let exponent: i32 = exponent.parse().expect("{:e} writes the exponent in digits");
    if float != 0.0 && !(-4..16).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        out.extend_from_slice(format!("{mantissa}e{sign}{:02}", exponent.unsigned_abs()).as_bytes());
    } else {
        // Debug writes the same shortest digits, here without an exponent and with the `.0` of a whole number.
        out.extend_from_slice(format!("{float:?}").as_bytes());
    }
}

/// `round(float, 4)`: correctly rounded on the binary value, half to even.
#[must_use]
pub fn round4(float: f64) -> f64 {
    parse_float(format!("{float:.4}").as_bytes())
}
