//! `cargo xtask …`: set-up, serve, build, test, bench and import. The only place that runs other programs.
//!
//! Each subcommand is one file with an `Args` struct and a `run` function; this file only names them.

mod basemap;
mod bench;
mod import;
mod schema;
mod synth;

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
    /// Turns a spreadsheet export into a published dataset file.
    Import(import::Args),
    /// Writes a fictional dataset of any size, for tests and measurements.
    Synth(synth::Args),
    /// Writes the JSON Schema of the published format, or checks that it is current.
    Schema(schema::Args),
    /// Makes the base map and its place labels.
    Basemap(basemap::Args),
    /// Measures the app beside its peers and writes bench/RESULTS.md.
    Bench(bench::Args),
}

fn main() -> ExitCode {
    let outcome = match CommandLine::parse().task {
        Task::Import(args) => import::run(&args),
        Task::Synth(args) => synth::run(&args),
        Task::Schema(args) => schema::run(&args),
        Task::Basemap(args) => basemap::run(&args),
        Task::Bench(args) => bench::run(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure:#}");
            ExitCode::FAILURE
        }
    }
}
