//! `cargo xtask monkey`: somebody who understands nothing uses the release build, faster than any person;
//! tests/monkey/run.mjs says what must not happen, and what must not be left behind.

use crate::build;
use crate::step::run as run_program;
use crate::tools::{Need, Tools, root};
use anyhow::Context;
use std::process::Command;

/// What `cargo xtask monkey` takes.
#[derive(clap::Args)]
pub struct Args {
    /// How many clicks, keys, ways and turns.
    #[arg(long, default_value_t = 5_000)]
    steps: u32,
    /// What happens by chance happens in the same way for the same seed.
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// Says every step.
    #[arg(long)]
    verbose: bool,
}

/// What the run needs, besides a build.
pub const NEEDS: &[Need] = &[Need::Node, Need::Browser];

/// Runs it on what is in `dist/`, which is built where there is nothing.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let tools = build::tools_with_a_build(NEEDS)?;
    let mut command = command(&tools)?;
    command.args(["--steps".to_owned(), args.steps.to_string(), "--seed".to_owned(), args.seed.to_string()]);
    if args.verbose {
        command.arg("--verbose");
    }
    Ok(run_program(&mut command)?)
}

/// The program of the run; by itself it takes a few hundred steps.
pub fn command(tools: &Tools) -> anyhow::Result<Command> {
    let browser = tools.browser().context("The set-up left out the browser.")?;
    let mut node = tools.command("node");
    node.arg(root().join("tests/monkey/run.mjs")).env("CHROME", &browser.program);
    Ok(node)
}
