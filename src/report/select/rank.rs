//! Puts many things in order, by numbers.

use std::collections::TryReserveError;

/// A thing among others: in the order of its rank.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ranked {
    pub rank: Rank,
    /// Which one it is.
    pub index: u32,
}

/// In the order of the first number, then of the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank(pub u64, pub u16);

impl Rank {
    /// The second number where the first says it all.
    pub const EXACT: u16 = 1 << 15;
    /// Behind all others.
    pub const LAST: Self = Self(u64::MAX, u16::MAX);

    /// In the opposite order.
    pub fn reversed(self) -> Self {
        Self(!self.0, !self.1)
    }

    fn bytes(self) -> [u8; 10] {
        let mut bytes = [0; 10];
        bytes[..2].copy_from_slice(&self.1.to_le_bytes());
        bytes[2..].copy_from_slice(&self.0.to_le_bytes());
        bytes
    }
}

/// The things in order of their ranks; those of one rank stay in the order in which they are. Sorts by one byte after the
/// other: the standard library's sort would be several times as much code, and slower.
///
/// # Errors
/// Where there is no memory for it.
pub(crate) fn sort(mut ranked: Vec<Ranked>) -> Result<Vec<Ranked>, TryReserveError> {
    let mut sorted = Vec::new();
    sorted.try_reserve_exact(ranked.len())?;
    sorted.extend_from_slice(&ranked);
    for byte in 0..10 {
        let byte_of = |ranked: &Ranked| usize::from(ranked.rank.bytes()[byte]);
        let mut places = [0; 256];
        for ranked in &ranked {
            places[byte_of(ranked)] += 1;
        }
        if places.contains(&ranked.len()) {
            continue;
        }
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        for ranked in &ranked {
            let place = &mut places[byte_of(ranked)];
            sorted[*place] = *ranked;
            *place += 1;
        }
        std::mem::swap(&mut ranked, &mut sorted);
    }
    Ok(ranked)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the standard library's stable sort has it.
    #[test]
    fn sorts() {
        let mut state = 1_u64;
        let mut number = |bits: u32| {
            state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
            (state >> 20) >> (44 - bits)
        };
        for (count, bits) in [(0, 8), (1, 8), (2, 1), (300, 3), (1000, 9), (1000, 44)] {
            let ranked: Vec<_> = (0..count)
                .map(|index| {
                    let rank = Rank(number(bits) << (44 - bits), u16::try_from(number(2)).expect("small"));
                    Ranked { rank: if index % 5 == 0 { rank.reversed() } else { rank }, index }
                })
                .collect();
            let mut expected = ranked.clone();
            expected.sort_by_key(|ranked| ranked.rank);
            let in_order = |ranked: &[Ranked]| ranked.iter().map(|ranked| ranked.index).collect::<Vec<_>>();
            assert_eq!(in_order(&sort(ranked).expect("there is memory")), in_order(&expected));
        }
    }
}
