//! `cargo xtask test`: everything a change must pass, in order, on any machine.

use crate::step::{ProgramFailed, explained, run as run_program, run_and_listen, say, spoken};
use crate::tally::Tally;
use crate::tools::{Need, Tools, cargo};
use crate::{build, monkey, sizes, soak};
use anyhow::{Context, ensure};
use std::fmt::Write as _;
use std::fs;
use std::net::TcpListener;
use std::process::Command;
use std::time::{Duration, Instant};

/// What `cargo xtask test` takes.
#[derive(clap::Args)]
pub struct Args {
    /// Only these steps, by name; may be given several times.
    #[arg(long, value_name = "STEP", value_parser = known_step)]
    only: Vec<String>,
    /// Names the steps and ends.
    #[arg(long)]
    list: bool,
    /// Goes on after a step that failed.
    #[arg(long)]
    keep_going: bool,
    /// Handed to the runner of the chosen step: `cargo xtask test --only e2e -- --project=phone`.
    #[arg(last = true, requires = "only")]
    extra: Vec<String>,
}

/// One thing that is checked.
struct Step {
    name: &'static str,
    what: &'static str,
    needs: &'static [Need],
    check: fn(&Run, &mut Tally) -> anyhow::Result<()>,
}

/// What every step gets: the tools, and further words for its runner.
struct Run<'a> {
    tools: &'a Tools,
    extra: &'a [String],
}

const STEPS: [Step; 16] = [
    Step { name: "format", what: "every Rust file is formatted by rustfmt", needs: &[], check: format },
    Step {
        name: "clippy-host",
        what: "no warning in the pure code and xtask",
        needs: &[],
        check: clippy_host,
    },
    Step {
        name: "clippy-wasm",
        what: "no warning in the browser's side",
        needs: &[Need::Wasm],
        check: clippy_wasm,
    },
    Step { name: "native", what: "unit tests, property tests and journeys", needs: &[], check: native },
    Step { name: "doc", what: "the examples in the documentation run", needs: &[], check: doc },
    Step { name: "schema", what: "the published JSON Schema is current", needs: &[], check: schema },
    Step {
        name: "vendor",
        what: "the parts of Leaflet and jose are what their sources give",
        needs: &[Need::Node],
        check: vendor,
    },
    Step {
        name: "new-collection",
        what: "a further collection costs the files that docs/new-collection.md says, and works",
        needs: &[Need::Wasm],
        check: further_collection,
    },
    Step {
        name: "browser",
        what: "unit tests inside Chromium",
        needs: &[Need::Wasm, Need::Bindgen, Need::Browser],
        check: browser,
    },
    Step { name: "build", what: "the release build, in dist/", needs: build::NEEDS, check: release },
    Step { name: "sizes", what: "dist/ keeps the size budgets", needs: &[], check: weigh },
    Step {
        name: "e2e",
        what: "Playwright on dist/, in a deep sub-path of a plain server",
        needs: &[Need::Node, Need::Browser],
        check: end_to_end,
    },
    Step {
        name: "soak",
        what: "a few sign-ups through every fault of a receiver and every mishap of a page",
        needs: soak::NEEDS,
        check: fault_run,
    },
    Step {
        name: "kiosk",
        what: "a few visitors at a screen in a hall: nothing of them is left, nothing of theirs is lost",
        needs: soak::NEEDS,
        check: forgetting_run,
    },
    Step {
        name: "power",
        what: "a few power cuts at such a screen: nothing is lost or doubled, and it starts without a network",
        needs: soak::NEEDS,
        check: power_run,
    },
    Step {
        name: "monkey",
        what: "a few hundred clicks, keys and ways at random: nothing stops, nothing is left behind",
        needs: monkey::NEEDS,
        check: random_run,
    },
];

