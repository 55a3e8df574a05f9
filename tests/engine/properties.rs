//! Properties that hold for every input. They also cover reports that CPython has no answers for: places in the text,
//! fates, groups, edits.

use md5::{Digest, Md5};
use pipeline_playground::edit::{JsonNumber, SettingKey, edit_flag, edit_setting};
use pipeline_playground::pipeline::{self, Fate, Run, Stage};
use pipeline_playground::python::{Value, float_repr, loads, round4};
use pipeline_playground::report::{RecordFilter, Sort, StageCounts};
use pipeline_playground::text::Text;
use proptest::prelude::*;

use crate::support::{generator, groups, records, run};

/// The invariants of a run, whatever its text.
fn check(run: &Run) {
    let length = run.text().bytes().len();
    assert!(run.summary().is_some() != run.failure().is_some());
    if let Some(span) = run.failure().and_then(|failure| failure.exception.span.clone()) {
        assert!(span.start <= span.end && span.end <= length, "{span:?} is not in the text");
    }
    let records = records(run);
    assert_eq!(records.len(), run.record_count());
    for (position, record) in records.iter().enumerate() {
        assert_eq!(record.position, position);
        if let (Some(key), Some(hashed)) = (&record.key, &record.hashed) {
            let digest = Md5::digest(hashed)[..6].iter().fold(0, |number, &byte| (number << 8) | u64::from(byte));
            assert_eq!(format!("{digest:012x}"), *key);
        }
        match record.fate {
            Fate::Duplicate { of } => {
                assert!(of < position && records[of].key == record.key);
                assert!(!matches!(records[of].fate, Fate::Duplicate { .. }), "the first of its kind");
            }
            Fate::Invalid => assert!(!record.missing.is_empty()),
            Fate::Kept => assert!(record.missing.is_empty()),
        }
        assert_eq!(record.age.is_some(), record.freshness.is_some());
        assert_eq!(
            record.original.as_ref().map(|original| original.position),
            match record.fate {
                Fate::Duplicate { of } => Some(of),
                Fate::Kept | Fate::Invalid => None,
            }
        );
        assert_eq!(run.record_at(record.span.start), Some(position));
        assert!(run.record(position).is_some_and(|detail| detail.report == *record));
        let mark = record.freshness.map(|freshness| format!("\"freshness\": \"{}\"", freshness.name()));
        assert!(mark.is_none_or(|mark| record.text.contains(&mark)));
    }
    let groups = groups(run);
    for (index, group) in groups.iter().enumerate() {
        let sources: Vec<_> = group.values.iter().map(|value| &value.source).collect();
        assert!(!sources.is_empty() && group.values.is_sorted_by_key(|value| value.claim.record));
        assert!(group.values.iter().all(|value| records[value.claim.record].group == Some(index)));
        let verdict = match &group.values[..] {
            [_] => "single",
            [first, rest @ ..] if rest.iter().all(|value| value.claim.text == first.claim.text) => "matched",
            _ => "mismatched",
        };
        assert_eq!(group.verdict.name(), verdict);
        // Of each source's records with the key, the last one counts instead of the others.
        for record in records.iter().filter(|record| record.group == Some(index)) {
            let counts = group.values.iter().any(|value| value.claim.record == record.position);
            let by = record
                .overwritten_by
                .as_ref()
                .map(|by| (&by.source, group.values.iter().any(|value| value.claim.record == by.position)));
            assert_eq!(by, (!counts).then_some((&record.source, true)));
        }
    }
    check_selections(run);
    if let Some(summary) = run.summary() {
        assert_eq!(summary.records_out, records.iter().filter(|record| record.fate == Fate::Kept).count());
        let [.., freshness, reconcile] = run.stages();
        assert_eq!(reconcile.records_in, summary.records_in);
        assert_eq!(freshness.records_out, summary.records_out);
    }
}

