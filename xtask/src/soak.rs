//! `cargo xtask soak`: the fault run. Many people sign up through the release build, in several tabs of several
//! browsers, while the receiver misbehaves and pages are killed; tests/soak/run.mjs says what has to come out.

use crate::build;
use crate::step::run as run_program;
use crate::tools::{Need, Tools, root};
use anyhow::Context;
use std::process::Command;

/// What `cargo xtask soak` takes.
#[derive(clap::Args)]
pub struct Args {
    /// So many visitors at a screen in a hall instead (kiosk mode), one after the other; nothing of them may be left.
    #[arg(long, value_name = "VISITORS")]
    kiosk: Option<u32>,
    /// So many visitors at such a screen of whom each signs up when the power fails; nothing may be lost or doubled.
    #[arg(long, value_name = "CUTS", conflicts_with = "kiosk")]
    power_cuts: Option<u32>,
    /// How many sign-ups.
    #[arg(long, default_value_t = 500)]
    sign_ups: u32,
    /// What happens by chance happens in the same way for the same seed.
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// Tabs in each browser; they share one outbox.
    #[arg(long, default_value_t = 2)]
    tabs: u32,
    /// Browsers at a time; they have nothing in common, as those of different people.
    #[arg(long, default_value_t = 4)]
    contexts: u32,
}

/// What the run needs, besides a build.
pub const NEEDS: &[Need] = &[Need::Node, Need::Browser];

/// Runs it on what is in `dist/`, which is built where there is nothing.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let tools = build::tools_with_a_build(NEEDS)?;
    for (name, number) in [("--visitors", args.kiosk), ("--power-cuts", args.power_cuts)] {
        let Some(number) = number else { continue };
        let mut command = kiosk_command(&tools)?;
        command.args([name, &number.to_string(), "--seed", &args.seed.to_string()]);
        return Ok(run_program(&mut command)?);
    }
    let numbers = [
        ("--sign-ups", args.sign_ups),
        ("--seed", args.seed),
        ("--tabs", args.tabs),
        ("--contexts", args.contexts),
    ];
    let mut command = command(&tools)?;
    command.args(numbers.iter().flat_map(|(name, number)| [(*name).to_owned(), number.to_string()]));
    Ok(run_program(&mut command)?)
}

/// The program of the run; by itself it is a small one.
pub fn command(tools: &Tools) -> anyhow::Result<Command> {
    script(tools, "tests/soak/run.mjs")
}

/// The program of the run at a screen in a hall; by itself it is a small one.
pub fn kiosk_command(tools: &Tools) -> anyhow::Result<Command> {
    script(tools, "tests/soak/kiosk.mjs")
}

/// The same with nothing but power cuts, a few of them.
pub fn power_command(tools: &Tools) -> anyhow::Result<Command> {
    let mut command = kiosk_command(tools)?;
    command.args(["--power-cuts", "6"]);
    Ok(command)
}

fn script(tools: &Tools, file: &str) -> anyhow::Result<Command> {
    let browser = tools.browser().context("The set-up left out the browser.")?;
    let mut node = tools.command("node");
    node.arg(root().join(file)).env("CHROME", &browser.program);
    Ok(node)
}
