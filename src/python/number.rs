//! Python's `int` and `float`, as far as the reference counts with them: subtraction and `>`, exact at any size, and
//! `repr`.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::text::Buffer;

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
    /// An int of at most 18 digits; `None` for any other value.
    #[must_use]
    #[inline]
    pub(crate) fn small_int(value: Value<'_>) -> Option<i64> {
        let text = value.source_text();
        // 18 digits always fit. To check each step would take several times as long.
        (value.node().kind() == NodeKind::Int && text.len() <= 18).then(|| {
            let (sign, digits) = text.strip_prefix(b"-").map_or((1, text), |digits| (-1, digits));
            sign * digits.iter().fold(0, |number, &digit| 10 * number + i64::from(digit - b'0'))
        })
    }

    /// The number that a value is to Python's arithmetic, if it is one: a `bool` counts as 0 or 1.
    #[must_use]
    pub fn of(value: Value<'_>) -> Option<Self> {
        match value.node().kind() {
            NodeKind::False => Some(Self::Small(0)),
            NodeKind::True => Some(Self::Small(1)),
            NodeKind::Int => {
                Some(Self::small_int(value).map_or_else(|| Self::parse_int(value.source_text()), Self::Small))
            }
            NodeKind::Float => Some(Self::Float(value.float())),
            _ => None,
        }
    }

    fn parse_int(text: &[u8]) -> Self {
        let (sign, digits) = text.strip_prefix(b"-").map_or((1, text), |digits| (-1, digits));
        let digit = |digit: &u8| sign * i64::from(digit - b'0');
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
    /// `OverflowError` if an int meets a float and is too large to become one.
    pub fn minus(&self, other: &Self) -> Result<Self, Exception> {
        match (self, other) {
            (Self::Small(a), Self::Small(b)) if let Some(difference) = a.checked_sub(*b) => Ok(Self::Small(difference)),
            (Self::Float(_), _) | (_, Self::Float(_)) => Ok(Self::Float(self.to_float()? - other.to_float()?)),
            _ => Ok(Self::parse_int(self.to_int().minus(&other.to_int()).to_string().as_bytes())),
        }
    }

    /// `self > other`: exact, also between an int and a float; false if one is NaN.
    #[must_use]
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
            _ => Some(self.to_int().cmp(&other.to_int())),
        }
    }

    /// `float(number)`
    fn to_float(&self) -> Result<f64, Exception> {
        let float = self.rounded();
        if float.is_finite() || matches!(self, Self::Float(_)) {
            Ok(float)
        } else {
            Err(Exception::new(Kind::OverflowError, "int too large to convert to float"))
        }
    }

    /// The nearest float, half to even; infinite for an int that is too large for any.
    fn rounded(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "it is what is wanted")]
        match self {
            Self::Small(int) => *int as f64,
            Self::Big(Big(int)) => int.to_float(),
            Self::Float(float) => *float,
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
        match self {
            Self::Big(_) => self.rounded().clamp(f64::MIN, f64::MAX),
            _ => self.rounded(),
        }
    }

    /// An int in decimal; of a float, its whole part.
    fn to_int(&self) -> Cow<'_, Decimal> {
        match self {
            Self::Small(int) => Cow::Owned(Decimal::parse(int.to_string().as_bytes())),
            Self::Big(Big(int)) => Cow::Borrowed(int),
            Self::Float(float) => Cow::Owned(Decimal::truncate(*float).unwrap_or(Decimal::parse(b"0"))),
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
    Number::Float(float).to_int().to_string()
}

