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
pub(super) const LANES: usize = 8;

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

/// Texts to be hashed together.
#[derive(Default)]
pub(super) struct Batch {
    /// The texts, each padded to whole blocks as MD5 wants it.
    padded: Buffer,
    texts: [Padded; LANES],
    /// How many texts there are.
    count: usize,
    /// The hashes of the long texts, for each of which the batch has an empty text.
    long: [Option<u64>; LANES],
}

/// Where a padded text is.
#[derive(Clone, Copy, Default)]
struct Padded {
    start: usize,
    blocks: usize,
}

impl Batch {
    /// Adds the text that `write` appends to a buffer. At most [`LANES`] texts make a batch.
    #[inline]
    pub fn add(&mut self, write: impl FnOnce(&mut Buffer)) {
        const PADDING: [u8; 2 * BLOCK] = {
            let mut padding = [0; 2 * BLOCK];
            padding[0] = 0x80;
            padding
        };
        let start = self.padded.len();
        write(&mut self.padded);
        if self.padded.len() - start > LONG {
            self.long[self.count] = Some(hash_alone(&self.padded.text()[start..]));
            self.padded.truncate(start);
        }
        let length = self.padded.len() - start;
        let blocks = (length + 9).div_ceil(BLOCK);
        self.padded.push(&PADDING, 0, blocks * BLOCK - 8 - length);
        self.padded.add(&(8 * length as u64).to_le_bytes());
        self.texts[self.count] = Padded { start, blocks };
        self.count += 1;
    }

    /// The first six bytes of each text's MD5, as a number, and an empty batch again.
    #[inline(never)]
    pub fn finish(&mut self) -> impl Iterator<Item = u64> + use<> {
        let count = std::mem::take(&mut self.count);
        // A lane without a text repeats the last one.
        let texts: [Padded; LANES] = from_fn(|lane| self.texts[lane.min(count - 1)]);
        let mut state = START.map(Lanes::splat);
        for block in 0..texts.iter().map(|text| text.blocks).max().unwrap_or(0) {
            let next = compress(&state, &words(self.padded.text(), texts, block));
            // A lane whose text has ended keeps its state.
            let goes_on = Lanes::new(texts.map(|text| if block < text.blocks { u32::MAX } else { 0 }));
            for (old, new) in state.iter_mut().zip(next) {
                *old = (new & goes_on) | (*old & !goes_on);
            }
        }
        self.padded.truncate(0);
        let long = std::mem::take(&mut self.long);
        let [first, second, ..] = state.map(Lanes::to_array);
        (0..count).map(move |lane| long[lane].unwrap_or_else(|| first_six_bytes(first[lane], second[lane])))
    }
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
        for size in 1..=LANES {
            for offset in [0, LONG - 40] {
                for texts in texts[offset..].chunks(size).take(60) {
                    for text in texts {
                        batch.add(|buffer| buffer.extend(text));
                    }
                    let hashes: Vec<u64> = batch.finish().collect();
                    let expected: Vec<u64> = texts.iter().map(|text| hash_alone(text)).collect();
                    assert_eq!(hashes, expected);
                }
            }
        }
    }
}
