//! Where each number stands in the summary's text.

use pipeline_playground::pipeline::SummaryNumber;

use crate::support::configs::MIXED;
use crate::support::run;

/// Each number where it stands in the summary's text.
#[test]
fn numbers_of_the_summary() {
    let names = SummaryNumber::ALL.map(SummaryNumber::name);
    assert!(names.into_iter().all(|name| SummaryNumber::named(name).map(SummaryNumber::name) == Some(name)));
    assert_eq!((SummaryNumber::named("cache"), SummaryNumber::named("")), (None, None));
    let texts = |config: &str| -> Vec<_> {
        let summary = run(config).summary().expect("a summary").to_string();
        let mut behind = 0;
        let text = |number: SummaryNumber| {
            let place = number.find(&summary)?;
            assert!(place.start > behind, "they come in order");
            behind = place.end;
            let key = number.name().split('.').next_back().unwrap_or_default();
            assert!(summary[..place.start].ends_with(&format!("\"{key}\": ")));
            Some(summary[place].to_owned())
        };
        SummaryNumber::ALL.into_iter().map(text).map(Option::unwrap_or_default).collect()
    };
    assert_eq!(texts(MIXED), ["12", "7", "2", "10", "0.1667", "3", "2", "2", "1", "1"]);
    assert_eq!(texts("{}"), ["0", "0", "0", "0", "0.0", "0", "0", "", "", ""]);
}
