//! The files of a docs tree.

use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::page::Markup;

/// The pages below a folder, or the file itself, in the order of their names. Hidden files and those that Git ignores
/// are left out; links are followed. An error says what cannot be read.
pub(crate) fn pages(root: &Path) -> impl Iterator<Item = Result<(PathBuf, Markup), String>> {
    let walk = WalkBuilder::new(root).follow_links(true).git_global(false).sort_by_file_path(Path::cmp).build();
    walk.filter_map(|entry| match entry {
        Ok(entry) => page(&entry).map(Ok),
        Err(error) => Some(Err(error.to_string())),
    })
}

fn page(entry: &DirEntry) -> Option<(PathBuf, Markup)> {
    let markup = Markup::of(entry.path())?;
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    // Below the folder `.`, paths start with a `./` that says nothing.
    let path = entry.path().strip_prefix(".").unwrap_or(entry.path());
    (!is_folder).then(|| (path.to_owned(), markup))
}
