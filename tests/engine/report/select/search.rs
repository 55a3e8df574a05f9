//! The records that hold a text.

use pipeline_playground::report::RecordFilter;

use super::{all, selected};
use crate::support::configs::MIXED;
use crate::support::run;

#[test]
fn by_text() {
    let mixed = run(MIXED);
    let holding = |text: &str| selected(&mixed, &RecordFilter { text: Some(text.into()), ..all() });
    assert_eq!(holding("").len(), 12);
    assert_eq!(holding("\"X\""), [0, 1, 3]);
    assert_eq!(holding("TimeStamp\": 1100"), [5, 7]);
    assert_eq!(holding("PAYLOAD"), [9, 10, 11]);
    // Only what stands in the record itself: no source, no line end behind it.
    assert!(holding("größe").is_empty() && holding("}, ").is_empty() && holding("},").is_empty());
    // The cache keys begin with it, in either case; they do not just hold it.
    let keys: Vec<_> = mixed.records(&all(), 0).filter_map(|record| record.key).collect();
    assert_eq!(keys[3], "b917a0ffbb61");
    for digits in ["b917a0ffbb61", "B917A0FF", "b917a"] {
        assert_eq!(holding(digits), [3], "{digits}");
    }
    assert!(holding("917a0").is_empty() && holding("b917a0ffbb610").is_empty());
    assert_eq!(holding(&keys[7]), [5, 7], "a duplicate has the key of its original");
    // Beyond ASCII as it stands there, and an escape is what is written.
    let texts =
        run(r#"{"sources": {"gamma": {"records": [{"id": "É"}, {"id": "é"}, {"id": "\u00e9"}, {"id": "😀"}]}}}"#);
    let holding = |text: &str| selected(&texts, &RecordFilter { text: Some(text.into()), ..all() });
    assert_eq!((holding("é"), holding("\\U00E9"), holding("😀")), (vec![1], vec![2], vec![3]));
}