/// Every order has each record once, and the timeline each age.
fn check_selections(run: &Run) {
    let all: Vec<_> = (0..run.record_count()).collect();
    for sort in [Sort::Position, Sort::Fate, Sort::Key, Sort::Age] {
        for descending in [false, true] {
            let filter = RecordFilter { sort, descending, ..RecordFilter::default() };
            let mut positions: Vec<_> = run.select(&filter).expect("there is memory").positions(0).collect();
            positions.sort_unstable();
            assert_eq!(positions, all, "{filter:?}");
        }
    }
    let [.., freshness, _] = run.stages();
    let StageCounts::Freshness { fresh, stale } = freshness.counts else { unreachable!("its own counts") };
    let timeline = run.timeline(5);
    assert_eq!(timeline.is_some(), fresh + stale > 0);
    if let Some(timeline) = timeline {
        let counts = || timeline.buckets.iter().map(|bucket| bucket.counts).chain([timeline.outside]);
        assert_eq!(counts().map(|counts| counts.fresh).sum::<usize>(), fresh);
        assert_eq!(counts().map(|counts| counts.stale).sum::<usize>(), stale);
        let fractions = timeline.points.iter().map(|point| point.at).chain([timeline.limit_at, timeline.zero_at]);
        assert!(fractions.into_iter().all(|at| (0.0..=1.0).contains(&at)), "{timeline:?}");
    }
    let selection = run.select(&RecordFilter::default()).expect("there is memory");
    assert_eq!(run.places(&selection, 0..usize::MAX).expect("there is memory").count(), all.len());
    let total = run.text().position(run.text().bytes().len()).utf16;
    for offset in [0, total / 2, total] {
        let window = run.text().window(offset, 20);
        assert!(window.start <= window.end && run.text().part(window).len() <= run.text().bytes().len());
    }
    assert_eq!(run.settings().is_some(), run.config().is_some_and(Value::is_dict));
}

