//! `float(text)`, which the standard library computes exactly, and `round(float, 4)`.

/// Bytes of a number that the standard library reads right with any exponent. It counts an exponent no further than to
/// 65,536 or a little more, which matters if as many zeros make up for it.
const LONG: usize = 60_000;

/// Digits of a number that can matter for the nearest float. Of those after them, it matters whether all are 0.
const MAX_DIGITS: usize = 800;

/// The nearest float to the number of a JSON text, half to even; infinite if it is too large.
pub(super) fn parse(text: &[u8]) -> f64 {
    let text = str::from_utf8(text).unwrap_or_default();
    let float = if text.len() <= LONG { text.parse() } else { shorten(text).parse() };
    // Unreachable: the standard library reads all that JSON calls a number, and `NaN` and `Infinity` too.
    float.unwrap_or(f64::NAN)
}

/// `float(f"{count}e{exponent}")`
#[must_use]
pub fn decimal(count: i32, exponent: i32) -> f64 {
    parse(format!("{count}e{exponent}").as_bytes())
}

/// `round(float, 4)` of a float from 0 to 1: correctly rounded on the binary value, half to even. Formatting it as
/// `{:.4}` would say the same, and add 8 kB to the package after gzip.
#[must_use]
pub fn round4(float: f64) -> f64 {
    let scaled = 10_000.0 * float;
    // What rounding the product took from it: it only matters if the product seems to be a half.
    let lost = float.mul_add(10_000.0, -scaled);
    let whole = match scaled.fract() {
        0.5 if lost > 0.0 => scaled.ceil(),
        0.5 if lost < 0.0 => scaled.floor(),
        _ => scaled.round_ties_even(),
    };
    whole / 10_000.0
}

/// A number in as few digits as the nearest float needs, so that its exponent is small if it is not far from 0.
fn shorten(text: &str) -> String {
    let (sign, number) = text.strip_prefix('-').map_or(("", text), |number| ("-", number));
    let (digits, point) = significant(number);
    let kept: String = digits.clone().take(MAX_DIGITS).map(char::from).collect();
    let more = u8::from(digits.skip(MAX_DIGITS).any(|digit| digit != b'0'));
    format!("{sign}0.{kept}{more}e{point}")
}

/// The digits of a decimal number without a sign, from the first one on that is not 0, and where its point stands among
/// them: 0.012 is 12 with the point at -1.
pub(super) fn significant(number: &str) -> (impl Iterator<Item = u8> + Clone, i64) {
    /// Far beyond any number of digits.
    const FAR: i64 = 1 << 40;
    let (number, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = whole.bytes().chain(fraction.bytes());
    let zeros = digits.clone().take_while(|&digit| digit == b'0').count();
    let exponent = exponent.parse().unwrap_or(if exponent.starts_with('-') { -FAR } else { FAR });
    let count = |count: usize| i64::try_from(count).unwrap_or(FAR);
    (digits.skip(zeros), exponent.clamp(-FAR, FAR) + count(whole.len()) - count(zeros))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, float: f64) {
        assert_eq!(parse(text.as_bytes()).to_bits(), float.to_bits(), "{text:.60}");
        assert_eq!(parse(format!("-{text}").as_bytes()).to_bits(), (-float).to_bits(), "-{text:.60}");
    }

    /// What CPython says.
    #[test]
    fn texts_become_the_nearest_float() {
        check("0.000e-400", 0.0);
        check("1E+2", 100.0);
        check("1.7976931348623158e308", f64::MAX);
        check("1.7976931348623159e308", f64::INFINITY);
        check("1e99999999999999999999", f64::INFINITY);
        check("2.4703282292062328e-324", 5e-324);
        check("2.4703282292062327e-324", 0.0);
        check("1e-99999999999999999999", 0.0);
        check("9007199254740993", 9_007_199_254_740_992.0);
        check("9007199254740993.00000000000000000000001", 9_007_199_254_740_994.0);
        check("Infinity", f64::INFINITY);
        assert!(parse(b"NaN").is_nan());
    }

    /// As many zeros as the exponent makes up for, or nearly.
    #[test]
    fn long_texts_become_the_nearest_float() {
        for count in [0, LONG - 20, LONG, 70_000, 2_000_000] {
            let zeros = "0".repeat(count);
            check(&format!("0.{zeros}25e{}", count + 2), 25.0);
            check(&format!("0{zeros}25.50{zeros}e+1"), 255.0);
            check(&format!("25{zeros}e-{count}"), 25.0);
            check(&format!("25{zeros}.0E-{}", count + 300), 25e-300);
            check(&format!("25{zeros}e{}", 500), f64::INFINITY);
            check(&format!("0.{zeros}25e-{}", 500), 0.0);
            check(&format!("0.{zeros}e{}", count + 5), 0.0);
            check(&format!("1{zeros}e99999999999999999999"), f64::INFINITY);
            check(&format!("1{zeros}e-99999999999999999999"), 0.0);
            // Half-way between two floats, and above that at the very end.
            check(&format!("9007199254740993.{zeros}0"), 9_007_199_254_740_992.0);
            check(&format!("9007199254740993.{zeros}1"), 9_007_199_254_740_994.0);
        }
    }

    /// As the standard library formats: exactly, half to even.
    #[test]
    fn rounds_to_four_places() {
        let check = |float: f64| {
            let expected: f64 = format!("{float:.4}").parse().expect("a number");
            assert_eq!(round4(float).to_bits(), expected.to_bits(), "{float}");
        };
        for all in 1..400_u16 {
            (0..=all).for_each(|hits| check(f64::from(hits) / f64::from(all)));
        }
        // Next to a half, and halves of which the binary value is one: 1/32 is 0.03125.
        for number in 0..10_000_u16 {
            let half = (f64::from(number) + 0.5) / 10_000.0;
            [half.next_down(), half, half.next_up()].into_iter().for_each(check);
            check(f64::from(number) / 16_384.0);
        }
    }
}
