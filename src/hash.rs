//! A hash that nobody can aim at.
//!
//! Texts that all hash alike make a table as slow as a list, and whoever knows the hash can write such texts. So what is
//! hashed is mixed with a key that each table draws for itself, and that nobody outside knows. Results are the same with every
//! key.
//!
//! The hash is foldhash: keyed, well reviewed, and fast without a wide multiplication, which WebAssembly lacks. Its
//! slower variant, because some bits of the faster one are weak with some keys, and weak low bits make a table slow.

use std::hash::Hasher;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use foldhash::SharedSeed;
use foldhash::quality::FoldHasher;

/// The key of a hash: 64 bits per key, and 64 that all keys of the process share.
#[derive(Clone, Copy)]
pub(crate) struct HashKey {
    own: u64,
    shared: &'static SharedSeed,
}

impl HashKey {
    /// A key that was never used before. Only the first one asks the host for randomness; the others are derived from
    /// it by counting, so that a run of a few microseconds does not pay for a call of the host.
    pub fn random() -> Self {
        static PROCESS: OnceLock<(u64, SharedSeed)> = OnceLock::new();
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        #[cfg(test)]
        if let Some(seed) = FIXED.get() {
            return Self { own: seed, shared: SharedSeed::global_fixed() };
        }
        let (own, shared) = PROCESS.get_or_init(|| {
            // A host without randomness, if there is any, has the same key in each process: as right, but foreseeable.
            let [own, shared] = [(); 2].map(|()| getrandom::u64().unwrap_or_default());
            (own, SharedSeed::from_u64(shared))
        });
        let process = Self { own: *own, shared };
        Self { own: process.word(COUNT.fetch_add(1, Ordering::Relaxed) as u64), shared }
    }

    /// The hash of a text, good in all bits.
    #[inline(never)]
    pub fn text(self, text: &[u8]) -> u64 {
        let mut hasher = FoldHasher::with_seed(self.own, self.shared);
        hasher.write(text);
        hasher.finish()
    }

    /// The hash of a number, good in all bits.
    pub fn word(self, word: u64) -> u64 {
        self.words([word, 0], 0)
    }

    /// The hash of two words and a small number.
    pub fn words(self, words: [u64; 2], small: u8) -> u64 {
        let mut hasher = FoldHasher::with_seed(self.own.rotate_right(small.into()), self.shared);
        hasher.write_u128(u128::from(words[0]) | (u128::from(words[1]) << 64));
        hasher.finish()
    }
}

#[cfg(test)]
thread_local! {
    static FIXED: std::cell::Cell<Option<u64>> = const { std::cell::Cell::new(None) };
}

/// Calls `work`, in which every key is made of this seed.
#[cfg(test)]
pub(crate) fn with_fixed_key<T>(seed: u64, work: impl FnOnce() -> T) -> T {
    let before = FIXED.replace(Some(seed));
    let result = work();
    FIXED.set(before);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts that differ in little have hashes that differ in their low and in their high half, as chance would have it.
    #[test]
    fn hashes_are_good_in_all_bits() {
        let key = HashKey::random();
        let texts = (0..1 << 16).map(|number| format!("order_{number:07}"));
        let long = (0..1 << 16).map(|number| format!("{:x}{:-<60}{number}", number % 7, number / 256));
        let words = (0..1_u64 << 16).map(|number| key.word(number << 16));
        for hashes in [
            texts.map(|text| key.text(text.as_bytes())).collect(),
            long.map(|text| key.text(text.as_bytes())).collect(),
            words.collect::<Vec<_>>(),
        ] {
            for shift in [0, 16, 32, 47] {
                let mut parts: Vec<u64> = hashes.iter().map(|hash| hash >> shift & 0xFFFF).collect();
                parts.sort_unstable();
                parts.dedup();
                // Of so many throws at so many slots, 63 of 100 are hit.
                assert!((40_700..42_200).contains(&parts.len()), "{shift}: {}", parts.len());
            }
        }
    }

    #[test]
    fn each_key_is_new_unless_it_is_fixed() {
        let hashes = || [(); 2].map(|()| HashKey::random().text(b"order_1"));
        let [first, second] = hashes();
        assert_ne!(first, second);
        let [first, second] = with_fixed_key(1, hashes);
        assert_eq!(first, second);
        assert_ne!(first, with_fixed_key(2, hashes)[0]);
    }
}
