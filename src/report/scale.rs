//! Where numbers are on the axis of a timeline.

use crate::python::decimal;

/// From how many limits on an axis is too long for equal steps: the limit would be within a pixel or two of 0.
const FAR: f64 = 1000.0;

/// The significant digits of the numbers between the ends.
const DIGITS: i32 = 3;

/// The most ticks for powers of ten, on either side of 0.
const DECADES: i32 = 6;

/// How numbers become places on an axis. A greater number has a greater place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scale {
    /// The place is the number.
    Even,
    /// Up to the unit, a power of ten, places are even. From there on, each power of ten takes as much of the axis as
    /// the one before it.
    Decades { unit: f64 },
}

impl Scale {
    /// The scale for an axis with these ends and this limit.
    pub fn of(from: f64, to: f64, limit: f64) -> Self {
        let farthest = from.abs().max(to.abs());
        match magnitude(limit) {
            Some(exponent) if farthest >= FAR * limit && magnitude(farthest / decimal(1, exponent)).is_some() => {
                Self::Decades { unit: decimal(1, exponent) }
            }
            _ => Self::Even,
        }
    }

    #[inline(never)]
    pub fn place(self, number: f64) -> f64 {
        let Self::Decades { unit } = self else { return number };
        let units = number.abs() / unit;
        let place = match magnitude(units) {
            Some(exponent) if units >= 1.0 => f64::from(exponent) + 1.0 + (units / decimal(1, exponent) - 1.0) / 9.0,
            _ => units,
        };
        place.copysign(number)
    }

    /// A number with about this place, rounded.
    pub fn number(self, place: f64) -> f64 {
        let Self::Decades { unit } = self else { return place };
        let size = place.abs();
        let decade = (size - 1.0).floor().max(-1.0);
        let units = if decade < 0.0 { size } else { decimal(1, whole(decade)) * (1.0 + 9.0 * (size - 1.0 - decade)) };
        let number = units * unit;
        let rounded = magnitude(number).map_or(number, |exponent| {
            let exponent = exponent + 1 - DIGITS;
            decimal(whole(number / decimal(1, exponent)), exponent)
        });
        rounded.copysign(place)
    }

    /// 0 and powers of ten between two numbers, in order. `None` for even steps.
    pub fn ticks(self, from: f64, to: f64) -> Option<Vec<f64>> {
        let Self::Decades { unit } = self else { return None };
        let last = whole(self.place(from.abs().max(to.abs())).floor());
        let step = (last + DECADES - 1) / DECADES;
        let sizes = (0..).map(|count| count * step).take_while(|&place| place < last.max(1));
        let sizes: Vec<_> = sizes.map(|exponent| unit * decimal(1, exponent)).collect();
        let below = sizes.iter().rev().map(|size| -size);
        Some(below.chain([0.0]).chain(sizes.iter().copied()).filter(|&tick| from <= tick && tick <= to).collect())
    }
}

/// The exponent of the largest power of ten that is not above a number. `None` if the number is very small or very
/// large.
#[inline(never)]
pub(super) fn magnitude(number: f64) -> Option<i32> {
    (-20..20).find(|&exponent| decimal(1, exponent) <= number && number < decimal(1, exponent + 1))
}

/// The nearest int.
#[expect(clippy::cast_possible_truncation, reason = "it counts units of which the axis has at most some 100,000")]
pub(super) fn whole(number: f64) -> i32 {
    number.round_ties_even() as i32
}
