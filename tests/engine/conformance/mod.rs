//! Compares the library and the command line with CPython's recorded answers (`tests/conformance`).
//!
//! Each test runs one file of cases and names every case that differs. `CASE` selects the cases whose name contains it:
//! `CASE=timestamp_null cargo test --features cli --test engine conformance::`.

mod command_line;
mod library;

use std::any::Any;
use std::env;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::support::command_line::Outcome;
use crate::support::conformance;

// The number of cases in each file, so that a lost case is noticed.
const NAMED: usize = 154;
const RANDOM: usize = 1600;
const DEEP: usize = 15;
const FILES: usize = 37;

/// Checks all cases of a file, or those that `CASE` selects.
fn check_all<C>(cases: impl Iterator<Item = C>, count: usize, name: fn(&C) -> &str, check: fn(C) -> Outcome) {
    let picked = env::var("CASE").unwrap_or_default();
    assert!(picks_any(&picked), "no conformance case has CASE={picked} in its name");
    check_picked(&picked, cases, count, name, check);
}

/// Panics with the name and the difference of every case that fails.
fn check_picked<C>(
    picked: &str,
    cases: impl Iterator<Item = C>,
    count: usize,
    name: fn(&C) -> &str,
    check: fn(C) -> Outcome,
) {
    let (mut seen, mut failed) = (0, Vec::new());
    for case in cases {
        seen += 1;
        let name = name(&case).to_owned();
        if !name.contains(picked) {
            continue;
        }
        match catch_unwind(AssertUnwindSafe(|| check(case))) {
            Ok(Ok(())) => {}
            Ok(Err(difference)) => failed.push(format!("{name}: {difference}")),
            Err(panic) => failed.push(format!("{name}: {}", panic_message(&*panic))),
        }
    }
    assert!(failed.is_empty(), "{} of {seen} cases failed\n\n{}\n", failed.len(), failed.join("\n\n"));
    assert_eq!(seen, count, "cases in the file");
}

/// Whether the name of any case, in any file, contains this.
fn picks_any(picked: &str) -> bool {
    picked.is_empty()
        || conformance::cases().any(|case| case.name.contains(picked))
        || conformance::file_cases().any(|case| case.name.contains(picked))
}

fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref().copied());
    format!("panicked: {}", text.unwrap_or_default())
}

/// Fails with both answers if they differ.
fn compare<T: Debug + PartialEq>(python: &T, engine: &T) -> Outcome {
    if python == engine { Ok(()) } else { Err(format!("\nCPython: {python:?}\nengine: {engine:?}").into()) }
}

#[test]
fn there_are_1806_cases() {
    assert_eq!(NAMED + RANDOM + DEEP + FILES, 1806);
    assert_eq!(conformance::cases().count() + conformance::file_cases().count(), 1806);
}

/// `CASE` selects cases by a part of their names. Selecting none is a mistake.
#[test]
fn a_case_is_picked_by_a_part_of_its_name() {
    assert!(picks_any("timestamp_null") && picks_any("stamp_nul") && picks_any(""));
    assert!(!picks_any("timestamp_nulls"));
}

/// One failing case does not hide another, whether it differs or panics.
#[test]
fn every_failing_case_is_named() {
    let check = |case: &str| match case {
        "differs" => compare(&1, &2),
        "panics" => panic!("at this"),
        _ => Ok(()),
    };
    let run = |picked, count| {
        let cases = ["differs", "is right", "panics"].into_iter();
        let caught = catch_unwind(|| check_picked(picked, cases, count, |case| case, check));
        caught.map_err(|panic| panic_message(&*panic))
    };
    let expected = "2 of 3 cases failed\n\ndiffers: \nCPython: 1\nengine: 2\n\npanics: panicked: at this\n";
    assert_eq!(run("", 3), Err(format!("panicked: {expected}")));
    assert_eq!(run("right", 3), Ok(()));
    assert!(run("right", 4).is_err_and(|message| message.contains("cases in the file")), "a case is lost");
}