/// An int against a float, as exact numbers.
fn compare_exactly(int: &Number, float: f64) -> Option<Ordering> {
    /// Up to here every int is a float too.
    const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
    if let Number::Small(small) = int
        && small.unsigned_abs() <= EXACT
    {
        return int.rounded().partial_cmp(&float);
    }
    match Decimal::truncate(float) {
        Some(whole) => Some(int.to_int().as_ref().cmp(&whole).then(0.0_f64.total_cmp(&(float - float.trunc())))),
        None => 0.0.partial_cmp(&float),
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
    let mut out = Buffer::default();
    write_float_repr(float, &mut out);
    string::ascii(out.into_text())
}

/// Appends `repr(float)`: the shortest digits that give the float back, the nearest to it of these, the even ones of two
/// that are equally near (the standard library gives the others); with an exponent from 1e16 up and below 1e-4.
pub(super) fn write_float_repr(float: f64, out: &mut Buffer) {
    if !float.is_finite() {
        out.extend(if float.is_nan() {
            b"nan"
        } else if float > 0.0 {
            b"inf"
        } else {
            b"-inf"
        });
        return;
    }
    let mut buffer = zmij::Buffer::new();
    let (digits, point) = shortest_digits(buffer.format_finite(float.abs()));
    if float.is_sign_negative() {
        out.add(b"-");
    }
    match usize::try_from(point) {
        Ok(point @ 1..=16) => {
            let (whole, fraction) = digits.split_at(point.min(digits.len()));
            out.extend(whole);
            (whole.len()..point).for_each(|_| out.add(b"0"));
            out.add(b".");
            out.extend(if fraction.is_empty() { b"0" } else { fraction });
        }
        _ if (-3..=0).contains(&point) => {
            out.add(b"0.");
            (point..0).for_each(|_| out.add(b"0"));
            out.extend(&digits);
        }
        _ => {
            let (first, rest) = digits.split_at(1);
            out.extend(first);
            if !rest.is_empty() {
                out.add(b".");
                out.extend(rest);
            }
            let exponent = (point - 1).unsigned_abs();
            out.extend(if point > 0 { b"e+" } else { b"e-" });
            out.extend(if exponent < 10 { b"0" } else { b"" });
            out.extend(exponent.to_string().as_bytes());
        }
    }
}

/// The significant digits of a decimal number without a sign, and where among them its point is: 0.012 is 12 with the
/// point at -1. Zero is 0 with the point at 1.
fn shortest_digits(number: &str) -> (Vec<u8>, i64) {
    let (digits, point) = float::significant(number);
    let mut digits: Vec<u8> = digits.collect();
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    if digits.is_empty() { (b"0".to_vec(), 1) } else { (digits, point) }
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

    fn int(text: &str) -> Number {
        Number::parse_int(text.as_bytes())
    }

    /// Ints of any size are counted with as machine ints are.
    #[test]
    fn ints_of_any_size() {
        let numbers: [i128; 14] = [
            0,
            1,
            -1,
            999,
            -1000,
            i64::MAX.into(),
            i64::MIN.into(),
            1 << 63,
            -(1 << 63) - 1,
            (1 << 64) + 5,
            (1 << 64) + 3,
            -(1 << 100),
            (1 << 100) - 1,
            i128::MAX / 2,
        ];
        for a in numbers {
            let left = int(&a.to_string());
            assert_eq!((left.to_text(), matches!(left, Number::Small(_))), (a.to_string(), i64::try_from(a).is_ok()));
            #[expect(clippy::cast_precision_loss, reason = "rounding is what is tested")]
            let float = a as f64;
            assert_eq!(left.rounded().to_bits(), float.to_bits());
            for b in numbers {
                let right = int(&b.to_string());
                assert_eq!(left.minus(&right), Ok(int(&(a - b).to_string())), "{a} - {b}");
                assert_eq!(left.compare(&right), Some(a.cmp(&b)), "{a} and {b}");
            }
        }
    }

    /// Half-way between the largest float and what would be the next one, and one less: what CPython says.
    #[test]
    fn the_largest_ints_that_are_floats() {
        let exact = |float: f64| Decimal::truncate(float).expect("a finite float");
        let half = exact(f64::MAX).minus(&exact(-(2.0_f64.powi(970))));
        let below = half.minus(&exact(1.0));
        assert_eq!(int(&below.to_string()).to_float(), Ok(f64::MAX));
        assert!(int(&half.to_string()).to_float().is_err_and(|error| error.kind == Kind::OverflowError));
        assert_eq!(int(&format!("-{half}")).nearest_float().to_bits(), f64::MIN.to_bits());
    }

    /// Exact, even if the int as a float would be the same.
    #[test]
    fn ints_meet_floats_exactly() {
        use Ordering::{Equal, Greater, Less};
        for (text, float, order) in [
            ("9007199254740993", 9_007_199_254_740_992.0, Some(Greater)),
            ("99999999999999991611392", 1e23, Some(Equal)),
            ("99999999999999991611391", 1e23, Some(Less)),
            ("-99999999999999991611393", -1e23, Some(Less)),
            ("9223372036854775807", 9_223_372_036_854_775_808.0, Some(Less)),
            ("4503599627370496", 4_503_599_627_370_495.5, Some(Greater)),
            ("0", -0.0, Some(Equal)),
            ("-1", -0.5, Some(Less)),
            ("1", f64::INFINITY, Some(Less)),
            ("100000000000000000000", f64::NEG_INFINITY, Some(Greater)),
            ("100000000000000000000", f64::NAN, None),
        ] {
            assert_eq!(int(text).compare(&Number::Float(float)), order, "{text} and {float}");
            assert_eq!(Number::Float(float).compare(&int(text)), order.map(Ordering::reverse), "{float} and {text}");
        }
        assert_eq!((whole_text(-1e23), whole_text(-0.9)), ("-99999999999999991611392".to_owned(), "0".to_owned()));
    }
}
