//! The command line's options and error messages. Its output for a config is tested by the conformance tests.

use std::fs;
use std::process::{Command, Output};

use crate::support::command_line::{Outcome, folder, pipeline, strip_logs};

/// Panics with the program's output unless a condition holds.
#[track_caller]
fn expect(condition: bool, what: &str, output: &Output) {
    assert!(condition, "{what}: {output:?}");
}

#[test]
fn output_to_standard_output() -> Outcome {
    let folder = folder("output")?;
    fs::write(folder.join("config.json"), "{\"now\": 1}")?;
    let config = fs::File::open(folder.join("config.json"))?;
    let output = Command::new(env!("CARGO_BIN_EXE_pipeline"))
        .current_dir(&folder)
        .args(["--input", "-", "--output", "-"])
        .stdin(config)
        .output()?;
    expect(
        output.status.success() && output.stdout.starts_with(b"{\n  \"records_in\": 0,"),
        "the summary is printed",
        &output,
    );
    expect(fs::read_dir(&folder)?.count() == 1, "nothing is written", &output);
    Ok(())
}

fn dry_run(args: &[&str], config: &str) -> Outcome {
    let folder = folder(&format!("dry run {}", args.len()))?;
    fs::write(folder.join("config.json"), config)?;
    let output = pipeline(&folder, &[&["--input", "config.json", "--output", "out/summary.json"], args].concat())?;
    expect(
        output.status.success() && output.stdout.starts_with(b"{\n  \"records_in\": 0,"),
        "everything runs",
        &output,
    );
    expect(!folder.join("out").exists(), "nothing is written", &output);
    let stderr = String::from_utf8_lossy(&output.stderr);
    expect(stderr.ends_with(" | INFO | dry run: out/summary.json is not written\n"), "it says so", &output);
    Ok(())
}

#[test]
fn dry_run_by_option() -> Outcome {
    dry_run(&["--dry-run"], "{\"now\": 1}")
}

#[test]
fn dry_run_by_config() -> Outcome {
    dry_run(&[], "{\"now\": 1, \"dry_run\": true}")
}

/// An option of the config counts by its truth, like a flag.
#[test]
fn dry_run_off() -> Outcome {
    for value in ["false", "0", "null", "\"\""] {
        let folder = folder("dry run off")?;
        fs::write(folder.join("config.json"), format!("{{\"now\": 1, \"dry_run\": {value}}}"))?;
        let output = pipeline(&folder, &["--input", "config.json", "--output", "out/summary.json"])?;
        expect(output.status.success() && output.stderr.is_empty(), "nothing is logged", &output);
        let written = fs::read(folder.join("out/summary.json"))?;
        expect(output.stdout.strip_suffix(b"\n") == Some(&written), "the summary is written", &output);
    }
    Ok(())
}

#[test]
fn dry_run_to_standard_output() -> Outcome {
    let folder = folder("dry run to standard output")?;
    let output = pipeline(&folder, &["--output", "-", "--dry-run"])?;
    expect(output.status.success() && output.stdout.starts_with(b"{\n"), "the summary is printed", &output);
    expect(fs::read_dir(&folder)?.count() == 0, "nothing is written", &output);
    let stderr = String::from_utf8_lossy(&output.stderr);
    let said = strip_logs(&stderr, &[("INFO".into(), "dry run: nothing is written".into())])?;
    expect(said.is_empty(), "it says so, and no more", &output);
    Ok(())
}

#[test]
fn explain() -> Outcome {
    let config = r#"{"now": 1000, "sources": {
        "alpha": {"records": [{"uid": 1, "data": "x"}, {"uid": 1, "data": "x"}, {"uid": 2}]},
        "gamma": {"records": [{"id": 1, "value": "y", "timestamp": 300}]}}}"#;
    let folder = folder("explain")?;
    fs::write(folder.join("config.json"), config)?;
    let output = pipeline(&folder, &["--input", "config.json", "--output", "-", "--explain"])?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    let table: Vec<&str> =
        stderr.lines().filter(|line| line.starts_with(['#', '0', '1', '2', '3']) && !line.contains(" | ")).collect();
    let expected = [
        "#  source  index  line  fate                    freshness         reconciliation  record",
        "0  alpha   0      2     kept                    fresh, age 0 s    mismatched      {\"id\": 1, \"value\": \"x\", \"source\": \"alpha\", \"freshness\": \"fresh\"}",
        "1  alpha   1      2     duplicate of #0                           mismatched      {\"id\": 1, \"value\": \"x\", \"source\": \"alpha\"}",
        "2  alpha   2      2     invalid: value missing                    single          {\"id\": 2, \"value\": null, \"source\": \"alpha\"}",
        "3  gamma   0      3     kept                    stale, age 700 s  mismatched      {\"id\": 1, \"value\": \"y\", \"timestamp\": 300, \"source\": \"gamma\", \"freshness\": \"stale\"}",
    ];
    expect(table == expected, "the table shows what became of each record", &output);
    Ok(())
}

