//! The tokens of JSON as CPython's scanner reads them: white space, strings, numbers and names. Each function takes the
//! whole text and an offset, and gives the offset after what it read.

use wide::u8x16;

use super::fault::{Fault, MAX_INT_DIGITS, Syntax};
use super::node::NodeKind;

/// Steps over white space.
#[inline]
pub(super) fn space(bytes: &[u8], pos: usize) -> usize {
    if !is_space(bytes, pos) {
        pos
    } else if !is_space(bytes, pos + 1) {
        pos + 1
    } else {
        long_space(bytes, pos + 2)
    }
}

#[inline]
fn is_space(bytes: &[u8], pos: usize) -> bool {
    matches!(bytes.get(pos), Some(b' ' | b'\t' | b'\n' | b'\r'))
}

/// Steps over the white space of an indented text, 16 bytes at a time.
#[inline(never)]
fn long_space(bytes: &[u8], mut pos: usize) -> usize {
    while let Some(sixteen) = sixteen(bytes, pos) {
        let is = |byte| sixteen.simd_eq(u8x16::splat(byte));
        let space = (is(b' ') | is(b'\n') | is(b'\t') | is(b'\r')).to_bitmask();
        if space != 0xFFFF {
            return pos + space.trailing_ones() as usize;
        }
        pos += 16;
    }
    while is_space(bytes, pos) {
        pos += 1;
    }
    pos
}

/// The 16 bytes at an offset; `None` if the text ends before.
#[inline]
fn sixteen(bytes: &[u8], pos: usize) -> Option<u8x16> {
    bytes.get(pos..)?.first_chunk().map(|chunk| u8x16::new(*chunk))
}

/// Reads the string whose opening quote is at `start`. Mirrors `scanstring_unicode`.
#[inline]
pub(super) fn string(bytes: &[u8], start: usize) -> Result<(usize, NodeKind), Fault> {
    let mut pos = start + 1;
    // Stops at the first byte that is no printable ASCII, a quote or a backslash.
    while let Some(sixteen) = sixteen(bytes, pos) {
        let is = |byte| sixteen.simd_eq(u8x16::splat(byte));
        let control = sixteen.min(u8x16::splat(0x1F)).simd_eq(sixteen);
        let beyond = sixteen.max(u8x16::splat(0x7F)).simd_eq(sixteen);
        let special = (is(b'"') | is(b'\\') | control | beyond).to_bitmask();
        if special == 0 {
            pos += 16;
            continue;
        }
        pos += special.trailing_zeros() as usize;
        if bytes.get(pos) == Some(&b'"') {
            return Ok((pos + 1, NodeKind::PlainStr));
        }
        break;
    }
    other_string(bytes, start, pos)
}

/// Reads on in the string that starts at `start`, from `pos` on, where there may be something else than its end.
#[inline(never)]
fn other_string(bytes: &[u8], start: usize, pos: usize) -> Result<(usize, NodeKind), Fault> {
    let mut wide = false;
    let end = plain(bytes, pos, &mut wide);
    if bytes.get(end) == Some(&b'"') {
        return Ok((end + 1, if wide { NodeKind::WideStr } else { NodeKind::PlainStr }));
    }
    rest_of_string(bytes, start, end)
}

/// Checks that the string between two offsets is UTF-8.
#[inline(never)]
pub(super) fn check_utf8(bytes: &[u8], start: usize, end: usize) -> Result<(), Fault> {
    std::str::from_utf8(&bytes[start..end]).map(|_| ()).map_err(|error| Fault::NotUtf8 { start, error })
}

/// Reads on in the string that starts at `start`, which has something else than its end at `pos`.
#[cold]
fn rest_of_string(bytes: &[u8], start: usize, mut pos: usize) -> Result<(usize, NodeKind), Fault> {
    loop {
        match bytes.get(pos) {
            Some(b'"') => return Ok((pos + 1, NodeKind::EscapedStr)),
            Some(b'\\') => pos = plain(bytes, escape(bytes, start, pos)?, &mut false),
            Some(_) => return Err(Fault::syntax(Syntax::Control, pos)),
            None => return Err(Fault::syntax(Syntax::Unterminated, start)),
        }
    }
}

