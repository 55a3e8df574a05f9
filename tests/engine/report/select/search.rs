//! The records that contain a text.

use pipeline_playground::report::RecordFilter;

use super::{all, selected};
use crate::support::configs::MIXED;
use crate::support::run;

#[test]
fn by_text() {
    let mixed = run(MIXED);
    let containing = |text: &str| selected(&mixed, &RecordFilter { text: Some(text.into()), ..all() });
    assert_eq!(containing("").len(), 12);
    assert_eq!(containing("\"X\""), [0, 1, 3]);
    assert_eq!(containing("TimeStamp\": 1100"), [5, 7]);
    assert_eq!(containing("PAYLOAD"), [9, 10, 11]);
    // Only the record itself is searched: neither the source, nor what comes after the record.
    assert!(containing("größe").is_empty() && containing("}, ").is_empty() && containing("},").is_empty());
    // Cache keys match if they start with the text, in either case.
    let keys: Vec<_> = mixed.records(&all(), 0).filter_map(|record| record.key).collect();
    assert_eq!(keys[3], "b917a0ffbb61");
    for digits in ["b917a0ffbb61", "B917A0FF", "b917a"] {
        assert_eq!(containing(digits), [3], "{digits}");
    }
    assert!(containing("917a0").is_empty() && containing("b917a0ffbb610").is_empty());
    assert_eq!(containing(&keys[7]), [5, 7], "a duplicate has the key of its original");
    // Beyond ASCII, case counts. An escape is searched as it is written.
    let texts =
        run(r#"{"sources": {"gamma": {"records": [{"id": "É"}, {"id": "é"}, {"id": "\u00e9"}, {"id": "😀"}]}}}"#);
    let containing = |text: &str| selected(&texts, &RecordFilter { text: Some(text.into()), ..all() });
    assert_eq!((containing("é"), containing("\\U00E9"), containing("😀")), (vec![1], vec![2], vec![3]));
}
