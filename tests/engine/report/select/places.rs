//! The places of selected records, in the order of the text.

use pipeline_playground::pipeline::Fate;
use pipeline_playground::report::{RecordFilter, Sort};

use super::all;
use crate::support::configs::{MIXED, REPEATED};
use crate::support::run;

#[test]
fn places_in_the_order_of_the_text() {
    for config in [MIXED, REPEATED] {
        let run = run(config);
        let filters = [
            all(),
            RecordFilter { fate: Some(Fate::Kept), ..all() },
            RecordFilter { fate: Some(Fate::Invalid), sort: Sort::Age, descending: true, ..all() },
            RecordFilter { sort: Sort::Position, descending: true, ..all() },
            RecordFilter { text: Some("nowhere".into()), ..all() },
        ];
        for filter in filters {
            let selection = run.select(&filter).expect("there is memory");
            let mut spans: Vec<_> = run.records(&filter, 0).map(|record| record.span).collect();
            spans.sort_by_key(|span| span.start);
            for from in 0..=config.len() {
                for to in [from, from + 1, from + 30, from + 200, usize::MAX] {
                    let expected: Vec<_> =
                        spans.iter().filter(|span| span.start < to && span.end > from).cloned().collect();
                    let places: Vec<_> = run.places(&selection, from..to).expect("there is memory").collect();
                    assert_eq!(places, expected, "{filter:?} from {from} to {to}");
                }
            }
        }
    }
}