/// Runs the steps; its last line is "N passed, N failed".
pub fn run(args: &Args) -> anyhow::Result<()> {
    if args.list {
        for step in &STEPS {
            say(&format!("{:<12} {}", step.name, step.what));
        }
        return Ok(());
    }
    let chosen: Vec<&Step> = STEPS
        .iter()
        .filter(|step| args.only.is_empty() || args.only.iter().any(|name| name == step.name))
        .collect();
    ensure!(args.extra.is_empty() || chosen.len() == 1, "Words after `--` need exactly one step in --only.");

    let start = Instant::now();
    let needs: Vec<Need> = chosen.iter().flat_map(|step| step.needs).copied().collect();
    let tools = match Tools::find_or_install(&needs) {
        Ok(tools) => tools,
        Err(missing) => {
            say(&explained(&missing));
            close(Tally { passed: 0, failed: 1 });
            return Ok(());
        }
    };
    let set_up = start.elapsed();

    let mut total = Tally::default();
    let mut summary = format!("\n  {:<12} {:>12}\n", "set-up", spoken(set_up));
    let mut stopped = false;
    for step in chosen {
        if stopped {
            writeln!(summary, "– {:<12} {:>12}", step.name, "not run")?;
            continue;
        }
        let (tally, took) = perform(step, &Run { tools: &tools, extra: &args.extra });
        let mark = if tally.failed == 0 { '✓' } else { '✗' };
        writeln!(summary, "{mark} {:<12} {:>12}   {tally}", step.name, spoken(took))?;
        stopped = tally.failed > 0 && !args.keep_going;
        total += tally;
    }
    say(&summary);
    say(&format!("All of it took {}.", spoken(start.elapsed())));
    close(total);
    Ok(())
}

/// Prints the closing line and ends with it: whatever was to be said has been said above.
fn close(total: Tally) {
    say(&total.to_string());
    if total.failed > 0 {
        std::process::exit(1);
    }
}

/// Runs one step and says how it went.
fn perform(step: &Step, run: &Run) -> (Tally, Duration) {
    say(&format!("\n▸ {}: {} …", step.name, step.what));
    let start = Instant::now();
    let mut tally = Tally::default();
    let outcome = (step.check)(run, &mut tally);
    let took = start.elapsed();
    if let Err(failure) = &outcome {
        say(&explained(failure));
    }
    settle(outcome.is_ok(), &mut tally);
    say(&format!("{} {}: {}", if tally.failed == 0 { '✓' } else { '✗' }, step.name, spoken(took)));
    (tally, took)
}

/// A step that counts nothing is one check; one that fails without counting a failure is itself a failure.
fn settle(went_well: bool, tally: &mut Tally) {
    if *tally == Tally::default() || (!went_well && tally.failed == 0) {
        tally.count(went_well);
    }
}

fn known_step(name: &str) -> Result<String, String> {
    if STEPS.iter().any(|step| step.name == name) {
        return Ok(name.to_owned());
    }
    Err(format!("the steps are {}", STEPS.map(|step| step.name).join(", ")))
}

fn format(run: &Run, _: &mut Tally) -> anyhow::Result<()> {
    // Without --all: that would also visit path dependencies outside of this repository.
    let ours = ["--package", "cluster-atlas", "--package", "xtask", "--package", "atlas-bench"];
    checked(cargo().arg("fmt").args(ours).args(["--", "--check"]), run)
        .context("Not formatted as agreed. `cargo fmt --all` mends it.")
}

