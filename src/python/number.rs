//! Python's `int` and `float`, as far as the reference counts with them: subtraction and `>`, exact at any size, and
//! `repr`.

use std::cmp::Ordering;

use super::decimal::Decimal;
use super::exception::{Exception, Kind};
use super::float;
use super::node::NodeKind;
use super::string;
use super::value::Value;

/// An `int` that does not fit into a [`Number::Small`].
#[derive(Clone, Debug, PartialEq)]
pub struct Big(Decimal);

/// An `int` of any size, or a `float`.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// An `int` that fits.
    Small(i64),
    /// An `int` of any size.
    Big(Big),
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
        let (sign, digits) = text.strip_prefix(b"-").map_or((1, text), |digits| (-1, digits));
        let digit = |digit: &u8| sign * i64::from(digit - b'0');
        if digits.len() <= 18 {
            // So many fit in any case, and checking each step would take several times as long.
            return Self::Small(digits.iter().fold(0, |number, next| 10 * number + digit(next)));
        }
        let small = digits.iter().try_fold(0_i64, |number, next| number.checked_mul(10)?.checked_add(digit(next)));
        small.map_or_else(|| Self::Big(Big(Decimal::parse(text))), Self::Small)
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
                None => Self::Big(Big(self.to_decimal().minus(&other.to_decimal()))),
            },
            (Self::Float(_), _) | (_, Self::Float(_)) => Self::Float(self.to_float()? - other.to_float()?),
            _ => Self::Big(Big(self.to_decimal().minus(&other.to_decimal()))),
        })
    }

    /// `self > other`: exact, also between an int and a float; false where NaN takes part.
    #[must_use]
    #[inline]
    pub fn greater_than(&self, other: &Self) -> bool {
        self.compare(other) == Some(Ordering::Greater)
    }

    /// `self == other`: exact, also between an int and a float.
    #[must_use]
    pub fn equals(&self, other: &Self) -> bool {
        self.compare(other) == Some(Ordering::Equal)
    }

    fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Small(a), Self::Small(b)) => Some(a.cmp(b)),
            (Self::Float(a), Self::Float(b)) => a.partial_cmp(b),
            (Self::Float(a), _) => compare_exactly(other, *a).map(Ordering::reverse),
            (_, Self::Float(b)) => compare_exactly(self, *b),
            _ => Some(self.to_decimal().cmp(&other.to_decimal())),
        }
    }

    /// `float(number)`, rounded half to even.
    fn to_float(&self) -> Result<f64, Exception> {
        #[expect(clippy::cast_precision_loss, reason = "rounding is what float() does")]
        match self {
            Self::Small(int) => Ok(*int as f64),
            Self::Float(float) => Ok(*float),
            Self::Big(Big(int)) => Some(int.to_float())
                .filter(|float| float.is_finite())
                .ok_or_else(|| Exception::new(Kind::OverflowError, "int too large to convert to float")),
        }
    }

    /// Whether it is NaN.
    #[must_use]
    pub fn is_nan(&self) -> bool {
        matches!(self, Self::Float(float) if float.is_nan())
    }

    /// Whether it is neither NaN nor infinite, as every int.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        !matches!(self, Self::Float(float) if !float.is_finite())
    }

    /// The float next to it; for an int that is too large for any, the largest.
    #[must_use]
    pub fn nearest_float(&self) -> f64 {
        match (self, self.to_float()) {
            (_, Ok(float)) => float,
            (Self::Big(Big(int)), Err(_)) => int.to_float().clamp(f64::MIN, f64::MAX),
            (_, Err(_)) => f64::NAN,
        }
    }

    /// An int in decimal; of a float, its whole part.
    fn to_decimal(&self) -> Decimal {
        match self {
            Self::Small(int) => Decimal::parse(int.to_string().as_bytes()),
            Self::Big(Big(int)) => int.clone(),
            Self::Float(float) => Decimal::truncate(*float),
        }
    }

    /// `str(number)`, without Python's limit on the digits of an int.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Self::Small(int) => int.to_string(),
            Self::Big(Big(int)) => int.to_string(),
            Self::Float(float) => float_repr(*float),
        }
    }
}

/// `str(int(float))` of a finite float.
#[must_use]
pub fn whole_text(float: f64) -> String {
    Decimal::truncate(float).to_string()
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
        let whole = Decimal::truncate(float);
        Some(int.to_decimal().cmp(&whole).then(0.0_f64.total_cmp(&(float - float.trunc()))))
    }
}

/// `repr` of an int, given its JSON text.
#[inline]
pub(super) fn int_repr(text: &[u8]) -> &[u8] {
    if text == b"-0" { b"0" } else { text }
}