/// The span of each record is a JSON object.
fn check_spans(run: &Run) {
    for record in records(run) {
        let text = run.text().bytes()[record.span.clone()].to_vec();
        let document = loads(Text::from_string(text)).expect("a record's span is JSON");
        assert!(document.root().is_dict());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_an_answer(text in "\\PC*") {
        check(&run(text));
    }

    #[test]
    fn any_bytes_have_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&run(&bytes));
        check(&pipeline::run(Text::from_file(bytes), 1000.0));
    }

    /// Even a string that is not UTF-8, which nobody should pass.
    #[test]
    fn any_bytes_in_a_string_have_an_answer(bytes in prop::collection::vec(prop::sample::select(STRING_BYTES.to_vec()), 0..12)) {
        let config = [b"{\"sources\": {\"gamma\": {\"records\": [{\"id\": \"", &bytes[..], b"\"}]}}}"].concat();
        check(&run(&config));
    }

    #[test]
    fn any_soup_of_tokens_has_an_answer(tokens in prop::collection::vec(prop::sample::select(TOKENS.to_vec()), 0..40)) {
        check(&run(tokens.concat()));
    }

    #[test]
    fn any_config_has_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..1500)) {
        let run = run(generator::config(&bytes));
        check(&run);
        check_spans(&run);
    }

    /// The bytes of a file have the same answer as its text, unless line ends shift positions.
    #[test]
    fn bytes_and_strings_agree(bytes in prop::collection::vec(any::<u8>(), 0..1500)) {
        let mut config = generator::config(&bytes);
        config.retain(|&byte| byte != b'\r');
        if std::str::from_utf8(&config).is_err() {
            return Ok(());
        }
        let (string, file) = (run(&config), pipeline::run(Text::from_file(config), 1000.0));
        prop_assert_eq!(string.summary(), file.summary());
        prop_assert_eq!(string.failure(), file.failure());
    }

    /// The edit sets the number, and changes no other value.
    #[test]
    fn editing_a_setting_edits_just_that(bytes in prop::collection::vec(any::<u8>(), 0..1500), now: bool, number: f64) {
        let config = generator::config(&bytes);
        let setting = if now { SettingKey::Now } else { SettingKey::MaxAge };
        let text = format!("{number:?}");
        let Some(value) = JsonNumber::new(&text) else { return Ok(()) };
        let Ok(document) = loads(Text::from_string(config.clone())) else { return Ok(()) };
        let Some(edit) = edit_setting(&document, setting, &value) else {
            prop_assert!(document.root().get(setting.name()).is_some() || !document.root().is_dict());
            return Ok(());
        };
        let edited = [&config[..edit.range.start], edit.insert.as_bytes(), &config[edit.range.end..]].concat();
        let edited = loads(Text::from_string(edited)).expect("the edited text is JSON");
        prop_assert_eq!(edited.root().get(setting.name()).map(Value::source_text), Some(text.as_bytes()));
        prop_assert_eq!(edit_setting(&edited, setting, &value), None);
        for (key, value) in document.root().items().filter(|(key, _)| !key.is(setting.name().as_bytes())) {
            let key = key.to_py_string();
            let after = edited.root().get_bytes(key.as_bytes()).map(Value::source_text);
            prop_assert_eq!(after, Some(value.source_text()));
        }
    }

    /// The edit switches the flag, and changes no other value.
    #[test]
    fn editing_a_flag_edits_just_that(bytes in prop::collection::vec(any::<u8>(), 0..1500), stage in 0..5_usize, on: bool) {
        let config = generator::config(&bytes);
        let stage = Stage::ALL[stage];
        let Ok(document) = loads(Text::from_string(config.clone())) else { return Ok(()) };
        let before = flags(document.root());
        let Some(edit) = edit_flag(&document, stage, on) else {
            prop_assert!(before.is_none_or(|flags| flags[stage as usize] == on));
            return Ok(());
        };
        let edited = [&config[..edit.range.start], edit.insert.as_bytes(), &config[edit.range.end..]].concat();
        let edited = loads(Text::from_string(edited)).expect("the edited text is JSON");
        let mut expected = before.unwrap_or([true; 5]);
        expected[stage as usize] = on;
        prop_assert_eq!(flags(edited.root()), Some(expected));
        for (key, value) in document.root().items().filter(|(key, _)| !key.is(b"flags")) {
            let key = key.to_py_string();
            let after = edited.root().get_bytes(key.as_bytes()).map(Value::source_text);
            prop_assert_eq!(after, Some(value.source_text()));
        }
    }

    #[test]
    fn positions_are_those_of_a_plain_walk(text in "[a\né🐍\r]{0,60}", repeat in 1..900_usize, file: bool) {
        let text = text.repeat(repeat);
        let walked = if file { Text::from_file(text.clone().into()) } else { Text::from_string(text.clone().into()) };
        for (offset, _) in text.char_indices().step_by(1 + text.len() / 20) {
            let before = &text[..offset];
            if file && before.ends_with('\r') && text[offset..].starts_with('\n') {
                continue;
            }
            let before = if file { before.replace("\r\n", "\n").replace('\r', "\n") } else { before.to_owned() };
            let position = walked.position(offset);
            prop_assert_eq!(position.char, before.chars().count());
            prop_assert_eq!(position.utf16, before.encode_utf16().count());
            prop_assert_eq!(position.line, before.matches('\n').count());
            prop_assert_eq!(position.column, before.chars().rev().take_while(|&char| char != '\n').count());
        }
    }

    #[test]
    fn a_float_reads_back_from_its_repr(float in any::<f64>()) {
        let repr = float_repr(float);
        let read: f64 = repr.parse().expect("a float");
        prop_assert!(read.to_bits() == float.to_bits() || (read.is_nan() && float.is_nan()));
    }

    /// No other number with four decimals is nearer.
    #[test]
    fn rounding_is_to_the_nearest(hits in 0..5000_u32, misses in 1..5000_u32) {
        let rate = f64::from(hits) / f64::from(hits + misses);
        prop_assert!((round4(rate) - rate).abs() <= 0.000_05 + f64::EPSILON);
        prop_assert_eq!(round4(round4(rate)).to_bits(), round4(rate).to_bits());
    }
}

/// The flags as Python sees them. `None` if reading them fails.
fn flags(config: Value<'_>) -> Option<[bool; 5]> {
    let flags = config.is_dict().then(|| config.get("flags"))?;
    match flags {
        None => Some([true; 5]),
        Some(flags) if !flags.is_dict() => None,
        Some(flags) => Some(Stage::ALL.map(|stage| flags.get(stage.name()).is_none_or(Value::truth))),
    }
}

/// Lead bytes, continuation bytes, surrogates, overlong forms, and the characters of escapes.
const STRING_BYTES: [u8; 14] = [b'\\', b'u', b'd', b'8', b'0', b'a', b'n', 0x7F, 0x80, 0xC1, 0xC3, 0xED, 0xF0, 0xFF];

const TOKENS: [&str; 24] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\"a\"",
    "\"id\"",
    "\"sources\":{\"alpha\":{\"records\":[",
    "]}}",
    "0",
    "-",
    "1.5",
    "1e",
    "NaN",
    "Infinity",
    "null",
    "true",
    "\\",
    "\\u00e",
    "\n",
    "é",
    "\"\\ud800\"",
];
