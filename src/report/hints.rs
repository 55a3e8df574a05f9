//! What a config says that its writer surely did not mean, and that is no error to Python.

use std::ops::Range;

use crate::names::names;
use crate::pipeline::stages::adapt::ADAPTERS;
use crate::pipeline::{Field, Run, SettingKey, Shape, Stage, View};
use crate::python::{Number, Value};

/// Something that was surely not meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    pub kind: HintKind,
    /// The key whose value it is, or that was probably meant.
    pub key: &'static [u8],
    /// The bytes of the text that it is about. The whole config if `now` is absent.
    pub span: Range<usize>,
}

names! {
    /// What was surely not meant.
    pub enum HintKind {
        /// A key that nothing reads is nearly one that would be read, and that is absent.
        Key = "key",
        /// The name of a source that no adapter knows is nearly that of one that has an adapter.
        Source = "source",
        /// A flag is a string. It is on, whatever it says.
        Flag = "flag",
        /// `required_fields` is a string: each of its characters is a required field.
        Letters = "letters",
        /// A timestamp looks like milliseconds, beside a `now` in seconds.
        Milliseconds = "milliseconds",
        /// A timestamp is later than `now`.
        Future = "future",
        /// `now` looks like milliseconds.
        NowMilliseconds = "now_milliseconds",
        /// Records have ages, and the clock stands in for an absent `now`.
        NoNow = "no_now",
        /// `dry_run` is on.
        DryRun = "dry_run",
    }
}

/// The keys of a config.
const KEYS: [&[u8]; 6] = [b"sources", b"flags", REQUIRED, b"max_age_seconds", NOW, DRY_RUN];
const NOW: &[u8] = SettingKey::Now.name().as_bytes();
const REQUIRED: &[u8] = b"required_fields";
const DRY_RUN: &[u8] = b"dry_run";
const FLAGS: [&[u8]; 5] = [
    Stage::Adapt.name().as_bytes(),
    Stage::Cache.name().as_bytes(),
    Stage::Validate.name().as_bytes(),
    Stage::Freshness.name().as_bytes(),
    Stage::Reconcile.name().as_bytes(),
];

/// The sources that have an adapter.
static SOURCES: [&[u8]; 2] = [ADAPTERS[0].0.as_bytes(), ADAPTERS[1].0.as_bytes()];

/// How many keys of an object are looked at.
const LOOKED_AT: usize = 100;

/// The most hints on keys.
const MOST: usize = 10;

/// A number of seconds from here on looks like milliseconds: as seconds, it would be after the year 5000.
const MILLISECONDS: f64 = 1e11;

impl Run {
    /// What the config says that its writer surely did not mean, and that is no error to Python.
    pub(crate) fn hints(&self) -> Vec<Hint> {
        let mut hints = Hints(Vec::new());
        if let Some(document) = self.input.document() {
            let config = document.root();
            hints.look_for(HintKind::Key, &KEYS, config);
            if let Some(flags) = config.get("flags") {
                hints.look_for(HintKind::Key, &FLAGS, flags);
                for flag in FLAGS {
                    hints.look_at(HintKind::Flag, flag, flags, is_text);
                }
            }
            if let Some(sources) = config.get("sources") {
                hints.look_for(HintKind::Source, &SOURCES, sources);
            }
            self.look_at_a_violation(self.adapted.view(document), &mut hints);
            hints.look_at(HintKind::Letters, REQUIRED, config, is_text);
            hints.look_at(HintKind::DryRun, DRY_RUN, config, is_on);
            if self.trace.fresh + self.trace.stale > 0 {
                self.look_at_times(config, self.adapted.view(document), &mut hints);
            }
        }
        hints.0
    }

    /// Looks at the keys of the first record that breaks the contract.
    fn look_at_a_violation(&self, view: View<'_>, hints: &mut Hints) {
        let Some(&position) = self.trace.violations.first() else { return };
        let record = view.record(position as usize);
        let Some(object) = record.object() else { return };
        let mut known: [&[u8]; 3] = [b"id", b"value", b"timestamp"];
        let mut count = 3;
        if let Shape::Renamed { id, value } = record.shape() {
            (known[0], known[1], count) = (id.as_bytes(), value.as_bytes(), 2);
        }
        hints.look_for(HintKind::Key, &known[..count], object);
    }