/// Whatever names a config has, a row is a single line, and no control character gets to the terminal.
#[test]
fn explain_in_one_line() -> Outcome {
    let config = r#"{"now": 1, "required_fields": ["a\tb", "c\u0085"], "sources": {
        "g\nö\u001b\u007f": {"records": [{"id": "\u001b"}]}}}"#;
    let folder = folder("explain in one line")?;
    fs::write(folder.join("config.json"), config)?;
    let output = pipeline(&folder, &["--input", "config.json", "--output", "-", "--explain"])?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    let row = r#"0  g\nö\u{1b}\u{7f}  0      2     invalid: a\tb, c\u{85} missing                             {"id": "\u001b", "source": "g\n\u00f6\u001b\u007f"}"#;
    expect(stderr.ends_with(&format!("\n{row}\n")), "control characters are escaped", &output);
    Ok(())
}

#[test]
fn help() -> Outcome {
    let folder = folder("help")?;
    let output = pipeline(&folder, &["--help"])?;
    for option in ["--input", "--output", "--explain", "--clock", "--dry-run", "--help", "--version"] {
        expect(String::from_utf8_lossy(&output.stdout).contains(option), option, &output);
    }
    let version = pipeline(&folder, &["--version"])?;
    expect(version.stdout == format!("pipeline {}\n", env!("CARGO_PKG_VERSION")).as_bytes(), "the version", &version);
    Ok(())
}

#[test]
fn wrong_options() -> Outcome {
    let folder = folder("wrong options")?;
    for args in [&["--outptu", "x"][..], &["--clock", "noon"], &["--input"], &["stray"]] {
        let output = pipeline(&folder, args)?;
        expect(output.status.code() == Some(2) && !output.stderr.is_empty(), "wrong options are refused", &output);
    }
    Ok(())
}

/// The last line is Python's. The line above it says where the exception was raised.
#[test]
fn failure() -> Outcome {
    let start = "{\"now\": 10, \"sources\": {\r\n  \"é\": {\"records\": [{\"id\": 1, \"value\": 1},\r\n";
    let adapted = ("INFO".into(), "adapted 2 records from é".into());
    let cases = [
        (
            format!("{start}    {{\"id\": \"é\", \"value\": 2, \"timestamp\": \"soon\"}}]}}}}}}"),
            vec![adapted],
            "  in stage freshness, source é, record 1, line 3, column 42\n\
             TypeError: unsupported operand type(s) for -: 'int' and 'str'\n",
        ),
        (
            format!("{start} 7]}}}}}}"),
            vec![],
            "  in stage adapt, source é, record 1, line 3, column 2\nTypeError: 'int' object is not a mapping\n",
        ),
        (
            "{\n \"sources\": []}".into(),
            vec![],
            "  in stage adapt, line 2, column 13\nAttributeError: 'list' object has no attribute 'items'\n",
        ),
        ("[]".into(), vec![], "  in line 1, column 1\nAttributeError: 'list' object has no attribute 'get'\n"),
        (
            "{\r\n\"a\": é}".into(),
            vec![],
            "  in line 2, column 6\njson.decoder.JSONDecodeError: Expecting value: line 2 column 6 (char 7)\n",
        ),
    ];
    for (config, logs, said) in cases {
        let folder = folder("failure")?;
        fs::write(folder.join("config.json"), config)?;
        let output = pipeline(&folder, &["--input", "config.json", "--output", "summary.json"])?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        expect(strip_logs(&stderr, &logs)? == said, said, &output);
        expect(output.status.code() == Some(1) && output.stdout.is_empty(), "there is no summary", &output);
        expect(!folder.join("summary.json").exists(), "nothing is written", &output);
    }
    Ok(())
}

/// A folder cannot be read as input. Nor can the empty path, which is the current folder to Python.
#[test]
fn unreadable_input() -> Outcome {
    let folder = folder("unreadable")?;
    for (input, said) in [(".", "pipeline: .: "), ("", "pipeline: ")] {
        let output = pipeline(&folder, &["--input", input])?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        expect(output.status.code() == Some(1) && stderr.starts_with(said), "it says which file", &output);
        expect(output.stdout.is_empty() && fs::read_dir(&folder)?.count() == 0, "nothing runs", &output);
    }
    Ok(())
}

/// A path below a file does not exist, as for Python's `Path.exists`.
#[test]
fn input_below_a_file() -> Outcome {
    let folder = folder("below a file")?;
    fs::write(folder.join("file"), "[]")?;
    let output = pipeline(&folder, &["--input", "file/config.json", "--output", "-"])?;
    let ran = output.stdout.starts_with(b"{\n  \"records_in\": 0,");
    expect(output.status.success() && ran && output.stderr.is_empty(), "the config is {}", &output);
    Ok(())
}

#[test]
fn unwritable_output() -> Outcome {
    let folder = folder("unwritable")?;
    fs::write(folder.join("file"), "")?;
    let output = pipeline(&folder, &["--output", "file/summary.json"])?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    expect(
        output.status.code() == Some(1) && stderr.contains("pipeline: file/summary.json: "),
        "it says which file",
        &output,
    );
    Ok(())
}
