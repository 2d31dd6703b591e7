//! Tools that cargo and rustup bring: the wasm target, the crates, Trunk and the wasm-bindgen command line.

use super::{Missing, cargo, first_on_path};
use crate::step::{ask, run, say, step};
use anyhow::Context;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

/// 0.22 needs a newer compiler than this project's.
const TRUNK: &str = "0.21.14";
const TARGET: &str = "wasm32-unknown-unknown";

/// Settings of the caller's that must not shape a tool it merely uses.
const NOT_FOR_TOOLS: [&str; 7] = [
    "RUSTFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_INSTALL_ROOT",
    "RUSTDOCFLAGS",
];

/// Makes sure that the compiler can compile for the browser.
pub fn wasm_target() -> anyhow::Result<()> {
    let installed = ask(Command::new("rustup").args(["target", "list", "--installed"]));
    let there = match &installed {
        Some(list) => list.lines().any(|line| line.trim() == TARGET),
        // Not every Rust comes from rustup; then the compiler itself knows.
        None => ask(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))
            .is_some_and(|folder| Path::new(&folder).is_dir()),
    };
    if there {
        return Ok(());
    }
    step(&format!("rustup target add {TARGET}"), || {
        run(Command::new("rustup").args(["target", "add", TARGET]))
    })
    .map_err(|cause| Missing {
        tool: format!("the Rust target {TARGET}"),
        why: "the page is Rust compiled to WebAssembly",
        remedy: format!(
            "Run `rustup target add {TARGET}`, or install the package of your system that brings it."
        ),
        cause: Some(cause),
    })?;
    Ok(())
}

/// Downloads every crate of Cargo.lock, because Trunk works offline.
pub fn fetch_crates(root: &Path) -> anyhow::Result<()> {
    // Asking first keeps the usual case silent, and works where there is no network at all.
    let here =
        ask(cargo().current_dir(root).args(["fetch", "--locked", "--offline", "--target", TARGET])).is_some();
    if !here {
        step("cargo fetch", || run(cargo().args(["fetch", "--locked"]))).context(
            "The crates named in Cargo.lock could not be downloaded. Check the network and try again.",
        )?;
    }
    Ok(())
}

/// The folder that holds Trunk, or nothing when a fitting one is on `PATH`.
pub fn trunk() -> anyhow::Result<Option<PathBuf>> {
    find_or_install(&Tool {
        package: "trunk",
        version: TRUNK,
        programs: &["trunk"],
        locked: true,
        why: "it builds and serves the page",
        takes: "about 5 minutes on two cores",
    })
}

/// The folder that holds the wasm-bindgen command line, or nothing when a fitting one is on `PATH`.
pub fn wasm_bindgen(root: &Path) -> anyhow::Result<Option<PathBuf>> {
    let lock = fs::read_to_string(root.join("Cargo.lock")).context("Cargo.lock could not be read.")?;
    let version = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock names no version of wasm-bindgen, so the matching command line is unknown.")?;
    find_or_install(&Tool {
        package: "wasm-bindgen-cli",
        version,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // Its own lock file names a crate version that not every index has.
        locked: false,
        why: "it joins the compiled page to JavaScript, and only the version in Cargo.lock fits",
        takes: "about 3 minutes on two cores",
    })
}

struct Tool<'a> {
    package: &'static str,
    version: &'a str,
    programs: &'a [&'a str],
    locked: bool,
    why: &'static str,
    takes: &'static str,
}

fn find_or_install(tool: &Tool) -> anyhow::Result<Option<PathBuf>> {
    let Tool { package, version, programs, .. } = *tool;
    if programs.iter().all(|program| first_on_path(&[program]).is_some_and(|path| is_version(&path, version)))
    {
        return Ok(None);
    }
    let cache = cache();
    let name = programs[0];
    let home = cache.join(format!("{name}-{version}"));
    let there = || programs.iter().all(|program| is_version(&home.join("bin").join(program), version));
    if !there() {
        fs::create_dir_all(&cache).with_context(|| format!("{} could not be made.", cache.display()))?;
        // Two set-ups at once would build the same tool twice; the second waits and then finds it.
        let lock = File::create(cache.join("install.lock"))?;
        if lock.try_lock().is_err() {
            say("  another set-up is installing tools; waiting for it");
            lock.lock()?;
        }
        if !there() {
            install(tool, &cache, &home).map_err(|cause| Missing {
                tool: format!("{name} {version}"),
                why: tool.why,
                remedy: format!(
                    "Install it with `cargo install {package}@{version}{}` and have it on PATH.",
                    if tool.locked { " --locked" } else { "" },
                ),
                cause: Some(cause),
            })?;
        }
    }
    Ok(Some(home.join("bin")))
}

/// Builds beside the final folder and renames at the end: an interrupted installation never counts.
fn install(tool: &Tool, cache: &Path, home: &Path) -> Result<(), crate::step::ProgramFailed> {
    let Tool { package, version, takes, .. } = *tool;
    let partial = cache.join(format!("{package}-{version}.partial"));
    let build = cache.join("build");
    for leftover in [home, &partial, &build] {
        // What is not there need not be removed, and what cannot be removed makes the rename fail below.
        let _ = fs::remove_dir_all(leftover);
    }
    let mut command = cargo();
    command.args(["install", &format!("{package}@{version}")]).arg("--root").arg(&partial);
    if tool.locked {
        command.arg("--locked");
    }
    command.current_dir(cache).env("CARGO_TARGET_DIR", &build);
    for setting in NOT_FOR_TOOLS {
        command.env_remove(setting);
    }
    // These tools run for seconds; building them for speed would take minutes more.
    command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    let outcome = step(&format!("cargo install {package} {version} ({takes})"), || run(&mut command));
    let _ = fs::remove_dir_all(&build);
    outcome?;
    fs::rename(&partial, home)
        .map_err(|source| crate::step::ProgramFailed::NotStarted { program: tool.package.to_owned(), source })
}

/// Where this user keeps the tools that were built: `$XDG_CACHE_HOME/cluster-atlas/tools`.
fn cache() -> PathBuf {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
        .unwrap_or_else(std::env::temp_dir);
    base.join("cluster-atlas").join("tools")
}

fn is_version(program: &Path, version: &str) -> bool {
    ask(Command::new(program).arg("--version"))
        .is_some_and(|answer| answer.split_whitespace().any(|word| word == version))
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_tells_the_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
