//! The example trees in `tests/docs`. Each has a `tree`, what is reported about it in `report.txt`, and, if `--write`
//! changes it, what is reported then in `written.txt`, and the tree as it is then in `written`. All of it holds with
//! either line end.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::command_line::{Outcome, folder, pipeline};

/// The files of a folder, by their paths in it.
type Tree = BTreeMap<PathBuf, String>;

fn read(folder: &Path, within: &Path, tree: &mut Tree) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = within.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &name, tree)?;
        } else {
            tree.insert(name, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}

fn tree(folder: &Path, newline: &str) -> Result<Tree, Box<dyn std::error::Error>> {
    let mut tree = Tree::new();
    read(folder, Path::new(""), &mut tree)?;
    for text in tree.values_mut() {
        *text = text.replace('\n', newline);
    }
    Ok(tree)
}

/// Checks an example tree, and writes to it.
fn check(name: &str, newline: &str) -> Outcome {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/docs").join(name);
    let before = tree(&example.join("tree"), newline)?;
    let report = fs::read_to_string(example.join("report.txt"))?;
    let is_changed = example.join("written").exists();
    let (after, second_report) = if is_changed {
        (tree(&example.join("written"), newline)?, fs::read_to_string(example.join("written.txt"))?)
    } else {
        (before.clone(), report.clone())
    };
    let copy = folder(&format!("docs {name} {newline}"))?;
    for (path, text) in &before {
        fs::create_dir_all(copy.join(path).parent().ok_or("a file is in a folder")?)?;
        fs::write(copy.join(path), text)?;
    }
    let run = |args: &[&str], expected: &str| -> Outcome {
        let output = pipeline(&copy, &[&["docs", "check", "."], args].concat())?;
        assert_eq!(String::from_utf8(output.stdout)?, expected, "{name} {args:?}");
        assert_eq!(String::from_utf8(output.stderr)?, "", "{name} {args:?}");
        let status = i32::from(expected.contains(", found "));
        assert_eq!(output.status.code(), Some(status), "{name} {args:?}");
        Ok(())
    };
    run(&[], &report)?;
    assert_eq!(tree(&copy, "\n")?, before, "a check changes nothing");
    run(&["--write"], &second_report)?;
    assert_eq!(tree(&copy, "\n")?, after);
    // Only what is reported as changed differs the second time.
    let third_report = second_report.replace(&brought(&second_report), "");
    run(&["--write"], &third_report)?;
    assert_eq!(tree(&copy, "\n")?, after, "the second time changes nothing");
    run(&[], &third_report)
}

/// The part of a report that says how many texts were brought up to date.
fn brought(report: &str) -> String {
    let start = report.find(", brought ");
    let length = start.and_then(|start| report[start + 1..].find([',', '\n']));
    start.zip(length).map_or(String::new(), |(start, length)| report[start..=start + length].to_owned())
}

#[test]
fn right() -> Outcome {
    check("right", "\n")?;
    check("right", "\r\n")
}

#[test]
fn faults() -> Outcome {
    check("faults", "\n")?;
    check("faults", "\r\n")
}

#[test]
fn drift() -> Outcome {
    check("drift", "\n")?;
    check("drift", "\r\n")
}

#[test]
fn mkdocs() -> Outcome {
    check("mkdocs", "\n")?;
    check("mkdocs", "\r\n")
}
