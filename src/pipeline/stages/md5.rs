//! MD5 of many texts, eight side by side.
//!
//! One MD5 is a chain in which each step waits for the one before, so a processor is mostly idle; eight chains in the
//! lanes of vectors take little longer than one. The `md-5` crate does one at a time: it hashes the texts that are too
//! long for a batch, and all texts of the tests to compare.

use std::array::from_fn;

use md5::{Digest, Md5};
use wide::u32x8 as Lanes;

use crate::text::Buffer;

/// How many texts are hashed side by side: WebAssembly has vectors of four lanes, and two of them keep it busier.
const LANES: usize = 8;

/// Bytes that are hashed at a time.
const BLOCK: usize = 64;

/// The state before the first block.
const START: [u32; 4] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476];

/// The bits by which a step rotates, by round and by the step's index in its group of four.
const ROTATIONS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];

/// What a step adds: the whole part of 2^32 |sin(step + 1)|.
#[rustfmt::skip]
const SINES: [u32; 64] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
    0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
    0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
    0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
    0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
    0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
    0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
];

/// Longer texts are hashed by themselves, so that seven short ones do not wait for them: a record of 40 MB takes a
/// quarter of the time so.
const LONG: usize = 16 * BLOCK;

/// How many texts a batch has at most: enough to put those with the same number of blocks side by side, and few enough
/// to stay near. Side by side in the order of the records, lanes would stand still for a fifth of the time.
pub(super) const BATCH: usize = 64;

/// Texts to be hashed together.
#[derive(Default)]
pub(super) struct Batch {
    /// The texts, each padded to whole blocks as MD5 wants it.
    padded: Buffer,
    texts: Vec<Padded>,
    /// Indices into `texts`, by number of blocks.
    order: Vec<usize>,
    /// The first six bytes of each text's MD5, as a number; a long text has its own from the start.
    hashes: Vec<u64>,
}

/// Where a padded text is.
#[derive(Clone, Copy, Default)]
struct Padded {
    start: usize,
    /// Zero for a long text, which is hashed already.
    blocks: usize,
}

impl Batch {
    /// Adds the text that `write` appends to a buffer. At most [`BATCH`] texts make a batch.
    #[inline]
    pub fn add(&mut self, write: impl FnOnce(&mut Buffer)) {
        const PADDING: [u8; 2 * BLOCK] = {
            let mut padding = [0; 2 * BLOCK];
            padding[0] = 0x80;
            padding
        };
        let start = self.padded.len();
        write(&mut self.padded);
        let length = self.padded.len() - start;
        if length > LONG {
            self.texts.push(Padded { start, blocks: 0 });
            self.hashes.push(hash_alone(&self.padded.text()[start..]));
            self.padded.truncate(start);
            return;
        }
        let blocks = (length + 9).div_ceil(BLOCK);
        self.padded.push(&PADDING, 0, blocks * BLOCK - 8 - length);
        self.padded.add(&(8 * length as u64).to_le_bytes());
        self.texts.push(Padded { start, blocks });
        self.hashes.push(0);
    }

    /// Hashes the texts: gives the first six bytes of each one's MD5, as a number.
    #[inline(never)]
    pub fn finish(&mut self) -> &[u64] {
        let most = self.texts.iter().map(|text| text.blocks).max().unwrap_or(0);
        self.order.clear();
        for blocks in 1..=most {
            self.order.extend((0..self.texts.len()).filter(|&text| self.texts[text].blocks == blocks));
        }
        for chosen in self.order.chunks(LANES) {
            // A lane without a text repeats the last one.
            let texts: [Padded; LANES] = from_fn(|lane| self.texts[chosen[lane.min(chosen.len() - 1)]]);
            let [first, second, ..] = hash(self.padded.text(), texts).map(Lanes::to_array);
            for (lane, &text) in chosen.iter().enumerate() {
                self.hashes[text] = first_six_bytes(first[lane], second[lane]);
            }
        }
        &self.hashes
    }

    /// Makes the batch empty again.
    pub fn clear(&mut self) {
        self.padded.truncate(0);
        self.texts.clear();
        self.hashes.clear();
    }
}

/// The MD5 of each text.
#[inline]
fn hash(padded: &[u8], texts: [Padded; LANES]) -> [Lanes; 4] {
    let mut state = START.map(Lanes::splat);
    for block in 0..texts.iter().map(|text| text.blocks).max().unwrap_or(0) {
        let next = compress(&state, &words(padded, texts, block));
        // A lane whose text has ended keeps its state.
        let goes_on = Lanes::new(texts.map(|text| if block < text.blocks { u32::MAX } else { 0 }));
        for (old, new) in state.iter_mut().zip(next) {
            *old = (new & goes_on) | (*old & !goes_on);
        }
    }
    state
}

