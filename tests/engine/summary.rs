//! Where each number is in the summary's text.

use pipeline_playground::pipeline::SummaryNumber;

use crate::support::configs::MIXED;
use crate::support::run;

#[test]
fn numbers_of_the_summary() {
    let names = SummaryNumber::ALL.map(SummaryNumber::name);
    assert!(names.into_iter().all(|name| SummaryNumber::named(name).map(SummaryNumber::name) == Some(name)));
    assert_eq!((SummaryNumber::named("cache"), SummaryNumber::named("")), (None, None));
    let texts = |config: &str| -> Vec<_> {
        let summary = run(config).summary().expect("a summary").to_string();
        let mut end = 0;
        let text = |number: SummaryNumber| {
            let span = number.find(&summary)?;
            assert!(span.start > end, "the numbers are in order");
            end = span.end;
            let key = number.name().split('.').next_back().unwrap_or_default();
            assert!(summary[..span.start].ends_with(&format!("\"{key}\": ")));
            Some(summary[span].to_owned())
        };
        SummaryNumber::ALL.into_iter().map(text).map(Option::unwrap_or_default).collect()
    };
    assert_eq!(texts(MIXED), ["12", "7", "2", "10", "0.1667", "3", "2", "2", "1", "1"]);
    assert_eq!(texts("{}"), ["0", "0", "0", "0", "0.0", "0", "0", "", "", ""]);
}
