//! The tools that build, serve and test the page: found where they are, installed where they are missing.
//!
//! Looked for on `PATH` first, then in a cache of this user's. What cannot be installed is one sentence
//! that says which tool, why it is needed and how to get it by hand.

mod browser;
mod compiled;
mod node;

pub use browser::{Browser, FLAGS};

use crate::step::ProgramFailed;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A tool that is not there and could not be put there.
#[derive(Debug, thiserror::Error)]
#[error("{tool} is missing: {why}. {remedy}{}", .cause.as_ref().map(|cause| format!(" (The attempt to install it failed: {cause}.)")).unwrap_or_default())]
pub struct Missing {
    /// Its name and version.
    pub tool: String,
    /// What it does for this project.
    pub why: &'static str,
    /// How to get it by hand, as a sentence.
    pub remedy: String,
    /// What went wrong when it was installed, if that was tried.
    pub cause: Option<ProgramFailed>,
}

/// What a command can need; only what it names is looked for and installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The Rust target the page is compiled for, and every crate downloaded.
    Wasm,
    /// The wasm-bindgen command line and its test runner.
    Bindgen,
    /// Trunk.
    Trunk,
    /// Node and the npm packages of package-lock.json.
    Node,
    /// Chromium and its driver.
    Browser,
}

/// The tools that were found, ready to be called.
#[derive(Debug)]
pub struct Tools {
    root: PathBuf,
    search_path: OsString,
    browser: Option<Browser>,
}

impl Tools {
    /// Finds what is needed and installs what is missing.
    pub fn find_or_install(needs: &[Need]) -> anyhow::Result<Self> {
        let root = root();
        let needed = |need| needs.contains(&need);
        let mut folders = Vec::new();
        if needed(Need::Wasm) {
            compiled::wasm_target()?;
            compiled::fetch_crates(&root)?;
        }
        if needed(Need::Bindgen) {
            folders.extend(compiled::wasm_bindgen(&root)?);
        }
        if needed(Need::Trunk) {
            folders.extend(compiled::trunk()?);
        }
        if needed(Need::Node) {
            node::packages(&root)?;
        }
        let browser = if needed(Need::Browser) { Some(Browser::find_or_install()?) } else { None };
        // npm's folder comes first: Debian's own wasm-opt builds pages that die at start.
        folders.insert(0, root.join("node_modules").join(".bin"));
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let search_path = std::env::join_paths(folders.into_iter().chain(std::env::split_paths(&inherited)))?;
        Ok(Self { root, search_path, browser })
    }

    /// A call of `program` from the repository's root, with every tool on its `PATH`.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.locate(program));
        command.current_dir(&self.root).env("PATH", &self.search_path);
        if program == "trunk" {
            // A failed build is told in the compiler's words; Trunk's own call stack says nothing about it.
            command.env_remove("RUST_BACKTRACE");
        }
        // Trunk takes NO_COLOR for a flag of its own and rejects the usual value "1".
        if std::env::var_os("NO_COLOR").is_some() && program == "trunk" {
            command.env_remove("NO_COLOR").arg("--color=never");
        }
        command
    }

    /// The browser, when it was asked for.
    pub fn browser(&self) -> Option<&Browser> {
        self.browser.as_ref()
    }

    // A program's name is looked up on our own PATH, not on the one that is handed to it.
    fn locate(&self, program: &str) -> PathBuf {
        on_path(&self.search_path, program).unwrap_or_else(|| PathBuf::from(program))
    }
}

/// The repository's root folder. `cargo run` names it; a binary called by hand remembers it.
pub fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    own.parent().map(Path::to_path_buf).unwrap_or(own)
}

/// A call of cargo from the repository's root.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// The first executable file of that name on a search path.
fn on_path(search_path: &std::ffi::OsStr, program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(search_path).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The first of several programs that is on the inherited `PATH`.
fn first_on_path(programs: &[&str]) -> Option<PathBuf> {
    let search_path = std::env::var_os("PATH")?;
    programs.iter().find_map(|program| on_path(&search_path, program))
}
