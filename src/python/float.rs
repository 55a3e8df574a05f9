//! `float(text)`, and the whole part of a float: exact, on plain long numbers. The standard library does both with
//! tables and algorithms that would be a sixth of the wasm package.

/// Digits of a decimal number that can matter for the nearest float. Of those behind, it matters whether all are 0.
const MAX_DIGITS: usize = 800;

/// As many fives can be multiplied in 32 bits.
const FIVES: usize = 13;

/// Up to this, every int is a float too.
const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;

/// The powers of ten that are floats.
const POWERS: [f64; 23] = {
    let mut powers = [1.0; 23];
    let mut index = 1;
    while index < powers.len() {
        powers[index] = 10.0 * powers[index - 1];
        index += 1;
    }
    powers
};

/// The nearest float to the number of a JSON text, half to even; infinite where it is too large.
pub(super) fn parse(text: &[u8]) -> f64 {
    let (negative, text) = text.strip_prefix(b"-").map_or((false, text), |rest| (true, rest));
    let float = match text.first() {
        Some(b'N') => f64::NAN,
        Some(b'I') => f64::INFINITY,
        _ => Scientific::read(text).to_float(),
    };
    if negative { -float } else { float }
}

/// `float(f"{count}e{exponent}")`: a whole number times a power of ten that is a float or divides to one.
#[inline(never)]
#[must_use]
pub fn decimal(count: i32, exponent: i32) -> f64 {
    let power = POWERS.get(exponent.unsigned_abs() as usize).copied().unwrap_or(f64::INFINITY);
    // Both are exact, so the result is rounded once.
    if exponent < 0 { f64::from(count) / power } else { f64::from(count) * power }
}

/// A decimal number: its first digits times a power of ten, and somewhat more where `has_more`.
struct Scientific<'t> {
    /// The digits that count, the first of which is not 0, and perhaps a point among them.
    digits: &'t [u8],
    /// How many there are.
    count: usize,
    has_more: bool,
    exponent: i64,
}

impl<'t> Scientific<'t> {
    /// Reads a JSON number without its sign.
    fn read(text: &'t [u8]) -> Self {
        let find = |is: fn(&u8) -> bool| text.iter().position(is);
        let end = find(|byte| matches!(byte, b'e' | b'E')).unwrap_or(text.len());
        let first = find(|byte| !matches!(byte, b'0' | b'.')).unwrap_or(end).min(end);
        let point = find(|byte| *byte == b'.').unwrap_or(end);
        let most = if (first..first + MAX_DIGITS).contains(&point) { MAX_DIGITS + 1 } else { MAX_DIGITS };
        let (digits, rest) = text[first..end].split_at(most.min(end - first));
        let behind = first + digits.len();
        // The place of the last digit that counts, as a power of ten.
        let exponent = if behind <= point { signed(point - behind) } else { -signed(behind - point - 1) };
        Self {
            digits,
            count: digits.len() - usize::from((first..behind).contains(&point)),
            has_more: rest.iter().any(|byte| !matches!(byte, b'0' | b'.')),
            exponent: exponent + read_exponent(&text[end..]),
        }
    }

    /// The digits as numbers.
    fn numbers(&self) -> impl Iterator<Item = u32> {
        self.digits.iter().filter(|&&byte| byte != b'.').map(|byte| u32::from(byte - b'0'))
    }

    fn to_float(&self) -> f64 {
        let magnitude = self.exponent.saturating_add(signed(self.count));
        if self.count == 0 || magnitude < -400 {
            return 0.0;
        }
        if magnitude > 400 {
            return f64::INFINITY;
        }
        let places = usize::try_from(self.exponent.unsigned_abs()).unwrap_or(usize::MAX);
        if self.count <= 19 {
            let number = self.numbers().fold(0, |number, digit| 10 * number + u64::from(digit));
            if let Some(&power) = POWERS.get(places).filter(|_| number <= EXACT) {
                // Both are exact, so the result is rounded once.
                #[expect(clippy::cast_precision_loss, reason = "it is exact")]
                let number = number as f64;
                return if self.exponent < 0 { number / power } else { number * power };
            }
            if places <= 2 * FIVES {
                // The same as below, without a heap.
                return self.scale(&mut [low(number), low(number >> 32), 0, 0, 0, 0], 2);
            }
        }
        let size = self.count / 9 + 1;
        let mut limbs = vec![0; size + places / FIVES + 4];
        for digit in self.numbers() {
            multiply(&mut limbs[..size], 10, digit);
        }
        self.scale(&mut limbs, size)
    }

