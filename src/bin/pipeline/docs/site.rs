//! The site that pages belong to.

use std::path::{Path, PathBuf};

/// What is known of a site.
#[derive(Default)]
pub(crate) struct Site {
    /// The folder that `/` stands for.
    pub root: PathBuf,
    /// Whether Python-Markdown makes HTML of its Markdown.
    pub is_python_markdown: bool,
}

impl Site {
    /// The site of a folder or a file. `root`: its root, if that is not the folder. `MkDocs` and Zensical have their
    /// settings in the folder of the pages or in the one above.
    pub fn of(path: &Path, root: Option<&Path>) -> Self {
        let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
        let root = root.unwrap_or(folder);
        let settings = ["mkdocs.yml", "mkdocs.yaml", "zensical.toml"];
        let absolute = folder.canonicalize().unwrap_or_default();
        let has_settings = |folder: &Path| settings.iter().any(|name| folder.join(name).is_file());
        Self {
            root: root.strip_prefix(".").unwrap_or(root).to_owned(),
            is_python_markdown: absolute.ancestors().take(2).any(has_settings),
        }
    }
}
