//! Runs the command line as a process.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{fs, io};

/// The result of a test that uses files or processes.
pub type Outcome = Result<(), Box<dyn Error>>;

/// An empty folder for a test.
pub fn folder(name: &str) -> io::Result<PathBuf> {
    let plain = |char: char| if char.is_ascii_alphanumeric() { char.into() } else { format!("_{:x}", u32::from(char)) };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name.chars().map(plain).collect::<String>());
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Runs the program in a folder.
pub fn pipeline(folder: &Path, args: &[&str]) -> io::Result<Output> {
    Command::new(env!("CARGO_BIN_EXE_pipeline")).current_dir(folder).args(args).output()
}

/// The text after the log lines. These must be the given ones, each after a time.
pub fn strip_logs<'s>(mut stderr: &'s str, logs: &[(String, String)]) -> Result<&'s str, String> {
    for (level, message) in logs {
        let time = stderr.get(..23).filter(|time| is_time(time)).ok_or("a log line starts with its time")?;
        let line = format!("{time} | {level} | {message}\n");
        stderr = stderr.strip_prefix(&line).ok_or_else(|| format!("expected {line:?}, found {stderr:.200?}"))?;
    }
    if stderr.get(..23).is_some_and(is_time) {
        Err("there are more log lines than expected".into())
    } else {
        Ok(stderr)
    }
}

/// Whether this is a time in the format of Python's logging.
fn is_time(text: &str) -> bool {
    text.bytes()
        .zip(b"dddd-dd-dd dd:dd:dd,ddd")
        .all(|(byte, &like)| if like == b'd' { byte.is_ascii_digit() } else { byte == like })
}
