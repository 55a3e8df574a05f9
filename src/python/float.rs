//! `float(text)` and `round(float, 4)`.
//!
//! The standard library reads a float too, from a table of 10 kB that nothing compresses. With this there is none: the
//! package is 11 kB smaller after gzip.

use minimal_lexical::Float;
use minimal_lexical::bellerophon::bellerophon;
use minimal_lexical::extended_float::extended_to_float;
use minimal_lexical::number::Number;
use minimal_lexical::slow::slow;

/// Powers of ten that are floats.
#[rustfmt::skip]
static POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// So many digits always fit into 64 bits.
const DIGITS: usize = 19;

/// The nearest float to the number of a JSON text, half to even; infinite if it is too large.
pub(super) fn parse(text: &[u8]) -> f64 {
    match text {
        [b'-', number @ ..] => -nearest(number),
        number => nearest(number),
    }
}

fn nearest(text: &[u8]) -> f64 {
    match text.first() {
        Some(b'I') => return f64::INFINITY,
        Some(b'N') | None => return f64::NAN,
        _ => {}
    }
    let digits_end = |from: usize| {
        text[from..].iter().position(|byte| !byte.is_ascii_digit()).map_or(text.len(), |count| from + count)
    };
    let point = digits_end(0);
    let end = if text.get(point) == Some(&b'.') { digits_end(point + 1) } else { point };
    let (whole, fraction) = (&text[..point], text.get(point + 1..end).unwrap_or_default());
    let (mut mantissa, mut count, mut read) = (0, 0, 0);
    'digits: for part in [whole, fraction] {
        for digit in part {
            if count == DIGITS {
                break 'digits;
            }
            mantissa = 10 * mantissa + u64::from(digit - b'0');
            count += usize::from(mantissa > 0);
            read += 1;
        }
    }
    let left_out = whole.len() + fraction.len() - read;
    let mut rest = whole.iter().skip(read).chain(fraction.iter().skip(read.saturating_sub(whole.len())));
    let rounding = u64::from(rest.clone().next().is_some_and(|&digit| digit >= b'5'));
    let many_digits = rest.any(|&digit| digit != b'0');
    let exponent = text.get(end + 1..).map_or(0, exponent);
    let places = |count: usize| i64::try_from(count).unwrap_or(FAR);
    let exponent = exponent - places(fraction.len()) + places(left_out);
    let power = usize::try_from(exponent.unsigned_abs()).ok().and_then(|power| POWERS.get(power));
    #[expect(clippy::cast_precision_loss, reason = "it is a float up to there")]
    if let (Some(power), 0..=0x1F_FFFF_FFFF_FFFF, false) = (power, mantissa, many_digits) {
        // Of two floats, so it is the nearest to the quotient or product.
        return if exponent < 0 { mantissa as f64 / power } else { mantissa as f64 * power };
    }
    // Up to 19 digits do not make up for a larger exponent.
    let exponent = i32::try_from(exponent.clamp(-2000, 2000)).unwrap_or_default();
    let number = Number { mantissa, exponent, many_digits };
    far_from_small(number, rounding, [whole, fraction])
}

/// For numbers that are not a quotient or product of two small ones.
#[inline(never)]
fn far_from_small(number: Number, rounding: u64, [whole, fraction]: [&[u8]; 2]) -> f64 {
    // Of a number with more digits, it takes the mantissa to be wrong by at most a half.
    let mut float = bellerophon::<f64>(&Number { mantissa: number.mantissa + rounding, ..number });
    if float.exp < 0 {
        // It may be half-way between two.
        float.exp -= f64::INVALID_FP;
        let zeros = whole.iter().take_while(|&&digit| digit == b'0').count();
        float = slow::<f64, _, _>(number, float, whole[zeros..].iter(), fraction.iter());
    }
    extended_to_float(float)
}

/// Far beyond any number of digits.
const FAR: i64 = 1 << 40;

fn exponent(text: &[u8]) -> i64 {
    let (sign, digits) = match text {
        [b'-', digits @ ..] => (-1, digits),
        [b'+', digits @ ..] | digits => (1, digits),
    };
    sign * digits.iter().fold(0, |number, digit| FAR.min(10 * number + i64::from(digit - b'0')))
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

/// The digits of a decimal number without a sign, from the first one on that is not 0, and where its point stands among
/// them: 0.012 is 12 with the point at -1.
pub(super) fn significant(number: &str) -> (impl Iterator<Item = u8> + Clone, i64) {
    let (number, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = whole.bytes().chain(fraction.bytes());
    let zeros = digits.clone().take_while(|&digit| digit == b'0').count();
    let count = |count: usize| i64::try_from(count).unwrap_or(FAR);
    (digits.skip(zeros), self::exponent(exponent.as_bytes()) + count(whole.len()) - count(zeros))
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
        for count in [0, 60_000, 70_000, 2_000_000] {
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

    /// The standard library reads floats exactly. Numbers of every length and size, and those next to half-way between two
    /// floats, which need up to 767 digits to tell.
    #[test]
    #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "random numbers")]
    fn reads_as_the_standard_library_does() {
        let mut random = 1_u64;
        let mut next = || {
            random = random.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
            (random ^ random >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 16
        };
        let check = |text: &str| {
            let expected: f64 = text.parse().expect("a number");
            assert_eq!(parse(text.as_bytes()).to_bits(), expected.to_bits(), "{text}");
        };
        for _ in 0..20_000 {
            let digits = format!("{}{}{}", next(), next(), next());
            let (length, point) = (1 + next() as usize % digits.len(), next() as usize % digits.len());
            let digits = &digits[..length];
            let exponent = next() as i64 % 700 - 350;
            check(&format!("{digits}e{exponent}"));
            check(&format!("{}.{}1", &digits[..point.min(length)], &digits[point.min(length)..]).replace("..", "0."));
            check(&format!("0.{}{digits}E{}", "0".repeat(point), exponent + 20));
        }
        for _ in 0..200 {
            // Half-way between two floats: (2m + 1) / 2^n is (2m + 1) 5^n / 10^n.
            let half = (1 << 53 | next() << 8 | 1) & ((1 << 54) - 1);
            let digits = |half: u64, n: usize| {
                let mut digits: Vec<u64> =
                    half.to_string().bytes().rev().map(|digit| u64::from(digit - b'0')).collect();
                for _ in 0..n {
                    let mut carry = 0;
                    for digit in &mut digits {
                        carry += 5 * *digit;
                        (*digit, carry) = (carry % 10, carry / 10);
                    }
                    digits.push(carry);
                }
                digits.iter().rev().map(u64::to_string).collect::<String>()
            };
            for (half, n) in [(half, next() as usize % 1000), (half >> (next() % 53) | 1, 1075)] {
                let digits = digits(half, n);
                let below = digits.replacen('5', "4", usize::from(digits.ends_with('5')));
                for text in [digits.clone(), format!("{digits}01"), below] {
                    check(&format!("{text}e-{}", n + text.len() - digits.len()));
                }
            }
            check(&(u128::from(half) << (next() % 70)).to_string());
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
