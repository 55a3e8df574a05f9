//! `pipeline docs check`: options, files, and sizes. What it says about pages is tested by the example trees.

use std::fs;
use std::path::Path;

use crate::support::command_line::{Outcome, folder, pipeline};

/// What is printed for some arguments in a folder, and the exit status.
fn check(folder: &Path, args: &[&str]) -> Result<(String, Option<i32>), Box<dyn std::error::Error>> {
    let output = pipeline(folder, &[&["docs", "check"], args].concat())?;
    Ok((String::from_utf8(output.stdout)?, output.status.code()))
}

const RIGHT: &str = "<pipeline-playground flags=\"cache=off\"></pipeline-playground>\n";

#[test]
fn a_file_or_a_folder() -> Outcome {
    let folder = folder("docs a file or a folder")?;
    fs::create_dir_all(folder.join("docs/.hidden"))?;
    for file in ["docs/a.md", "docs/b.md", "docs/.hidden/c.md"] {
        fs::write(folder.join(file), RIGHT)?;
    }
    assert_eq!(check(&folder, &["docs"])?, ("checked 2 embeds in 2 of 2 files\n".into(), Some(0)));
    assert_eq!(check(&folder, &["docs/b.md"])?, ("checked 1 embed in 1 of 1 file\n".into(), Some(0)));
    assert_eq!(check(&folder, &["docs/.hidden"])?, ("checked 1 embed in 1 of 1 file\n".into(), Some(0)));
    fs::write(folder.join("docs/.ignore"), "b.md\n")?;
    assert_eq!(check(&folder, &["docs"])?, ("checked 1 embed in 1 of 1 file\n".into(), Some(0)));
    Ok(())
}

/// A `src` that starts with `/` is below the folder, or below another root.
#[test]
fn the_root() -> Outcome {
    let folder = folder("docs the root")?;
    fs::create_dir_all(folder.join("docs/guide"))?;
    fs::create_dir_all(folder.join("static"))?;
    fs::write(folder.join("docs/guide/a.md"), "<pipeline-playground src=\"/a.json\"></pipeline-playground>")?;
    fs::write(folder.join("static/a.json"), "{}")?;
    let missing = |file: &str| {
        let fault = format!("docs/guide/a.md:1: src: there is no file {file}\n");
        (fault + "checked 1 embed in 1 of 1 file, found 1 fault\n", Some(1))
    };
    let right = ("checked 1 embed in 1 of 1 file\n".into(), Some(0));
    assert_eq!(check(&folder, &["docs"])?, missing("docs/a.json"));
    assert_eq!(check(&folder, &["docs/guide/a.md"])?, missing("docs/guide/a.json"));
    assert_eq!(check(&folder, &["docs", "--root", "static"])?, right);
    fs::write(folder.join("docs/a.json"), "{}")?;
    assert_eq!(check(&folder, &["docs"])?, right);
    // Above the folder that the program runs in.
    fs::write(
        folder.join("docs/guide/a.md"),
        "<pipeline-playground src=\"../../static/a.json\"></pipeline-playground>",
    )?;
    let (report, status) = check(&folder.join("docs/guide"), &["."])?;
    assert_eq!((report.as_str(), status), ("checked 1 embed in 1 of 1 file\n", Some(0)));
    Ok(())
}

/// The settings of a site are beside its pages, or in the folder above.
#[test]
fn a_site_of_python_markdown() -> Outcome {
    let folder = folder("docs python markdown")?;
    fs::create_dir_all(folder.join("site/docs/guide"))?;
    let page = "<pipeline-playground>\n<script type=\"application/json\">{}</script>\n</pipeline-playground>\n";
    fs::write(folder.join("site/docs/guide/a.md"), page)?;
    let is_noted = |path: &str| check(&folder, &[path]).map(|(report, _)| report.contains("note: Python-Markdown"));
    for settings in ["mkdocs.yml", "mkdocs.yaml", "zensical.toml"] {
        assert!(!is_noted("site")? && !is_noted("site/docs")?);
        fs::write(folder.join("site").join(settings), "")?;
        assert!(is_noted("site")? && is_noted("site/docs")?, "{settings}");
        assert!(!is_noted("site/docs/guide")?);
        fs::remove_file(folder.join("site").join(settings))?;
    }
    Ok(())
}

#[test]
fn unreadable_files() -> Outcome {
    let folder = folder("docs unreadable files")?;
    let (report, status) = check(&folder, &["gone"])?;
    assert!(report.starts_with("gone: ") && status == Some(1), "{report}");
    fs::write(folder.join("other.html"), b"<p>caf\xE9</p>")?;
    assert_eq!(check(&folder, &["."])?, ("checked 0 embeds in 0 of 1 file\n".into(), Some(0)));
    fs::write(folder.join("latin.html"), b"<p>caf\xC3\xA9\n<p>caf\xE9</p><pipeline-playground></pipeline-playground>")?;
    let expected = "latin.html:2: the file is not UTF-8\nchecked 0 embeds in 0 of 1 file, found 1 fault\n";
    assert_eq!(check(&folder, &["."])?, (expected.into(), Some(1)));
    fs::remove_file(folder.join("latin.html"))?;
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("gone.md", folder.join("dangling.md"))?;
        let (report, status) = check(&folder, &["."])?;
        assert!(report.contains("dangling.md: ") && status == Some(1), "{report}");
        fs::remove_file(folder.join("dangling.md"))?;
        fs::create_dir_all(folder.join("inner"))?;
        std::os::unix::fs::symlink("..", folder.join("inner/loop"))?;
        let (report, status) = check(&folder, &["."])?;
        assert!(report.contains("loop") && status == Some(1), "{report}");
    }
    Ok(())
}