/// The sixteen words of a block of each text.
#[inline]
fn words(padded: &[u8], texts: [Padded; LANES], block: usize) -> [Lanes; 16] {
    let halves = texts.map(|Padded { start, blocks }| {
        let start = start + BLOCK * block.min(blocks - 1);
        let words: &[[u8; 4]] = padded[start..start + BLOCK].as_chunks().0;
        [0, 8].map(|half| Lanes::new(from_fn(|word| u32::from_le_bytes(words[half + word]))))
    });
    let [first, second] = [0, 1].map(|half| transpose(halves.map(|halves| halves[half])));
    from_fn(|word| if word < 8 { first[word] } else { second[word - 8] })
}

/// Turns the rows of a square into its columns. Interleaving each row of the upper half with its partner in the lower
/// one, three times, does it.
#[inline]
fn transpose(mut rows: [Lanes; 8]) -> [Lanes; 8] {
    for _ in 0..3 {
        rows = from_fn(|row| {
            let (a, b) = (rows[row / 2], rows[row / 2 + 4]);
            if row % 2 == 0 { a.unpack_lo(b) } else { a.unpack_hi(b) }
        });
    }
    rows
}

/// The first six bytes of an MD5, as a number, of its first two words.
fn first_six_bytes(first: u32, second: u32) -> u64 {
    (u64::from(first.swap_bytes()) << 16) | u64::from(second.swap_bytes() >> 16)
}

fn hash_alone(text: &[u8]) -> u64 {
    Md5::digest(text)[..6].iter().fold(0, |number, &byte| (number << 8) | u64::from(byte))
}

/// The state after a block of each lane. Mirrors RFC 1321, section 3.4.
#[inline]
fn compress(state: &[Lanes; 4], words: &[Lanes; 16]) -> [Lanes; 4] {
    let next = round(*state, words, 0, |step| step, |b, c, d| d ^ (b & (c ^ d)));
    let next = round(next, words, 1, |step| 5 * step + 1, |b, c, d| c ^ (d & (b ^ c)));
    let next = round(next, words, 2, |step| 3 * step + 5, |b, c, d| b ^ c ^ d);
    let next = round(next, words, 3, |step| 7 * step, |b, c, d| c ^ (b | !d));
    from_fn(|index| state[index] + next[index])
}

/// Sixteen steps. A loop of four steps each: with all of them written out, compilers run the vectors' chains one after
/// the other.
#[inline(always)]
#[expect(clippy::inline_always, reason = "as calls, the steps would pass their vectors through memory")]
fn round(
    [mut a, mut b, mut c, mut d]: [Lanes; 4],
    words: &[Lanes; 16],
    round: usize,
    word_of: impl Fn(usize) -> usize + Copy,
    mix: impl Fn(Lanes, Lanes, Lanes) -> Lanes + Copy,
) -> [Lanes; 4] {
    for first in (0..16).step_by(4) {
        let word = |step: usize| (words[word_of(first + step) % 16], SINES[16 * round + first + step]);
        let [r0, r1, r2, r3] = ROTATIONS[round];
        a = step(a, b, c, d, word(0), r0, mix);
        d = step(d, a, b, c, word(1), r1, mix);
        c = step(c, d, a, b, word(2), r2, mix);
        b = step(b, c, d, a, word(3), r3, mix);
    }
    [a, b, c, d]
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "as calls, the steps would pass their vectors through memory")]
fn step(
    a: Lanes,
    b: Lanes,
    c: Lanes,
    d: Lanes,
    (word, sine): (Lanes, u32),
    rotation: u32,
    mix: impl Fn(Lanes, Lanes, Lanes) -> Lanes,
) -> Lanes {
    let sum = a + mix(b, c, d) + Lanes::splat(sine) + word;
    ((sum << rotation) | (sum >> (32 - rotation))) + b
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts of all lengths around the ends of blocks, in batches of all sizes, long ones among short ones.
    #[test]
    fn hashes_as_the_md5_crate_does() {
        let mut batch = Batch::default();
        let text = |length| (0..=u8::MAX).cycle().take(length).collect();
        let texts: Vec<Vec<u8>> = (0..2 * LONG).map(text).collect();
        for size in (1..=LANES).chain([20, BATCH]) {
            for offset in [0, LONG - 40] {
                for texts in texts[offset..].chunks(size).take(60) {
                    for text in texts {
                        batch.add(|buffer| buffer.extend(text));
                    }
                    let expected: Vec<u64> = texts.iter().map(|text| hash_alone(text)).collect();
                    assert_eq!(batch.finish(), expected);
                    batch.clear();
                }
            }
        }
    }
}
