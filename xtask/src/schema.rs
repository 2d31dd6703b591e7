//! `cargo xtask schema`: still to be written.

use anyhow::bail;

/// What `cargo xtask schema` takes.
#[derive(clap::Args)]
pub struct Args {}

/// Says that the command does not exist yet.
pub fn run(_: &Args) -> anyhow::Result<()> {
    bail!("`cargo xtask schema` is not there yet.")
}
