//! `cargo xtask …`: set-up, serve, build, test, soak, monkey, bench and import. The only place that runs other programs.
//!
//! Each subcommand is one file with an `Args` struct and a `run` function; this file only names them.

mod apply;
mod basemap;
mod bench;
mod build;
mod built;
mod check_deploy;
mod feeds;
mod finish;
mod fuzz;
mod headers;
mod import;
mod import_figures;
mod monkey;
mod new_collection;
mod oembed;
mod outline;
mod publish;
mod schema;
mod sealed;
mod serve;
mod sizes;
mod soak;
mod step;
mod synth;
mod tally;
mod test;
mod tools;
mod why;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, serves, tests and feeds Cluster Atlas.", version)]
struct CommandLine {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Sets up what is missing, builds, and serves the page on this machine.
    Serve(serve::Args),
    /// Runs everything that CI runs: format, lints, tests, build, budgets, end-to-end tests.
    Test(test::Args),
    /// Sends many sign-ups to a receiver that misbehaves, while pages are killed: none may be lost or doubled.
    Soak(soak::Args),
    /// Weighs the release build in dist/, and says what of the program is heavy.
    Sizes(sizes::Args),
    /// Clicks, types and goes about at random: the app must not stop, and hold no more afterwards.
    Monkey(monkey::Args),
    /// Damages files and imports them: the importer must not panic, and must lose no row.
    Fuzz(fuzz::Args),
    /// Makes the release build in dist/.
    Build(build::Args),
    /// Says what a deployed address really sends: headers, types, compression, who may embed.
    CheckDeploy(check_deploy::Args),
    /// Turns a spreadsheet export into a published dataset file.
    Import(import::Args),
    /// Says how long a large table takes to import, and how much memory.
    ImportFigures(import_figures::Args),
    /// Puts what people propose about organisations into a dataset, one by one, as far as it fits and is accepted.
    Apply(apply::Args),
    /// Writes a fictional dataset of any size, for tests and measurements.
    Synth(synth::Args),
    /// Writes the JSON Schema of the published format, or checks that it is current.
    Schema(schema::Args),
    /// Makes the base map and its place labels.
    Basemap(basemap::Args),
    /// Makes the parts of Leaflet and jose that the page uses.
    Vendor(basemap::Args),
    /// Makes the pair of keys that a kiosk seals sign-ups for.
    KioskKey(sealed::KeyArgs),
    /// Opens what a kiosk has sealed.
    Decrypt(sealed::DecryptArgs),
    /// Splits and shrinks what Trunk has built; Trunk calls it.
    #[command(hide = true)]
    Finish(finish::Args),
    /// Measures the app beside its peers and writes bench/RESULTS.md.
    Bench(bench::Args),
}

fn main() -> ExitCode {
    let outcome = match CommandLine::parse().task {
        Task::Serve(args) => serve::run(&args),
        Task::Test(args) => test::run(&args),
        Task::Soak(args) => soak::run(&args),
        Task::Sizes(args) => sizes::run(&args),
        Task::Monkey(args) => monkey::run(&args),
        Task::Fuzz(args) => fuzz::run(&args),
        Task::Build(args) => build::run_build(&args),
        Task::CheckDeploy(args) => check_deploy::run(&args),
        Task::Import(args) => import::run(&args),
        Task::ImportFigures(args) => import_figures::run(&args),
        Task::Apply(args) => apply::run(&args),
        Task::Synth(args) => synth::run(&args),
        Task::Schema(args) => schema::run(&args),
        Task::Basemap(args) => basemap::run(&args),
        Task::Vendor(args) => basemap::run_vendor(&args),
        Task::KioskKey(args) => sealed::run_key(&args),
        Task::Decrypt(args) => sealed::run_decrypt(&args),
        Task::Finish(args) => finish::run(&args),
        Task::Bench(args) => bench::run(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{}", step::explained(&failure));
            ExitCode::FAILURE
        }
    }
}