    /// Looks at what the freshness stage calculated with.
    fn look_at_times(&self, config: Value<'_>, view: View<'_>, hints: &mut Hints) {
        let given = config.get_bytes(NOW);
        let now = given.map_or(self.clock, seconds);
        if given.is_none() || now >= MILLISECONDS {
            let kind = if given.is_none() { HintKind::NoNow } else { HintKind::NowMilliseconds };
            hints.add(kind, NOW, given.unwrap_or(config));
        }
        for (position, record) in view.records(0..self.record_count()).enumerate() {
            let Field::Value(timestamp) = record.timestamp() else { continue };
            let ahead = seconds(timestamp) - now;
            if ahead > 0.0 && self.trace.freshness(position).is_some() {
                let is_milliseconds = (MILLISECONDS..f64::INFINITY).contains(&ahead);
                let kind = if is_milliseconds { HintKind::Milliseconds } else { HintKind::Future };
                hints.add(kind, b"timestamp", timestamp);
                // One is enough to say it, and this is done after every run.
                break;
            }
        }
    }
}

/// The float nearest to a number.
#[inline(never)]
fn seconds(value: Value<'_>) -> f64 {
    Number::of(value).map_or(f64::NAN, |number| number.nearest_float())
}

struct Hints(Vec<Hint>);

impl Hints {
    #[inline(never)]
    fn add(&mut self, kind: HintKind, key: &'static [u8], value: Value<'_>) {
        self.0.push(Hint { kind, key, span: value.span() });
    }

    /// Looks at the value of a key.
    #[inline(never)]
    fn look_at(
        &mut self,
        kind: HintKind,
        key: &'static [u8],
        object: Value<'_>,
        is_meant_otherwise: fn(Value<'_>) -> bool,
    ) {
        if let Some(value) = object.get_bytes(key).filter(|&value| is_meant_otherwise(value)) {
            self.add(kind, key, value);
        }
    }

    /// Looks for keys of an object that are nearly known ones.
    #[inline(never)]
    fn look_for(&mut self, kind: HintKind, known: &[&'static [u8]], object: Value<'_>) {
        for (key, _) in object.items().take(LOOKED_AT) {
            let Some(text) = key.verbatim() else { continue };
            let near = known.iter().find(|known| is_near(text, known));
            // A known key is nearly itself.
            if let Some(near) = near.filter(|near| self.0.len() < MOST && object.get_bytes(near).is_none()) {
                self.add(kind, near, key);
            }
        }
    }
}

fn is_on(value: Value<'_>) -> bool {
    value.truth()
}

/// A string that is not empty.
fn is_text(value: Value<'_>) -> bool {
    value.is_str() && value.truth()
}

/// Whether a key is nearly a known one: a letter is missing, too many, or another one, two neighbours are swapped, or
/// only the case differs. The first letter is right, and no letter of a short key is missing.
#[inline(never)]
fn is_near(key: &[u8], known: &[u8]) -> bool {
    let is_same = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
    let start = key.iter().zip(known).take_while(is_same).count();
    let end = key.iter().skip(start).rev().zip(known.iter().skip(start).rev()).take_while(is_same).count();
    let same = start + end;
    let (key_rest, known_rest) = (key.len() - same, known.len() - same);
    match key_rest.max(known_rest) {
        0 => true,
        _ if start == 0 => false,
        1 => known.len() > 3 || (known_rest == 0 && !key[start].is_ascii_alphanumeric()),
        // Swapped neighbours are the same the other way round.
        2 => key_rest == known_rest && key[start] == known[start + 1] && key[start + 1] == known[start],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_are_nearly_known() {
        let near = [
            ("source", "sources"),
            ("Sources", "sources"),
            ("suorces", "sources"),
            ("sourcess", "sources"),
            ("chache", "cache"),
            ("cach", "cache"),
            ("cahce", "cache"),
            ("ADAPT", "adapt"),
            ("required-fields", "required_fields"),
            ("requiredfields", "required_fields"),
            ("max_age_second", "max_age_seconds"),
            ("Now", "now"),
            ("now ", "now"),
            ("nwo", "now"),
            ("ID", "id"),
            ("vaule", "value"),
            ("dryrun", "dry_run"),
        ];
        for (key, known) in near {
            assert!(is_near(key.as_bytes(), known.as_bytes()), "{key} {known}");
        }
        let far = [
            ("how", "now"),
            ("no", "now"),
            ("nor", "now"),
            ("note", "now"),
            ("uuid", "uid"),
            ("zeta", "beta"),
            ("", "now"),
            ("", "id"),
            ("sorce", "sources"),
            ("max_age", "max_age_seconds"),
            ("validation", "validate"),
            ("di", "id"),
            ("größe", "value"),
        ];
        for (key, known) in far {
            assert!(!is_near(key.as_bytes(), known.as_bytes()), "{key} {known}");
        }
    }
}
