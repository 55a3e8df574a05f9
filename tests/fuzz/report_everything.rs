//! Requests all reports of a run.

use pipeline_playground::pipeline::Run;
use pipeline_playground::report::{GroupFilter, RecordFilter, Sort};

pub fn report_everything(run: &Run) {
    assert!(run.summary().is_some() != run.failure().is_some());
    let length = run.text().bytes().len();
    for record in run.records(&RecordFilter::default(), 0) {
        assert!(record.span.end <= length && run.text().position(record.span.end).utf16 <= length);
    }
    for position in 0..run.record_count() {
        assert!(run.record(position).is_some_and(|detail| run.record_at(detail.report.span.start) == Some(position)));
    }
    let text = run.summary().map(ToString::to_string).unwrap_or_default();
    for sort in [Sort::Position, Sort::Fate, Sort::Key, Sort::Age] {
        for descending in [false, true] {
            let filter = RecordFilter { sort, descending, ..RecordFilter::default() };
            let selection = run.select(&filter).expect("there is memory");
            assert_eq!(selection.count(), run.record_count());
            assert_eq!(run.places(&selection, 0..length).expect("there is memory").count(), run.record_count());
        }
        let filter = RecordFilter { text: Some(text.as_str().into()), sort, ..RecordFilter::default() };
        assert!(run.select(&filter).is_ok_and(|selection| selection.count() <= run.record_count()));
    }
    let window = run.text().window(length / 2, 10);
    assert!(run.text().part(window).len() <= length);
    let _ = (run.timeline(3), run.settings(), run.sources().count());
    assert_eq!(run.logs(0).count(), run.log_count());
    assert_eq!(run.groups(&GroupFilter::default(), 0).count(), run.group_count());
    let _ = (
        run.stages(),
        run.summary().map(ToString::to_string),
        run.failure().map(|failure| failure.exception.to_string()),
    );
}
