//! `pipeline docs check --write`, wherever an embed stands and whatever is prerendered.

use std::fs;

use proptest::prelude::*;

use crate::support::command_line::{folder, pipeline};

/// The name of a page, what is before the first line of its embed, and what is before each other line.
const PLACES: [(&str, &str, &str); 10] = [
    ("page.md", "", ""),
    ("page.md", "- ", "  "),
    ("page.md", "1. An item\n\n    ", "    "),
    ("page.md", "> ", "> "),
    ("page.md", "> - ", ">   "),
    ("page.md", "!!! note\n\n    === \"Tab\"\n\n        ", "        "),
    ("page.html", "", ""),
    ("page.html", "<ul>\n  <li>\n    ", "    "),
    ("page.rst", ".. raw:: html\n\n   ", "   "),
    ("page.mdx", "<Tabs>\n\n    ", "    "),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Once it is written, the page is right, and only what is in the `<pre>` has changed.
    #[test]
    fn once_is_enough(
        place in prop::sample::select(PLACES.to_vec()),
        old in prop::collection::vec("[ ]{0,6}[{}a\"&;]{1,8}[ ]{0,2}", 0..5),
        (deeper, is_below, is_above, is_crlf) in any::<(bool, bool, bool, bool)>(),
    ) {
        let (name, first, indent) = place;
        let inner = if deeper { "  " } else { "" };
        let before = "<pipeline-playground>\n<script type=\"application/json\">{\"now\": 1}</script>\n";
        let config = if name == "page.mdx" { before.replace("{\"now\": 1}", "{`{\"now\": 1}`}") } else { before.into() };
        let start = format!("{config}{inner}<pre>{}", if is_below { "\n" } else { "" });
        let end = format!("{}</pre>\n</pipeline-playground>", if is_above { "\n" } else { "" });
        let newline = if is_crlf { "\r\n" } else { "\n" };
        let in_place = |text: &str| text.replace('\n', &format!("\n{indent}")).replace('\n', newline);
        let (start, end) = (first.replace('\n', newline) + &in_place(&start), in_place(&end) + newline);
        let folder = folder("docs write").expect("a folder");
        let page = folder.join(name);
        fs::write(&page, format!("{start}{}{end}", in_place(&old.join("\n")))).expect("it can be written");
        let run = |args: &[&str]| {
            let output = pipeline(&folder, &[&["docs", "check", name], args].concat()).expect("it runs");
            (output.status.success(), String::from_utf8(output.stdout).expect("text"))
        };
        let written = run(&["--write"]);
        prop_assert_eq!(written, (true, "checked 1 embed in 1 of 1 file, brought 1 up to date\n".to_owned()));
        let text = fs::read_to_string(&page).expect("text");
        prop_assert!(text.starts_with(start.trim_end_matches([' ', '>', '\r', '\n'])), "{text}");
        prop_assert!(text.ends_with(end.trim_start_matches([' ', '>', '\r', '\n'])), "{text}");
        prop_assert_eq!(text.matches('\n').count(), text.matches(newline).count());
        let right = (true, "checked 1 embed in 1 of 1 file\n".to_owned());
        prop_assert_eq!(run(&["--write"]), right.clone());
        prop_assert_eq!(run(&[]), right);
        prop_assert_eq!(fs::read_to_string(&page).expect("text"), text);
    }
}
