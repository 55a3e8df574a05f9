//! `pipeline docs new`: what it prints passes `docs check`.

use std::fs;
use std::path::Path;
use std::process::Output;

use pipeline_playground::pipeline::Stage;
use proptest::prelude::*;

use crate::support::command_line::{Outcome, folder, pipeline};
use crate::support::configs::SAMPLE;
use crate::support::{generator, run_at};

fn new(folder: &Path, args: &[&str]) -> std::io::Result<Output> {
    pipeline(folder, &[&["docs", "new"], args].concat())
}

/// The tag for a config. Checks that nothing in it ends the HTML in Markdown, and that it passes the check there and in
/// HTML.
fn tag(folder: &Path, config: impl AsRef<[u8]>, args: &[&str]) -> Result<String, Box<dyn std::error::Error>> {
    fs::write(folder.join("config.json"), config)?;
    let output = new(folder, &[&["config.json"], args].concat())?;
    let tag = String::from_utf8(output.stdout)?;
    if !output.status.success() {
        return Err(String::from_utf8(output.stderr)?.into());
    }
    assert!(!tag.trim_end().lines().any(|line| line.trim().is_empty()), "{tag}");
    fs::write(folder.join("page.md"), format!("Text\n{tag}\nMore text\n"))?;
    fs::write(folder.join("page.html"), &tag)?;
    for page in ["page.md", "page.html"] {
        let output = pipeline(folder, &["docs", "check", page])?;
        let report = String::from_utf8(output.stdout)?;
        assert_eq!(report, "checked 1 embed in 1 of 1 file\n", "{tag}");
    }
    Ok(tag)
}

#[test]
fn a_tag() -> Outcome {
    let folder = folder("docs new a tag")?;
    let config = "{\r\n  \"now\": 1000,\r\n \t\r\n\r\n  \"sources\": {}}\r\n\r\n";
    let args = ["--flags", "cache=off reconcile=off", "--show=flow,summary", "--readonly", "--height", "60vh"];
    let expected = r#"<div>
<pipeline-playground flags="cache=off reconcile=off" show="flow,summary" readonly height="60vh">
<script type="application/json">{
  "now": 1000,
  "sources": {}}</script>
<pre>{
  "records_in": 0,
  "records_out": 0,
  "stages_run": [
    "adapt",
    "validate",
    "freshness"
  ],
  "cache": {
    "hits": 0,
    "misses": 0,
    "hit_rate": 0.0
  },
  "validation_errors": 0,
  "stale_records": 0,
  "reconciliation": {}
}</pre>
</pipeline-playground>
</div>
"#;
    assert_eq!(tag(&folder, config, &args)?, expected);
    let sample = tag(&folder, SAMPLE, &["--record", "alpha[0]", "--number", "cache.hits", "--stage", "cache"])?;
    assert!(sample.contains("\"records_in\": 6,"), "{sample}");
    Ok(())
}

/// With a `src`, the config is not in the tag, but what is prerendered is its summary.
#[test]
fn a_tag_with_a_source() -> Outcome {
    let folder = folder("docs new source")?;
    fs::write(folder.join("config.json"), SAMPLE)?;
    let output = new(&folder, &["config.json", "--src", "config.json"])?;
    let tag = String::from_utf8(output.stdout)?;
    assert!(tag.starts_with("<div>\n<pipeline-playground src=\"config.json\">\n<pre>{\n  \"records_in\": 6,"), "{tag}");
    fs::write(folder.join("page.md"), tag)?;
    let output = pipeline(&folder, &["docs", "check", "page.md"])?;
    assert!(output.status.success(), "{output:?}");
    Ok(())
}

