//! Node and the npm packages: wasm-opt, esbuild, Leaflet, the end-to-end tests and what makes the base map.

use super::Missing;
use crate::step::{ask, run, step};
use anyhow::Context;
use std::fs;
use std::path::Path;
use std::process::Command;

const OLDEST_NODE: u32 = 20;

/// Installs the packages of package-lock.json unless exactly these are installed.
pub fn packages(root: &Path) -> anyhow::Result<()> {
    let remedy = format!("Install Node.js {OLDEST_NODE} or newer, which brings npm, and have both on PATH.");
    let why =
        "its packages join and shrink the page (esbuild, wasm-opt) and test it in a browser (Playwright)";
    let version = ask(Command::new("node").arg("--version"));
    let major = version.as_deref().and_then(major);
    if major.is_none_or(|major| major < OLDEST_NODE) || ask(npm().arg("--version")).is_none() {
        let found = version.map_or(String::new(), |version| format!(" (found: {version})"));
        return Err(Missing { tool: format!("Node.js with npm{found}"), why, remedy, cause: None }.into());
    }

    // npm's own record of what is installed differs in form from the lock file; a copy of the lock does not.
    let lock = fs::read(root.join("package-lock.json")).context("package-lock.json could not be read.")?;
    let stamp = root.join("node_modules").join(".package-lock.installed.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step("npm ci", || {
        run(npm().current_dir(root).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
    })
    .map_err(|cause| Missing {
        tool: "the npm packages of package-lock.json".to_owned(),
        why,
        remedy: "Run `npm ci` in the repository's root and mend what it says.".to_owned(),
        cause: Some(cause),
    })?;
    fs::write(&stamp, lock).with_context(|| format!("{} could not be written.", stamp.display()))
}

fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lock file that names the registry it was written with works nowhere else.
    #[test]
    fn the_lock_file_names_versions_and_no_registry() {
        let lock = fs::read_to_string(crate::tools::root().join("package-lock.json")).unwrap();
        let lock: serde_json::Value = serde_json::from_str(&lock).unwrap();
        let packages = lock["packages"].as_object().unwrap();
        assert!(packages.values().all(|package| package.get("resolved").is_none()));
        let wanted = packages[""]["devDependencies"].as_object().unwrap();
        let exact = |version: &str| version.starts_with(|first: char| first.is_ascii_digit());
        assert!(wanted.values().all(|version| version.as_str().is_some_and(exact)), "{wanted:?}");
    }

    #[test]
    fn the_major_version_of_node() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("unknown"), None);
    }
}
