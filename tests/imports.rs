//! Checks that imports run downwards, without circles between files.
//!
//! syn parses each file of `src`. Every `use` and every written-out path counts, including those in code for one target
//! or feature, but not those in test modules. A re-exported name counts as an import of the file that defines it, so a
//! `mod.rs` that only declares and re-exports is never in a circle.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;
use std::{fs, io};

use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, File, ItemMod, ItemUse, Macro, Token, UseTree, VisRestricted, Visibility};

/// The contents of `src`, from the top down. A file imports from its own floor and from those below.
const FLOORS: [&[&str]; 7] =
    [&["bin", "wasm"], &["edit"], &["report"], &["pipeline"], &["python"], &["text"], &["hash", "names", "table"]];

/// The segments of a path from the root of `src`, such as `["python", "value", "Value"]`.
type Segments = Vec<String>;

/// The modules that are files.
type Files = BTreeMap<Segments, String>;

#[test]
fn imports_run_downwards_and_in_no_circles() {
    let mut sources = Vec::new();
    read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), "src", &mut sources).expect("the sources");
    let problems = problems(&sources);
    assert!(problems.is_empty(), "\n\n{}\n", problems.join("\n"));
}

/// Reads the name and the text of each file in a folder and in its subfolders.
fn read(folder: &Path, name: &str, sources: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &name, sources)?;
        } else if entry.path().extension().is_some_and(|extension| extension == "rs") {
            sources.push((name, fs::read_to_string(entry.path())?));
        }
    }
    Ok(())
}

/// The problems with the imports of these files, each given as a name and a text.
fn problems(sources: &[(String, String)]) -> Vec<String> {
    let files: Files = sources.iter().map(|(name, _)| (module_of(name), name.clone())).collect();
    let mut imports = Vec::new();
    for (name, text) in sources {
        let syntax: File = syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut reader = Reader { file: name, module: module_of(name), files: &files, imports: Vec::new() };
        reader.visit_file(&syntax);
        imports.append(&mut reader.imports);
    }
    let exports = imports.iter().filter_map(|import| Some((import.exported.clone()?, import.path.clone()))).collect();
    let mut edges = BTreeMap::<&str, BTreeMap<&str, String>>::new();
    for import in &imports {
        let path = definition(&import.path, &exports);
        let Some(target) = (0..=path.len()).rev().find_map(|length| files.get(&path[..length])) else { continue };
        if target != import.file {
            edges.entry(import.file).or_default().insert(target, import.path.join("::"));
        }
    }
    let mut problems: Vec<_> = edges.keys().filter_map(|file| homeless(file)).collect();
    for (file, targets) in &mut edges {
        // An import that runs upwards is reported once, and left out of the search for circles.
        for (target, path) in targets.extract_if(.., |target, _| floor(target) < floor(file)) {
            problems.push(format!("{file} must not import {target}, which is above it: {path}"));
        }
    }
    problems.extend(circles(&edges));
    problems
}

fn module_of(file: &str) -> Segments {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs");
    let mut module: Segments = path.split('/').map(str::to_owned).collect();
    module.pop_if(|last| ["lib", "main", "mod"].contains(&last.as_str()));
    module
}

/// The index of a file's floor. `None` for the library's root, which is above all floors.
fn floor(file: &str) -> Option<usize> {
    let module = module_of(file);
    FLOORS.iter().position(|floor| module.first().is_some_and(|first| floor.contains(&first.as_str())))
}

fn homeless(file: &str) -> Option<String> {
    let is_homeless = floor(file).is_none() && !module_of(file).is_empty();
    is_homeless.then(|| format!("{file} is on no floor: tests/imports.rs has to list it"))
}

/// The path of an item's definition, given a path that may go through re-exports.
fn definition(path: &[String], exports: &BTreeMap<Segments, Segments>) -> Segments {
    let mut path = path.to_vec();
    // Each step follows one re-export, so there are at most as many steps as re-exports.
    for _ in 0..exports.len() {
        let Some((length, target)) =
            (1..=path.len()).find_map(|length| exports.get(&path[..length]).map(|target| (length, target)))
        else {
            break;
        };
        path = [target, &path[length..]].concat();
    }
    path
}

