//! `cargo xtask basemap` and `cargo xtask vendor`: make the files that are committed as they come from npm packages of exact
//! versions.
//!
//! The land, the borders and the town labels come from Natural Earth and `GeoNames` through the scripts in
//! `xtask/basemap/`, the parts of Leaflet and of jose that the page uses from their own sources through
//! those in `xtask/leaflet/` and `xtask/jose/`. The same packages give the same bytes.

use crate::build::target_folder;
use crate::step::{self, say, step};
use crate::tools::{Need, Tools, root};
use anyhow::{Context, ensure};
use std::fs;
use std::path::Path;

/// What both commands take.
#[derive(clap::Args)]
pub struct Args {
    /// Write nothing; say whether the committed files are what the packages give.
    #[arg(long)]
    check: bool,
}

/// Writes `public/basemap/` and the towns of `public/names/`, or checks them.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let tools = Tools::find_or_install(&[Need::Node])?;
    let base = Made {
        script: "xtask/basemap/build.mjs",
        files: &["land.json", "places.json", "countries.json"],
        to: "public/basemap",
    };
    base.again(&tools, args.check, "basemap")?;
    Made { files: &["towns.txt"], to: "public/names", ..base }.again(&tools, args.check, "basemap")
}

/// Writes `public/vendor/`, or checks it.
pub fn run_vendor(args: &Args) -> anyhow::Result<()> {
    vendor(&Tools::find_or_install(&[Need::Node])?, args.check)
}

/// The same with the tools at hand.
pub fn vendor(tools: &Tools, check: bool) -> anyhow::Result<()> {
    let leaflet = &["leaflet.js", "leaflet.css", "LICENSE"];
    Made { script: "xtask/leaflet/build.mjs", files: leaflet, to: "public/vendor/leaflet" }
        .again(tools, check, "vendor")?;
    let jose = &["seal.js", "LICENSE"];
    Made { script: "xtask/jose/build.mjs", files: jose, to: "public/vendor/jose" }
        .again(tools, check, "vendor")
}

/// Files that a script makes.
struct Made {
    script: &'static str,
    files: &'static [&'static str],
    to: &'static str,
}

impl Made {
    fn again(&self, tools: &Tools, check: bool, command: &str) -> anyhow::Result<()> {
        let made = target_folder()?.join(command);
        step(self.script, || step::run(tools.command("node").arg(self.script).arg(&made)))?;
        let files = self.files.iter().map(|file| (made.join(file), root().join(self.to).join(file)));
        let stale = files.filter(|(from, to)| fs::read(from).ok() != fs::read(to).ok()).collect::<Vec<_>>();
        if check {
            let names = stale.iter().map(|(_, to)| to.display().to_string()).collect::<Vec<_>>().join(", ");
            ensure!(stale.is_empty(), "Not what the packages give: {names}. Run `cargo xtask {command}`.");
            return Ok(());
        }
        for (from, to) in &stale {
            copy(from, to)?;
        }
        say(&format!("{} of {} files changed.", stale.len(), self.files.len()));
        Ok(())
    }
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} could not be made.", folder.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("{} could not be written.", to.display()))?;
    Ok(())
}
