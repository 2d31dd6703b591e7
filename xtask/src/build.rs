//! `cargo xtask build`: the release build, in `dist/`, ready to be copied to any folder of any web server.

use crate::finish::deployment::INTO;
use crate::step::{run, say, step};
use crate::tools::{Need, Tools, cargo};
use anyhow::{Context, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What `cargo xtask build` takes.
#[derive(clap::Args)]
pub struct Args {
    /// Adds the build to a deployed folder: pages of earlier editions that are open go on with their files.
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
    /// Of how many editions the files are kept there, this one included.
    #[arg(long, value_name = "EDITIONS", default_value_t = 3, requires = "into")]
    keep: usize,
}

/// What a build needs to be there.
pub const NEEDS: &[Need] = &[Need::Wasm, Need::Bindgen, Need::Trunk, Need::Node];

/// Where the release build goes.
pub fn dist() -> PathBuf {
    crate::tools::root().join("dist")
}

/// Sets up and builds.
pub fn run_build(args: &Args) -> anyhow::Result<()> {
    let tools = Tools::find_or_install(NEEDS)?;
    built(&tools, args.into.as_deref())?;
    if let Some(folder) = &args.into {
        let editions = crate::publish::publish(&dist(), folder, args.keep.max(1))?;
        say(&format!("Cluster Atlas is in {}, with the files of {editions} edition(s).", folder.display()));
        return Ok(());
    }
    say(&format!("Cluster Atlas is in {}: copy this folder to any web server.", dist().display()));
    Ok(())
}

/// The tools for a run on what is in `dist/`, which is built where there is nothing.
pub fn tools_with_a_build(needs: &[Need]) -> anyhow::Result<Tools> {
    if dist().join("index.html").is_file() {
        say("The build that is in dist/ is tested. `cargo xtask build` makes it anew.");
        return Tools::find_or_install(needs);
    }
    let tools = Tools::find_or_install(&[needs, NEEDS].concat())?;
    release(&tools)?;
    Ok(tools)
}

/// Builds `dist/` with the tools at hand.
pub fn release(tools: &Tools) -> anyhow::Result<()> {
    built(tools, None)
}

/// The same, to be added to a deployed folder.
fn built(tools: &Tools, into: Option<&Path>) -> anyhow::Result<()> {
    check_sources()?;
    let mut trunk = trunk(tools);
    trunk.args(["build", "--release", "--offline", "--skip-version-check", "--dist"]).arg(dist());
    match into {
        // Trunk hands it on to what finishes the build, and does not keep to this folder.
        Some(folder) => trunk.env(INTO, std::path::absolute(folder)?),
        None => trunk.env_remove(INTO),
    };
    step("trunk build --release", || run(&mut trunk))?;
    check(&dist())
}

/// Trunk, building without the paths of this machine: where a library may panic, its file's name is in the program, and
/// with the whole path of the sources the same release would differ, and weigh more or less, from machine to machine.
pub fn trunk(tools: &Tools) -> Command {
    let mut trunk = tools.command("trunk");
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let flags: Vec<String> = registries
        .into_iter()
        .flatten()
        .filter_map(|folder| Some(format!("--remap-path-prefix={}/=", folder.ok()?.path().to_str()?)))
        // Flags in the environment are parted by white space.
        .filter(|flag| !flag.contains(char::is_whitespace))
        .collect();
    // Cargo adds these to the flags in .cargo/config.toml; no other target has them.
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    trunk
}

/// What Trunk copies without looking at it must be there before it starts.
pub fn check_sources() -> anyhow::Result<()> {
    let vendor = crate::tools::root().join("public/vendor");
    for file in ["leaflet/leaflet.js", "leaflet/leaflet.css", "jose/seal.js"] {
        ensure!(
            vendor.join(file).is_file(),
            "public/vendor/{file} is missing. It is part of the repository: restore it with \
             `git checkout -- public/vendor`, or make it with `cargo xtask vendor`."
        );
    }
    Ok(())
}

/// A build is whole when its page names a script and a WebAssembly module that are there.
fn check(dist: &Path) -> anyhow::Result<()> {
    let page = fs::read_to_string(dist.join("index.html")).context("The build has no index.html.")?;
    for file in crate::sizes::named_in_page(&page) {
        if !dist.join(&file).is_file() {
            bail!("The built page asks for {file}, which is not in dist/.");
        }
    }
    Ok(())
}

/// Cargo's target folder, wherever the environment puts it.
pub fn target_folder() -> anyhow::Result<PathBuf> {
    let metadata =
        crate::step::ask(cargo().args(["metadata", "--format-version=1", "--no-deps", "--offline"]))
            .context("`cargo metadata` failed.")?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    metadata["target_directory"]
        .as_str()
        .map(PathBuf::from)
        .context("`cargo metadata` names no target folder.")
}