/// For each import that is part of a circle, the shortest such circle.
fn circles(edges: &BTreeMap<&str, BTreeMap<&str, String>>) -> Vec<String> {
    let mut circles = BTreeSet::new();
    for (&start, targets) in edges {
        for &first in targets.keys() {
            let (mut came_from, mut queue) = (BTreeMap::from([(first, start)]), VecDeque::from([first]));
            while let Some(file) = queue.pop_front().filter(|_| !came_from.contains_key(start)) {
                for &next in edges.get(file).into_iter().flat_map(BTreeMap::keys) {
                    came_from.entry(next).or_insert_with(|| {
                        queue.push_back(next);
                        file
                    });
                }
            }
            if came_from.contains_key(start) {
                let mut circle = vec![start];
                while circle.len() < 2 || circle[circle.len() - 1] != start {
                    circle.push(came_from[circle[circle.len() - 1]]);
                }
                circle.pop();
                circle.reverse();
                let least = (0..circle.len()).min_by_key(|&index| circle[index]).unwrap_or_default();
                circle.rotate_left(least);
                circles.insert(circle);
            }
        }
    }
    let describe = |circle: &Vec<&str>| {
        let step = |index: usize| {
            let (file, target) = (circle[index], circle[(index + 1) % circle.len()]);
            format!("    {file} imports {target}: {}", edges[file][target])
        };
        format!("a circle:\n{}", (0..circle.len()).map(step).collect::<Vec<_>>().join("\n"))
    };
    circles.iter().map(describe).collect()
}

struct Import<'s> {
    file: &'s str,
    path: Segments,
    /// The path under which it is re-exported, if it is.
    exported: Option<Segments>,
}

/// Reads the imports of a file.
struct Reader<'s> {
    file: &'s str,
    /// The module that is being read: the file's, or an inline one.
    module: Segments,
    files: &'s Files,
    imports: Vec<Import<'s>>,
}

