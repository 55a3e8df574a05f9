/// The 16 bytes from an offset on, the first one lowest; `None` if the text ends before. To compare so many at once is
/// one instruction, where a comparison of any length is a call.
#[inline]
pub(crate) fn window(bytes: &[u8], start: usize) -> Option<u128> {
    bytes.get(start..)?.first_chunk().map(|chunk| u128::from_le_bytes(*chunk))
}
