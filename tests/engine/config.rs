//! How a run reads its config.

use pipeline_playground::python::Kind;

use crate::support::blame::{UNREAD, check_blame};

#[test]
fn what_should_be_an_object() {
    let cases = [
        (UNREAD, " «[]» "),
        (UNREAD, "«\"é\"»\n"),
        (UNREAD, "«null»"),
        (UNREAD, r#"{"é": 1, "flags": «[1, 2]»}"#),
        (UNREAD, r#"{"flags": {"adapt": false}, "flags": «null»}"#),
    ];
    check_blame(Kind::AttributeError, &cases);
}
