//! Several runs over one input.

use std::rc::Rc;

use pipeline_playground::pipeline::{Design, Input, Run, run_over};
use pipeline_playground::text::Text;

use crate::support::conformance::{self, Answer, CLOCK};
use crate::support::{configs, groups, records, run_at};

fn read(config: impl Into<Vec<u8>>) -> Rc<Input> {
    Rc::new(Input::read(Text::from_string(config.into())))
}

fn again(input: &Rc<Input>) -> Run {
    run_over(Rc::clone(input), &Design::default(), CLOCK)
}

#[test]
fn thirty_two_runs_over_one_input() {
    for config in [configs::SAMPLE, configs::MIXED, configs::FAILED, configs::REPEATED, "{}", "[]", "["] {
        let (once, input) = (run_at(config, CLOCK), read(config));
        let runs: Vec<_> = (0..32).map(|_| again(&input)).collect();
        // Queries start only after all runs have finished.
        for run in &runs {
            assert!(Rc::ptr_eq(run.input(), &input), "the input is not read again");
            assert_eq!(Answer::of(run), Answer::of(&once), "{config}");
            assert_eq!((run.summary(), run.failure()), (once.summary(), once.failure()), "{config}");
            assert_eq!((run.stages(), records(run), groups(run)), (once.stages(), records(&once), groups(&once)));
        }
        assert_eq!(Rc::strong_count(&input), 33, "the input is shared, not copied");
        drop(runs);
        assert_eq!(Rc::strong_count(&input), 1, "a dropped run releases its input");
    }
}

#[test]
fn every_conformance_case_twice() {
    for case in conformance::cases() {
        let input = read(case.input);
        let first = again(&input);
        for run in [&first, &again(&input)] {
            if let Err(difference) = case.expected.compare(&Answer::of(run)) {
                panic!("{}: {difference}", case.name);
            }
        }
    }
}

/// Every run over an unreadable input raises the same exception.
#[test]
fn an_unreadable_input() {
    let texts = [
        Text::from_string(b"{\"a\": }".to_vec()),
        Text::from_string(format!("[{}]", "9".repeat(4301)).into()),
        Text::from_string("[".repeat(10_000).into()),
        Text::from_file(b"{\"a\": \"\xff\"}".to_vec()),
    ];
    for text in texts {
        let bytes = text.bytes().to_vec();
        let input = Rc::new(Input::read(text));
        assert!(input.config().is_none() && input.document().is_none());
        let Input::Unread(_, failure) = &*input else { panic!("the input was read") };
        for _ in 0..3 {
            let run = again(&input);
            assert_eq!((run.failure(), run.summary()), (Some(&**failure), None));
            assert_eq!((run.text().bytes(), run.record_count()), (&bytes[..], 0));
        }
    }
}

/// The clock belongs to the run, not to its input.
#[test]
fn the_clock_of_each_run() {
    let input = read(configs::MIXED.replacen("\"now\": 1000,", "", 1));
    for clock in [0.0, 1000.0, 2000.5, 0.0] {
        let (run, once) = (run_over(Rc::clone(&input), &Design::default(), clock), run_at(input.text().bytes(), clock));
        assert_eq!((run.summary(), records(&run)), (once.summary(), records(&once)), "{clock}");
    }
    let stale = |clock| run_over(Rc::clone(&input), &Design::default(), clock).summary().map(|run| run.stale_records);
    assert_eq!((stale(0.0), stale(2000.5)), (Some(1), Some(4)));
}