    /// The float, given the digits as a long number, `size` limbs at the most, with room for the power of ten.
    fn scale(&self, limbs: &mut [u32], size: usize) -> f64 {
        let mut has_more = self.has_more;
        let mut exponent = self.exponent;
        if self.exponent < 0 {
            // To the highest limbs, so that more than 64 bits are left of it.
            let zeros = limbs.len() - size;
            limbs.rotate_right(zeros);
            exponent -= 32 * signed(zeros);
        }
        let mut left = self.exponent.unsigned_abs();
        while left > 0 {
            let fives = left.min(FIVES as u64);
            let power = 5_u32.pow(low(fives));
            if self.exponent < 0 {
                has_more |= divide(limbs, power) != 0;
            } else {
                multiply(limbs, power, 0);
            }
            left -= fives;
        }
        round(limbs, exponent, has_more)
    }
}

/// The power of ten behind a number.
pub(super) fn read_exponent(text: &[u8]) -> i64 {
    let digits = text.iter().filter(|byte| byte.is_ascii_digit());
    let exponent = digits.fold(0_i64, |number, byte| (10 * number + i64::from(byte - b'0')).min(1 << 40));
    if text.contains(&b'-') { -exponent } else { exponent }
}

/// The nearest float, half to even, of a long number, lowest limb first, and somewhat more where `has_more`, times a
/// power of two.
fn round(limbs: &[u32], exponent: i64, has_more: bool) -> f64 {
    const HALF: u64 = 1 << 63;
    let Some(top) = limbs.iter().rposition(|&limb| limb != 0) else { return 0.0 };
    let limb = |below: usize| top.checked_sub(below).map_or(0, |place| u64::from(limbs[place]));
    let zeros = limbs[top].leading_zeros();
    // The highest 64 bits, and what is behind them.
    let bits = ((limb(0) << 32 | limb(1)) << zeros) | (limb(2) << zeros >> 32);
    let has_more =
        has_more || low(limb(2) << zeros) != 0 || limbs[..top.saturating_sub(2)].iter().any(|&limb| limb != 0);
    // The power of two of the highest bit.
    let exponent = exponent + 32 * signed(top) + 31 - i64::from(zeros);
    let least = i64::from(f64::MIN_EXP) - 1;
    let dropped = 64 - i64::from(f64::MANTISSA_DIGITS) + (least - exponent).max(0);
    if exponent >= f64::MAX_EXP.into() {
        return f64::INFINITY;
    }
    let Some(dropped) = u32::try_from(dropped).ok().filter(|&dropped| dropped <= 64) else { return 0.0 };
    let kept = bits.checked_shr(dropped).unwrap_or(0);
    let rest = bits << (64 - dropped);
    let up = rest > HALF || rest == HALF && (has_more || kept & 1 == 1);
    // A normal float's highest bit is not stored: it adds the last 1 to the exponent.
    let stored = u64::try_from(exponent - least).unwrap_or(0);
    f64::from_bits((stored << (f64::MANTISSA_DIGITS - 1)) + kept + u64::from(up))
}

/// The digits of the whole part of a float that is not NaN and not infinite.
pub(super) fn whole(float: f64) -> String {
    const STORED: u32 = f64::MANTISSA_DIGITS - 1;
    let bits = float.abs().to_bits();
    let (exponent, mantissa) = (bits >> STORED, bits & ((1 << STORED) - 1) | 1 << STORED);
    // The mantissa is a whole number for this exponent.
    let whole = u64::from(STORED) + 1023;
    if exponent <= whole {
        return mantissa.checked_shr(low(whole - exponent)).unwrap_or(0).to_string();
    }
    let shift = low(exponent - whole);
    let mut limbs = [0; 34];
    let (place, shift) = (shift as usize / 32, shift % 32);
    limbs[place] = low(mantissa << shift);
    limbs[place + 1] = low(mantissa << shift >> 32);
    limbs[place + 2] = low(mantissa >> 32 << shift >> 32);
    let mut digits = Vec::new();
    while limbs != [0; 34] {
        let mut rest = divide(&mut limbs, 1_000_000_000);
        for _ in 0..9 {
            digits.push(char::from_digit(rest % 10, 10).unwrap_or('0'));
            rest /= 10;
        }
    }
    digits.iter().rev().skip_while(|&&digit| digit == '0').collect()
}

/// `round(float, 4)` of a float from 0 up: correctly rounded on the binary value, half to even.
#[must_use]
pub fn round4(float: f64) -> f64 {
    const STORED: u32 = f64::MANTISSA_DIGITS - 1;
    let bits = float.to_bits();
    let exponent = bits >> STORED;
    // From here on up, a float has no more than four places; from there on down, it is less than half of the last one.
    let (fits, vanishes) = (1023 + 48, 1023 - 20);
    if exponent >= fits || exponent < vanishes {
        return if exponent >= fits { float } else { 0.0 };
    }
    let scaled = u128::from(bits & ((1 << STORED) - 1) | 1 << STORED) * 10_000;
    let shift = low(u64::from(STORED) + 1023 - exponent);
    let (number, rest, half) = (scaled >> shift, scaled & ((1 << shift) - 1), 1 << shift >> 1);
    let up = rest > half || rest == half && number & 1 == 1;
    #[expect(clippy::cast_possible_truncation, reason = "it has less than 63 bits")]
    let number = number as u64 + u64::from(up);
    parse(format!("{number}e-4").as_bytes())
}