#[test]
fn a_byte_order_mark() -> Outcome {
    let folder = folder("docs byte order mark")?;
    for name in ["a.md", "a.html"] {
        fs::write(folder.join(name), "\u{feff}<pipeline-playground x></pipeline-playground>\n")?;
    }
    let (report, _) = check(&folder, &["."])?;
    assert!(report.starts_with("a.html:1: there is no attribute \"x\""), "{report}");
    assert!(report.contains("\na.md:1: there is no attribute \"x\""), "{report}");
    Ok(())
}

/// A page of 5 MB.
#[test]
fn a_large_page() -> Outcome {
    let folder = folder("docs large page")?;
    let prose = "Some *words*, `code`, a [link](https://example.org) and <b>tags</b>.\n\n- An item\n\n".repeat(50);
    let page = format!("{prose}{DRIFTED}\n\n");
    let embeds = 5_000_000 / page.len();
    fs::write(folder.join("page.md"), page.repeat(embeds))?;
    let (report, status) = check(&folder, &["page.md"])?;
    assert_eq!(report.lines().last(), Some(&*format!("checked {embeds} embeds in 1 of 1 file, found {embeds} faults")));
    assert_eq!(status, Some(1));
    Ok(())
}

const DRIFTED: &str = "<pipeline-playground><script type=\"application/json\">{\"now\": 1}</script>\
    <pre>old</pre></pipeline-playground>";

/// Pages with very many embeds, on one line, or with what is never closed. If a step went over the whole page for each of
/// them, this would take hours.
#[test]
fn crafted_pages() -> Outcome {
    const SIZE: usize = 500_000;
    let folder = folder("docs crafted pages")?;
    let pages = [
        ("line.md", format!("{DRIFTED} ")),
        ("line.html", DRIFTED.to_owned()),
        ("raw.rst", format!(".. raw:: html\n\n   {DRIFTED}\n\nText::\n\n  <pipeline-playground>\n\n")),
        ("open.md", "<pipeline-playground>\n\n".to_owned()),
        ("pre.html", "<pipeline-playground><pre>".to_owned()),
        ("comment.mdx", "{/* <pipeline-playground> ".to_owned()),
        ("script.html", "<pipeline-playground><script type=\"application/json\">".to_owned()),
        ("text.md", "<pipeline-playground x=\"\n\n".to_owned()),
    ];
    for (name, part) in &pages {
        let count = SIZE / part.len();
        fs::write(folder.join(name), part.repeat(count))?;
        let (report, status) = check(&folder, &[name, "--write"])?;
        let expected = match *name {
            "line.md" | "line.html" | "raw.rst" => format!("{count} embeds in 1 of 1 file, brought {count} up to date"),
            "open.md" | "pre.html" | "comment.mdx" => format!("{count} embeds in 1 of 1 file, found {count} faults"),
            "script.html" => "1 embed in 1 of 1 file, found 1 fault".into(),
            _ => format!("0 embeds in 0 of 1 file, found {count} faults"),
        };
        assert_eq!(report.lines().last(), Some(&*format!("checked {expected}")), "{name}");
        assert_eq!(status, Some(i32::from(expected.contains("found"))), "{name}");
    }
    Ok(())
}

#[test]
fn unwritable_pages() -> Outcome {
    let folder = folder("docs unwritable pages")?;
    let page = "<pipeline-playground><script type=\"application/json\">{}</script><pre>old</pre></pipeline-playground>";
    fs::write(folder.join("a.md"), page)?;
    let mut permissions = fs::metadata(folder.join("a.md"))?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.join("a.md"), permissions)?;
    // For root, every file is writable.
    if fs::OpenOptions::new().append(true).open(folder.join("a.md")).is_err() {
        let (report, status) = check(&folder, &[".", "--write"])?;
        assert!(report.contains("found 2 faults") && status == Some(1), "{report}");
    }
    Ok(())
}

#[test]
fn options() -> Outcome {
    let folder = folder("docs options")?;
    let wrong: [&[&str]; 9] = [
        &["docs"],
        &["docs", "chekc"],
        &["docs", "check"],
        &["docs", "check", ".", "."],
        &["docs", "check", ".", "--wirte"],
        &["docs", "new", "a", "b"],
        &["docs", "new", "--shwo", "x"],
        &["docs", "new", "--view", "everything"],
        &["--explain", "docs"],
    ];
    for args in wrong {
        let output = pipeline(&folder, args)?;
        assert_eq!((output.status.code(), output.stderr.is_empty()), (Some(2), false), "{args:?}");
    }
    for args in [&["docs", "--help"][..], &["docs", "check", "--help"], &["docs", "new", "-h"]] {
        let output = pipeline(&folder, args)?;
        let text = String::from_utf8(output.stdout)?;
        assert!(output.status.success() && text.contains("--write") && text.contains("--root"), "{text}");
    }
    let help = String::from_utf8(pipeline(&folder, &["--help"])?.stdout)?;
    assert!(help.contains("pipeline docs check") && help.contains("pipeline docs new"), "{help}");
    Ok(())
}
