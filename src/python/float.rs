//! `float(text)` and `round(float, 4)`.
//!
//! The standard library reads floats from a table of 10 kB that nothing compresses. lexical's has a tenth of that, so the
//! package is 8 kB smaller after gzip. It is exact up to 19 digits, and not quite beyond: what more digits decide is
//! decided here.

use std::cmp::Ordering;

use lexical_parse_float::FromLexical;

use super::decimal::half_way;

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
        Some(b'I') => f64::INFINITY,
        Some(b'N') => f64::NAN,
        // It reads all that JSON calls a number.
        _ if text.len() <= DIGITS => f64::from_lexical(text).unwrap_or(f64::NAN),
        _ => nearest_to_long(str::from_utf8(text).unwrap_or_default()),
    }
}

#[inline(never)]
fn nearest_to_long(text: &str) -> f64 {
    let (digits, point) = significant(text);
    let mut count = 0;
    let first = digits.clone().take(DIGITS).fold(0_u64, |number, digit| {
        count += 1;
        10 * number + u64::from(digit - b'0')
    });
    let read = |number: u64| f64::from_lexical(format!("{number}e{}", point - count).as_bytes()).unwrap_or(f64::NAN);
    let low = read(first);
    if digits.clone().skip(DIGITS).all(|digit| digit == b'0') {
        return low;
    }
    // There is no other float between them, since the 19th digit counts less than half of what a float's last bit does.
    let high = read(first + 1);
    if low.to_bits() == high.to_bits() {
        return low;
    }
    match compare(digits, point, low) {
        Ordering::Less => low,
        Ordering::Equal if low.to_bits() & 1 == 0 => low,
        Ordering::Equal | Ordering::Greater => high,
    }
}

/// A number, by its digits and where its point stands among them, against the one half-way from a float to the next.
fn compare(mut digits: impl Iterator<Item = u8>, point: i64, float: f64) -> Ordering {
    let (middle, middle_point) = half_way(float);
    point.cmp(&middle_point).then_with(|| {
        let first = middle.iter().map(|digit| digits.next().unwrap_or(b'0').cmp(digit));
        first
            .fold(Ordering::Equal, Ordering::then)
            .then_with(|| if digits.any(|digit| digit != b'0') { Ordering::Greater } else { Ordering::Equal })
    })
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
