//! The keys that objects were last seen to have, in order. The records of a list have mostly the same ones: if the
//! expected key is there, one comparison of 16 bytes reads it, its colon and the white space around.
//!
//! Only a shortcut: what is read is the same without it. It saves a tenth of the time that reading takes.

use crate::text::window;

/// Objects nested deeper than this are read without the shortcut.
const DEPTHS: usize = 12;

/// Keys after this many are read without the shortcut.
const KEYS: usize = 16;

/// What the objects at each depth look like.
pub(super) struct Layouts {
    by_depth: [Layout; DEPTHS],
}

/// The keys of the last object, no two the same.
#[derive(Default)]
pub(super) struct Layout {
    keys: Vec<KnownKey>,
}

/// A key that was read before, with what follows it up to its value.
#[derive(Clone, Copy)]
pub(super) struct KnownKey {
    /// Its bytes from quote to quote, the colon, and the white space around that; zeros after it.
    text: u128,
    /// Which bytes of `text` count.
    mask: u128,
    /// The length from quote to quote.
    pub length: usize,
    /// The distance to the value.
    pub to_value: usize,
    /// See [`super::scan::key_hash`].
    pub hash: u64,
}

impl KnownKey {
    /// The key at `start`; `None` if it and what follows it are too long. It must have no escapes.
    pub fn new(bytes: &[u8], start: usize, end: usize, value: usize, hash: u64) -> Option<Self> {
        let to_value = value - start;
        let mask = u128::MAX.checked_shr(u128::BITS.checked_sub(8 * u32::try_from(to_value).ok()?)?)?;
        Some(Self { text: window(bytes, start)? & mask, mask, length: end - start, to_value, hash })
    }
}

impl Layouts {
    pub fn new() -> Self {
        Self { by_depth: Default::default() }
    }

    /// The layout of objects with that many arrays and objects around them; `None` if they are nested too deep.
    #[inline]
    pub fn at(&mut self, depth: usize) -> Option<&mut Layout> {
        self.by_depth.get_mut(depth)
    }
}

impl Layout {
    /// The key at `start` and its index, if it is one of those from the `from`th on.
    #[inline]
    pub fn find(&self, from: usize, bytes: &[u8], start: usize) -> Option<(usize, KnownKey)> {
        let window = window(bytes, start)?;
        let expected = self.keys.get(from..)?;
        let index = expected.iter().position(|key| window & key.mask == key.text)?;
        Some((from + index, expected[index]))
    }

    /// The hashes of the first keys.
    pub fn hashes(&self, count: usize) -> impl Iterator<Item = u64> {
        self.keys.iter().take(count).map(|key| key.hash)
    }

    /// Makes this the key at an index, and forgets those after it. False if there is no room for it, or if an
    /// earlier key may be the same.
    pub fn set(&mut self, index: usize, key: KnownKey) -> bool {
        self.keys.truncate(index);
        let is_new = self.keys.iter().all(|other| other.hash != key.hash);
        let fits = is_new && index < KEYS && self.keys.try_reserve(1).is_ok();
        if fits {
            self.keys.push(key);
        }
        fits
    }
}
