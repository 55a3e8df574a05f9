//! Reads the config that JavaScript passes.

use js_sys::{JsString, RangeError, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::python::PyString;
use crate::text::Text;

use super::convert::type_error;

#[wasm_bindgen]
extern "C" {
    type TextEncoder;
    type Encoded;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsString, into: &mut [u8]) -> Encoded;

    #[wasm_bindgen(method, getter)]
    fn written(this: &Encoded) -> usize;
}

/// The text of a config, which is a string or a `Uint8Array`.
pub(super) fn to_config(config: &JsValue) -> Result<Text, JsValue> {
    if let Some(string) = config.dyn_ref::<JsString>() {
        return encode(string).map(Text::from_string);
    }
    let Some(bytes) = config.dyn_ref::<Uint8Array>() else {
        return Err(type_error("the config must be a string or a Uint8Array"));
    };
    // `to_vec` aborts the module if there is no memory for the copy. This fails instead.
    let mut room = Vec::<u8>::new();
    reserve(&mut room, bytes.length() as usize)?;
    // Without `black_box`, the compiler may remove the unused allocation.
    drop(std::hint::black_box(room));
    Ok(Text::from_file(bytes.to_vec()))
}

/// A short JavaScript string as UTF-8 that may contain lone surrogates.
pub(super) fn to_bytes(string: &JsString) -> Vec<u8> {
    encode(string).unwrap_or_default()
}

fn reserve(bytes: &mut Vec<u8>, more: usize) -> Result<(), JsValue> {
    let reserved = bytes.try_reserve_exact(more);
    reserved.map_err(|_| RangeError::new("there is no memory for a config of this size").into())
}

/// The most bytes that a UTF-16 unit takes.
const MOST_BYTES: usize = 3;

/// A JavaScript string as UTF-8 that may contain lone surrogates.
///
/// In parts: `encodeInto` is fastest if the room is certain to suffice, which takes three bytes for each unit. For the
/// whole text at once, that would be three times what most texts need.
fn encode(string: &JsString) -> Result<Vec<u8>, JsValue> {
    /// Units of a part.
    const PART: u32 = 1 << 15;
    let encoder = TextEncoder::new();
    let (mut bytes, mut start, length) = (Vec::new(), 0, string.length());
    while start < length {
        let mut end = length.min(start.saturating_add(PART));
        if end < length && is_high_surrogate(string.char_code_at(end - 1)) {
            end -= 1;
        }
        let most = MOST_BYTES * (end - start) as usize;
        if bytes.capacity() - bytes.len() < most {
            let likely = likely_length(bytes.len(), start, length - start);
            reserve(&mut bytes, most + likely)?;
        }
        encode_part(&encoder, &string.slice(start, end), most, &mut bytes);
        start = end;
    }
    Ok(bytes)
}

fn is_high_surrogate(unit: f64) -> bool {
    (f64::from(0xD800)..f64::from(0xDC00)).contains(&unit)
}

/// How many bytes the rest of a string will likely take, judging by the units so far.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "an estimate")]
fn likely_length(bytes: usize, units: u32, rest: u32) -> usize {
    if units == 0 { 0 } else { (bytes as f64 / f64::from(units) * f64::from(rest) * 1.01) as usize }
}

/// Appends a part of a string that takes at most `most` bytes.
#[inline(never)]
fn encode_part(encoder: &TextEncoder, part: &JsString, most: usize, bytes: &mut Vec<u8>) {
    let start = bytes.len();
    bytes.resize(start + most, 0);
    let written = encoder.encode_into(part, &mut bytes[start..]).written();
    bytes.truncate(start + written);
    if has_replacement(&bytes[start..]) {
        bytes.truncate(start);
        bytes.extend_from_slice(PyString::from_utf16(part.iter()).as_bytes());
    }
}

/// Whether there is a replacement character, which `encodeInto` writes for a lone surrogate. If there is none, nor was
/// there a lone surrogate. Its first byte is rare, so that is looked for first, in blocks that the compiler vectorizes.
fn has_replacement(bytes: &[u8]) -> bool {
    const REPLACEMENT: [u8; 3] = [0xEF, 0xBF, 0xBD];
    let may_begin = |bytes: &[u8]| bytes.iter().fold(0, |found, byte| found | u8::from(*byte == REPLACEMENT[0])) != 0;
    bytes.chunks(64).any(may_begin) && bytes.windows(REPLACEMENT.len()).any(|bytes| *bytes == REPLACEMENT)
}