fn clippy_host(run: &Run, _: &mut Tally) -> anyhow::Result<()> {
    checked(cargo().args(["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]), run)
}

fn clippy_wasm(run: &Run, _: &mut Tally) -> anyhow::Result<()> {
    let targets = ["--target", "wasm32-unknown-unknown", "--lib", "--bins", "--test", "web"];
    checked(
        cargo()
            .args(["clippy", "--locked", "--package", "cluster-atlas", "--package", "atlas-bench"])
            .args(targets)
            .args(["--", "-D", "warnings"]),
        run,
    )
}

fn native(run: &Run, tally: &mut Tally) -> anyhow::Result<()> {
    tested(
        cargo().args(["test", "--locked", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"]),
        run,
        tally,
    )
}

fn doc(run: &Run, tally: &mut Tally) -> anyhow::Result<()> {
    tested(cargo().args(["test", "--locked", "--workspace", "--doc"]), run, tally)
}

/// A call of this very program: what writes the schema also knows whether it is current.
fn schema(run: &Run, _: &mut Tally) -> anyhow::Result<()> {
    checked(Command::new(std::env::current_exe()?).args(["schema", "--check"]), run)
}

fn further_collection(_: &Run, tally: &mut Tally) -> anyhow::Result<()> {
    crate::new_collection::check(tally)
}

fn vendor(run: &Run, _: &mut Tally) -> anyhow::Result<()> {
    crate::basemap::vendor(run.tools, true)
}

fn browser(run: &Run, tally: &mut Tally) -> anyhow::Result<()> {
    let browser = run.tools.browser().context("The set-up left out the browser.")?;
    let settings = build::target_folder()?.join("webdriver.json");
    fs::write(&settings, browser.webdriver_settings().to_string())
        .with_context(|| format!("{} could not be written.", settings.display()))?;
    let mut command = run.tools.command(&cargo().get_program().to_string_lossy());
    command
        .args([
            "test",
            "--locked",
            "--package",
            "cluster-atlas",
            "--target",
            "wasm32-unknown-unknown",
            "--features",
            "adapters-only",
            "--test",
            "web",
        ])
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings)
        // With all that it says to a debugger the module takes a busy browser minutes to load.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_TEST_DEBUG", "0")
        // A machine that is busy elsewhere starts a browser in more than the five seconds allowed by default.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    tested(&mut command, run, tally)
}

fn release(run: &Run, _: &mut Tally) -> anyhow::Result<()> {
    build::release(run.tools)
}

fn weigh(_: &Run, tally: &mut Tally) -> anyhow::Result<()> {
    sizes::check(&build::dist(), tally)
}

fn is_built() -> anyhow::Result<()> {
    ensure!(
        build::dist().join("index.html").is_file(),
        "There is no build in dist/ to test. Run `cargo xtask build` first."
    );
    Ok(())
}

fn end_to_end(run: &Run, tally: &mut Tally) -> anyhow::Result<()> {
    let browser = run.tools.browser().context("The set-up left out the browser.")?;
    is_built()?;
    // A port that is free now; two runs on one machine do not meet.
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let mut command = run.tools.command("playwright");
    command.arg("test").env("CHROME", &browser.program).env("ATLAS_E2E_PORT", port.to_string());
    tested(&mut command, run, tally)
}

fn fault_run(run: &Run, tally: &mut Tally) -> anyhow::Result<()> {
    is_built()?;
    tested(&mut soak::command(run.tools)?, run, tally)
}

fn forgetting_run(run: &Run, tally: &mut Tally) -> anyhow::Result<()> {
    is_built()?;
    tested(&mut soak::kiosk_command(run.tools)?, run, tally)
}

fn power_run(run: &Run, tally: &mut Tally) -> anyhow::Result<()> {
    is_built()?;
    tested(&mut soak::power_command(run.tools)?, run, tally)
}

fn random_run(run: &Run, tally: &mut Tally) -> anyhow::Result<()> {
    is_built()?;
    tested(&mut monkey::command(run.tools)?, run, tally)
}

/// A program whose exit code is the whole answer.
fn checked(command: &mut Command, run: &Run) -> anyhow::Result<()> {
    Ok(run_program(command.args(run.extra))?)
}

/// A program that counts its tests; running none is a failure.
fn tested(command: &mut Command, run: &Run, tally: &mut Tally) -> anyhow::Result<()> {
    let outcome: Result<(), ProgramFailed> = run_and_listen(command.args(run.extra), |line| tally.read(line));
    outcome?;
    ensure!(*tally != Tally::default(), "No test was run.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(went_well: bool, line: &str) -> (usize, usize) {
        let mut tally = Tally::default();
        tally.read(line);
        settle(went_well, &mut tally);
        (tally.passed, tally.failed)
    }

    #[test]
    fn a_check_counts_once() {
        assert_eq!(settled(true, ""), (1, 0));
        assert_eq!(settled(false, ""), (0, 1));
    }

    #[test]
    fn counted_tests_are_not_counted_twice() {
        assert_eq!(settled(true, "test result: ok. 4 passed; 0 failed"), (4, 0));
        assert_eq!(settled(false, "test result: FAILED. 3 passed; 1 failed"), (3, 1));
    }

    #[test]
    fn a_runner_that_dies_between_two_suites_is_a_failure() {
        assert_eq!(settled(false, "test result: ok. 4 passed; 0 failed"), (4, 1));
    }

    #[test]
    fn only_known_steps_can_be_chosen() {
        assert_eq!(known_step("e2e").as_deref(), Ok("e2e"));
        assert!(known_step("e2").unwrap_err().contains("clippy-host, clippy-wasm"));
    }
}
