//! Which records the cache considers the same.

use crate::support::configs::MIXED;
use crate::support::{place, records, run};

/// A duplicate's original is the first of the equal records.
#[test]
fn originals() {
    let records = records(&run(MIXED));
    for (position, record) in records.iter().enumerate() {
        let original = match position {
            1 => Some(place(&records[0])),
            7 => Some(place(&records[5])),
            _ => None,
        };
        assert_eq!(record.original, original, "{position}");
    }
}

#[test]
fn two_spellings_of_one_record() {
    let records = records(&run(MIXED));
    assert_eq!((&records[7].key, &records[7].hashed), (&records[5].key, &records[5].hashed));
    assert_eq!(records[7].text, r#"{"timestamp": 1100, "value": [1], "id": 3, "source": "gr\u00f6\u00dfe"}"#);
}