/// Multiplies a long number by another and adds a third; what does not fit is lost.
fn multiply(limbs: &mut [u32], by: u32, add: u32) {
    let mut carry = u64::from(add);
    for limb in limbs {
        let product = u64::from(*limb) * u64::from(by) + carry;
        *limb = low(product);
        carry = product >> 32;
    }
}

/// Divides a long number, and gives the remainder.
fn divide(limbs: &mut [u32], by: u32) -> u32 {
    let mut rest = 0;
    for limb in limbs.iter_mut().rev() {
        let dividend = rest << 32 | u64::from(*limb);
        *limb = low(dividend / u64::from(by));
        rest = dividend % u64::from(by);
    }
    low(rest)
}

/// The low half of a number.
#[expect(clippy::cast_possible_truncation, reason = "it is what is wanted")]
fn low(number: u64) -> u32 {
    number as u32
}

/// A count, to be added to powers.
pub(super) fn signed(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    /// What the standard library says, which is correctly rounded too.
    fn check(text: &str) {
        let expected: f64 = text.parse().expect("a number");
        assert_eq!(parse(text.as_bytes()).to_bits(), expected.to_bits(), "{text}");
    }

    #[test]
    fn texts_become_the_nearest_float() {
        for text in [
            "0",
            "-0",
            "0.0",
            "-0.0",
            "0e5",
            "0.000e-400",
            "1",
            "-1.5",
            "100",
            "1e0",
            "1E+2",
            "1.25e-2",
            "0.1",
            "12.50",
        ] {
            check(text);
        }
        // Around the largest, the smallest, the smallest normal float and the halves between.
        for text in [
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e309",
            "9e400",
            "1e99999999999999999999",
            "5e-324",
            "4.9e-324",
            "2.5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2e-324",
            "1e-400",
            "1e-99999999999999999999",
            "2.2250738585072014e-308",
            "2.2250738585072011e-308",
            "2.225073858507201e-308",
            "9007199254740993",
            "9007199254740993.00000000000000000000001",
            "9007199254740992.99999999999999999999999",
            "9007199254740991.5",
            "1e22",
            "1e23",
            "123456789012345678901234567890",
            "8.5e-27",
            "3e-26",
            "7e26",
            "1e27",
        ] {
            check(text);
            check(&format!("-{text}"));
        }
        assert!(
            parse(b"NaN").is_nan() && parse(b"Infinity") == f64::INFINITY && parse(b"-Infinity") == f64::NEG_INFINITY
        );
    }

    /// Any float, as written with some or all of its digits, with one more than that, and half-way between two.
    #[test]
    fn any_float() {
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..20_000 {
            let float = f64::from_bits(random.u64(..) >> 1);
            if float.is_finite() {
                check(&format!("{float:e}"));
                check(&format!("{float:.*e}", random.usize(..25)));
            }
            let number = random.u64(..) >> random.u32(..64);
            check(&format!("{number}e{}", random.i32(-360..330)));
            check(&format!("{}.{number:020}", random.u64(..) >> random.u32(..64)));
        }
        for _ in 0..300 {
            check(&format!("{:.1100}", f64::from_bits(random.u64(..0x7FF0_0000_0000_0000))));
            // Half-way between two: as it is, and with the least bit less or more.
            let half = exact_half(f64::from_bits(random.u64(..0x4300_0000_0000_0000)));
            check(&half);
            check(&format!("{half}0000000000000000000000000000000000001"));
            let (digits, last) = half.split_at(half.len() - 1);
            check(&format!("{digits}{}9999999999999999999999", last.parse::<u8>().expect("a digit") - 1));
        }
    }

    /// Half-way between a float and the next one, in all its digits: both are written so, added, and halved.
    fn exact_half(float: f64) -> String {
        let next = f64::from_bits(float.to_bits() + 1);
        let [a, b] = [float, next].map(|float| format!("{float:.1100}"));
        let length = a.len().max(b.len());
        let digits = |text: &str| -> Vec<u8> { format!("{text:0>length$}").into_bytes() };
        let mut carry = 0;
        let mut sum: Vec<u8> = Vec::new();
        for (a, b) in digits(&a).into_iter().zip(digits(&b)).rev() {
            if a == b'.' {
                sum.push(a);
                continue;
            }
            let both = a - b'0' + b - b'0' + carry;
            sum.push(b'0' + both % 10);
            carry = both / 10;
        }
        sum.push(b'0' + carry);
        sum.reverse();
        let mut rest = 0;
        for digit in sum.iter_mut().filter(|digit| **digit != b'.') {
            let both = 10 * rest + *digit - b'0';
            (*digit, rest) = (b'0' + both / 2, both % 2);
        }
        let text = String::from_utf8(sum).expect("digits");
        text.trim_matches('0').to_owned()
    }
}