/// Whether a float's JSON text is surely its repr: then nothing needs to be computed. Two decimal numbers of at most
/// 15 digits never share a float, so the shortest digits that give it back are these.
#[inline(never)]
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
    string::ascii(out)
}

/// Appends `repr(float)`: the shortest digits that give the float back, the nearest to it of these, the even ones of two
/// that are equally near (the standard library gives the others); with an exponent from 1e16 up and below 1e-4.
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
    let mut buffer = zmij::Buffer::new();
    let (digits, point) = shortest_digits(buffer.format_finite(float.abs()).as_bytes());
    if float.is_sign_negative() {
        out.push(b'-');
    }
    match usize::try_from(point) {
        Ok(point @ 1..=16) => {
            let (whole, fraction) = digits.split_at(point.min(digits.len()));
            out.extend_from_slice(whole);
            out.resize(out.len() + point - whole.len(), b'0');
            out.push(b'.');
            out.extend_from_slice(if fraction.is_empty() { b"0" } else { fraction });
        }
        _ if (-3..=0).contains(&point) => {
            out.extend_from_slice(b"0.");
            (point..0).for_each(|_| out.push(b'0'));
            out.extend_from_slice(&digits);
        }
        _ => {
            let (first, rest) = digits.split_at(1);
            out.extend_from_slice(first);
            if !rest.is_empty() {
                out.push(b'.');
                out.extend_from_slice(rest);
            }
            let exponent = (point - 1).unsigned_abs();
            out.extend_from_slice(if point > 0 { b"e+" } else { b"e-" });
            out.extend_from_slice(if exponent < 10 { b"0" } else { b"" });
            out.extend_from_slice(exponent.to_string().as_bytes());
        }
    }
}

/// The significant digits of a positive decimal number, and where its point stands among them: 0.012 is 12 with the
/// point at -1. Zero is 0 with the point at 1.
fn shortest_digits(decimal: &[u8]) -> (Vec<u8>, i64) {
    let find = |byte| decimal.iter().position(|&other| other == byte);
    let end = find(b'e').unwrap_or(decimal.len());
    let point = find(b'.').unwrap_or(end);
    let mut digits: Vec<u8> = decimal[..end].iter().copied().filter(|&byte| byte != b'.').collect();
    let zeros = digits.iter().take_while(|&&digit| digit == b'0').count();
    if zeros == digits.len() {
        return (b"0".to_vec(), 1);
    }
    digits.drain(..zeros);
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    (digits, float::read_exponent(&decimal[end..]) + float::signed(point) - float::signed(zeros))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What CPython 3.13 says.
    #[test]
    fn floats_are_written_as_python_does() {
        let cases = [
            (1.149_362_428_199_531_3e15, "1149362428199531.2"),
            (1.023_576_165_731_716_3e14, "102357616573171.62"),
            (5e-324, "5e-324"),
            (1e16, "1e+16"),
            (9_999_999_999_999_998.0, "9999999999999998.0"),
            (1e-4, "0.0001"),
            (0.001_25, "0.00125"),
            (1e-5, "1e-05"),
            (123_456.0, "123456.0"),
            (f64::MAX, "1.7976931348623157e+308"),
            (0.5, "0.5"),
            (-2.5, "-2.5"),
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1e22, "1e+22"),
            (1e23, "1e+23"),
            (f64::NAN, "nan"),
            (f64::NEG_INFINITY, "-inf"),
        ];
        for (float, repr) in cases {
            assert_eq!(float_repr(float), repr);
        }
    }

    /// A text that is taken for its own repr without being computed is that.
    #[test]
    fn the_short_way_to_a_repr_gives_the_same() {
        for text in
            ["0.0", "-0.0", "1.5", "100.25", "0.1", "0.0001", "0.00012", "12345678901234.5", "-7.0", "0.00012345678901"]
        {
            assert!(is_float_repr(text.as_bytes()), "{text}");
            assert_eq!(float_repr(float::parse(text.as_bytes())), text);
        }
        for text in ["1.50", "0.00001", "1.5e3", "1e5", "1.00", "123456789012345.6", "NaN", "-Infinity", "0.10"] {
            assert!(!is_float_repr(text.as_bytes()), "{text}");
        }
    }

    /// Exact halves go to the even digit, as CPython's `round(…, 4)` has it.
    #[test]
    fn rounding_goes_half_to_even() {
        for (hits, look_ups, rate) in
            [(1.0, 32.0, 0.0312), (3.0, 32.0, 0.0938), (1.0, 160.0, 0.0063), (2.0, 3.0, 0.6667)]
        {
            assert_eq!(float::round4(hits / look_ups).to_bits(), f64::to_bits(rate));
        }
    }
}