impl Reader<'_> {
    /// The path from the root of `src`. `None` for an item of another crate.
    fn resolve(&self, path: &[String]) -> Option<Segments> {
        let (first, rest) = path.split_first()?;
        let root = if self.module.first().is_some_and(|first| first == "bin") { 2 } else { 0 };
        let supers = path.iter().take_while(|segment| *segment == "super").count();
        match first.as_str() {
            "crate" => Some([&self.module[..root], rest].concat()),
            "self" => Some([&self.module, rest].concat()),
            "super" => Some([&self.module[..self.module.len().checked_sub(supers)?], &path[supers..]].concat()),
            "pipeline_playground" => Some(rest.to_vec()),
            _ => {
                let child = [&self.module[..], path].concat();
                self.files.contains_key(&child[..=self.module.len()]).then_some(child)
            }
        }
    }

    fn add(&mut self, path: &[String], exported_as: Option<&str>) {
        let Some(path) = self.resolve(path) else { return };
        let exported = exported_as.map(|name| [&self.module[..], &[name.to_owned()]].concat());
        self.imports.push(Import { file: self.file, path, exported });
    }

    fn add_tree(&mut self, tree: &UseTree, path: &mut Segments, exports: bool) {
        let length = path.len();
        match tree {
            UseTree::Path(step) => {
                path.push(step.ident.to_string());
                self.add_tree(&step.tree, path, exports);
            }
            UseTree::Group(group) => group.items.iter().for_each(|item| self.add_tree(item, path, exports)),
            UseTree::Glob(_) => self.add(path, None),
            UseTree::Name(_) | UseTree::Rename(_) => {
                let (name, known_as) = match tree {
                    UseTree::Rename(rename) => (rename.ident.to_string(), rename.rename.to_string()),
                    UseTree::Name(name) => (name.ident.to_string(), name.ident.to_string()),
                    _ => unreachable!("matched above"),
                };
                if name != "self" {
                    path.push(name);
                }
                self.add(path, exports.then_some(&known_as));
            }
        }
        path.truncate(length);
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if !module.attrs.iter().any(is_for_tests) {
            self.module.push(module.ident.to_string());
            visit::visit_item_mod(self, module);
            self.module.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.add_tree(&item.tree, &mut Vec::new(), !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Segments = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        // A single name is a local one, or one that a `use` has imported.
        if segments.len() > 1 {
            self.add(&segments, None);
        }
        visit::visit_path(self, path);
    }

    /// `pub(super)` imports nothing.
    fn visit_vis_restricted(&mut self, _: &'ast VisRestricted) {}

    /// Reads the arguments of `assert!` and the like. Those of other macros need not be Rust.
    fn visit_macro(&mut self, call: &'ast Macro) {
        if let Ok(arguments) = call.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated) {
            let mut inner =
                Reader { file: self.file, module: self.module.clone(), files: self.files, imports: Vec::new() };
            arguments.iter().for_each(|argument| inner.visit_expr(argument));
            self.imports.append(&mut inner.imports);
        }
    }
}

fn is_for_tests(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.meta.require_list().is_ok_and(|list| list.tokens.to_string() == "test")
}

/// The problems with these files, each given as a name without `src/` and `.rs`, and a text.
fn problems_of(files: &[(&str, &str)]) -> Vec<String> {
    problems(&files.iter().map(|(name, text)| (format!("src/{name}.rs"), (*text).to_owned())).collect::<Vec<_>>())
}

#[test]
fn imports_upwards_are_found() {
    let upwards = |importing: &str| {
        problems_of(&[("python/value", importing), ("report/mod", "mod log; pub use log::Line;"), ("report/log", "")])
    };
    let expected = |path: &str, file: &str| {
        [format!("src/python/value.rs must not import src/report/{file}.rs, which is above it: {path}")]
    };
    assert_eq!(upwards("use crate::report::Line;"), expected("report::Line", "log"));
    assert_eq!(upwards("use crate::{report::log::{self}, text};"), expected("report::log", "log"));
    assert_eq!(upwards("use super::super::report as r;"), expected("report", "mod"));
    assert_eq!(upwards("fn f() -> crate::report::log::Level { g() }"), expected("report::log::Level", "log"));
    assert_eq!(upwards("fn f() { assert!(crate::report::all()); }"), expected("report::all", "mod"));
    assert_eq!(upwards("#[cfg(target_arch = \"wasm32\")] use crate::report::Line;"), expected("report::Line", "log"));
    assert_eq!(upwards("#[cfg(test)] mod tests { use super::*; use crate::report::Line; }"), [] as [&str; 0]);
    assert_eq!(
        upwards("pub(super) struct Line; use std::report::Line; fn f(report: u8) { g(report) }"),
        [] as [&str; 0]
    );
}

#[test]
fn hosts_and_new_files() {
    let host = [("bin/pipeline/main", "mod explain; use pipeline_playground::text::Text;"), ("text/mod", "")];
    assert_eq!(problems_of(&host), [] as [&str; 0]);
    let new = problems_of(&[("new", "use crate::text::Text;"), ("text/mod", "")]);
    assert_eq!(new, ["src/new.rs is on no floor: tests/imports.rs has to list it"]);
}

#[test]
fn circles_are_found() {
    let python = "mod dumps; mod repr; mod value; pub use repr::Repr; pub use value::Value;";
    let circle = [
        ("python/mod", python),
        ("python/dumps", "use super::repr::Repr;"),
        ("python/repr", "use super::Value;"),
        ("python/value", "use super::dumps::Dumps;"),
    ];
    let expected = "a circle:\n    \
        src/python/dumps.rs imports src/python/repr.rs: python::repr::Repr\n    \
        src/python/repr.rs imports src/python/value.rs: python::Value\n    \
        src/python/value.rs imports src/python/dumps.rs: python::dumps::Dumps";
    assert_eq!(problems_of(&circle), [expected]);
    // A `mod.rs` that defines an item itself can be in a circle.
    let parent =
        [("python/mod", "mod repr; pub use repr::Repr; fn helper() {}"), ("python/repr", "use super::helper;")];
    let expected = "a circle:\n    \
        src/python/mod.rs imports src/python/repr.rs: python::repr::Repr\n    \
        src/python/repr.rs imports src/python/mod.rs: python::helper";
    assert_eq!(problems_of(&parent), [expected]);
    let none = [("python/mod", python), circle[1], circle[2], ("python/value", "use crate::text::Text;")];
    assert_eq!(problems_of(&none), [] as [&str; 0]);
}
