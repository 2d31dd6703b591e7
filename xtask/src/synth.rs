//! `cargo xtask synth`: still to be written.

use anyhow::bail;

/// What `cargo xtask synth` takes.
#[derive(clap::Args)]
pub struct Args {}

/// Says that the command does not exist yet.
pub fn run(_: &Args) -> anyhow::Result<()> {
    bail!("`cargo xtask synth` is not there yet.")
}