/// Steps over what needs no look in a string, up to a quote, a backslash, a control character or the end of the text.
/// Sets `wide` if it meets DEL or a character beyond ASCII.
fn plain(bytes: &[u8], mut pos: usize, wide: &mut bool) -> usize {
    while let Some(sixteen) = sixteen(bytes, pos) {
        let is = |byte| sixteen.simd_eq(u8x16::splat(byte));
        let control = sixteen.min(u8x16::splat(0x1F)).simd_eq(sixteen);
        let special = (is(b'"') | is(b'\\') | control).to_bitmask();
        let beyond = sixteen.max(u8x16::splat(0x7F)).simd_eq(sixteen).to_bitmask();
        if special != 0 {
            let before = special.trailing_zeros();
            *wide |= beyond & ((1 << before) - 1) != 0;
            return pos + before as usize;
        }
        *wide |= beyond != 0;
        pos += 16;
    }
    while let Some(&byte) = bytes.get(pos).filter(|&&byte| byte >= 0x20 && byte != b'"' && byte != b'\\') {
        *wide |= byte >= 0x7F;
        pos += 1;
    }
    pos
}

/// Reads the escape whose backslash is at `backslash`, in the string that starts at `start`.
fn escape(bytes: &[u8], start: usize, backslash: usize) -> Result<usize, Fault> {
    match bytes.get(backslash + 1) {
        None => Err(Fault::syntax(Syntax::Unterminated, start)),
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(backslash + 2),
        Some(b'u') => match bytes.get(backslash + 2..backslash + 7) {
            // Like the reference, it wants one more character after the four digits.
            Some(five) if five[..4].iter().all(u8::is_ascii_hexdigit) => Ok(backslash + 6),
            _ => Err(Fault::syntax(Syntax::UnicodeEscape, backslash + 1)),
        },
        Some(_) => Err(Fault::syntax(Syntax::Escape, backslash)),
    }
}

/// Reads a number or a name at `start`. Mirrors `scan_once_unicode` and `_match_number_unicode`.
#[inline]
pub(super) fn literal(bytes: &[u8], start: usize) -> Result<(usize, NodeKind), Fault> {
    let named = |name: &str, kind| bytes[start..].starts_with(name.as_bytes()).then(|| (start + name.len(), kind));
    let found = match bytes.get(start) {
        Some(b'0'..=b'9') => return number(bytes, start),
        Some(b'n') => named("null", NodeKind::Null),
        Some(b't') => named("true", NodeKind::True),
        Some(b'f') => named("false", NodeKind::False),
        Some(b'N') => named("NaN", NodeKind::Float),
        Some(b'I') => named("Infinity", NodeKind::Float),
        Some(b'-') => match named("-Infinity", NodeKind::Float) {
            None => return number(bytes, start),
            infinity => infinity,
        },
        _ => None,
    };
    found.ok_or_else(|| Fault::syntax(Syntax::Value, start))
}

#[inline]
fn number(bytes: &[u8], start: usize) -> Result<(usize, NodeKind), Fault> {
    let first = start + usize::from(bytes[start] == b'-');
    let whole = match bytes.get(first) {
        Some(b'0') => first + 1,
        Some(b'1'..=b'9') => digits(bytes, first),
        _ => return Err(Fault::syntax(Syntax::Value, start)),
    };
    let mut end = whole;
    if bytes.get(end) == Some(&b'.') {
        let fraction = digits(bytes, end + 1);
        if fraction > end + 1 {
            end = fraction;
        }
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(bytes, end + 1 + sign);
        if exponent > end + 1 + sign {
            end = exponent;
        }
    }
    if end > whole {
        return Ok((end, NodeKind::Float));
    }
    let digits = whole - first;
    if digits > MAX_INT_DIGITS { Err(Fault::TooManyDigits { start, end, digits }) } else { Ok((end, NodeKind::Int)) }
}

/// Steps over decimal digits.
#[inline]
fn digits(bytes: &[u8], mut pos: usize) -> usize {
    while let Some(b'0'..=b'9') = bytes.get(pos) {
        pos += 1;
    }
    pos
}

/// A hash of a key: equal keys have equal ones, and different keys nearly always different ones. Mixes the length, the
/// first and the last eight bytes.
#[inline]
pub(super) fn key_hash(key: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let (first, last) = match (key.first_chunk(), key.last_chunk()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (key.iter().fold(0, |word, &byte| (word << 8) | u64::from(byte)), 0),
    };
    first.wrapping_mul(ODD) ^ last.rotate_left(32).wrapping_mul(ODD) ^ key.len() as u64
}
