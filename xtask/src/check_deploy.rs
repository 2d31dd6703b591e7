//! `cargo xtask check-deploy URL`: what a deployed address really sends.

use crate::step::run as run_program;
use crate::tools::{Need, Tools, root};

/// What `cargo xtask check-deploy` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The address of the deployed folder, with or without index.html.
    url: String,
}

/// Asks the address for its files and says what is wrong: headers, types, compression, who may embed, files of
/// different builds side by side.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let tools = Tools::find_or_install(&[Need::Node])?;
    let mut node = tools.command("node");
    Ok(run_program(node.arg(root().join("xtask/deploy/check.mjs")).arg(&args.url))?)
}