/// What would end the script, or start a comment in it, is written in another way. JSON reads the same.
#[test]
fn what_html_would_read() -> Outcome {
    let folder = folder("docs new html")?;
    let config = r#"{"now": 1, "sources": {"a</script><!--<script>": {"records": [{"id": "</pre>&amp;<b>"}]}}}"#;
    let tag = tag(&folder, config, &["--record", "a</script><!--<script>[0]", "--lang", "es"])?;
    assert!(tag.contains(r#"{"a<\/script><!\u002d-<script>": {"records": [{"id": "<\/pre>&amp;<b>"}]}}"#), "{tag}");
    assert!(tag.contains(r#" record="a&lt;/script&gt;&lt;!--&lt;script&gt;[0]" lang="es">"#), "{tag}");
    Ok(())
}

#[test]
fn an_exception() -> Outcome {
    let folder = folder("docs new exception")?;
    let tag_of_list = tag(&folder, "[]", &[])?;
    assert!(tag_of_list.contains("<pre>AttributeError: 'list' object has no attribute 'get'</pre>"), "{tag_of_list}");
    for broken in ["{\"a\": \"\\</script>\"}", "{} </script>", "{\"a\": <!--", "", "\n\n", "{\n\n\n\"a\": \"\n\n\"}"] {
        let tag = tag(&folder, broken, &[])?;
        assert!(tag.contains("<pre>JSONDecodeError: "), "{tag}");
    }
    let output = new(&folder, &["config.json"])?;
    assert!(String::from_utf8(output.stderr)?.starts_with("pipeline: note: the config raises JSONDecodeError: "));
    Ok(())
}

#[test]
fn what_cannot_be_a_tag() -> Outcome {
    let folder = folder("docs new refused")?;
    let stale = r#"{"sources": {"gamma": {"records": [{"id": 1, "value": 1, "timestamp": 1800000000}]}}}"#;
    let cases: [(&[u8], &[&str], &str); 4] = [
        (stale.as_bytes(), &[], "the summary changes with the clock"),
        (b"\"\xFF\"", &[], "the config is not UTF-8"),
        (b"\"\0\"", &[], "NUL"),
        (b"{\"now\": 1}", &["--record", "alpha[0]"], "the config has no source \"alpha\""),
    ];
    for (config, args, problem) in cases {
        fs::write(folder.join("config.json"), config)?;
        let output = new(&folder, &[&["config.json"], args].concat())?;
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.starts_with("pipeline: ") && said.contains(problem), "{said}");
        assert!(output.status.code() == Some(1) && output.stdout.is_empty(), "{output:?}");
    }
    let output = new(&folder, &["gone.json"])?;
    assert!(String::from_utf8(output.stderr)?.starts_with("pipeline: gone.json: "));
    assert_eq!(output.status.code(), Some(1));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the config, the tag passes the check, and its summary is the config's, unless the clock decides.
    #[test]
    fn any_config_makes_a_tag_that_passes(bytes in prop::collection::vec(any::<u8>(), 0..1500), flag in 0..5_usize, html: bool) {
        let mut config = String::from_utf8_lossy(&generator::config(&bytes)).replace('\0', "");
        if html {
            config = config.replace("order_001", "</script><!--<script>").replace("\"x\"", "\"<!-- &lt; </pre>\"");
        }
        let flags = ["adapt=on", "cache=off", "validate=off, freshness=off", "freshness=off", "reconcile=off cache=on"];
        let folder = folder("docs new property").expect("a folder");
        let tag = match tag(&folder, &config, &["--flags", flags[flag]]) {
            Ok(tag) => tag,
            Err(refused) => {
                prop_assert!(refused.to_string().contains("the summary changes with the clock"), "{refused}");
                let [early, late] = [1_700_000_000.0, 253_402_300_799.0].map(|clock| run_at(&config, clock));
                prop_assert_ne!(early.summary(), late.summary());
                return Ok(());
            }
        };
        // A flag that is on anyway changes nothing.
        let run = run_at(&config, 1_700_000_000.0);
        if let Some(summary) = run.summary().filter(|it| flag == 0 && it.stages_run.contains(&Stage::Adapt)) {
            prop_assert!(tag.contains(&format!("<pre>{summary}</pre>")), "{tag}\n{summary}");
        }
    }
}
