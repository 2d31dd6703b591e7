//! `cargo xtask bench`: measures the app's index beside its peers and writes bench/RESULTS.md.
//!
//! One Chromium run does the same work on the same invented records with `explore`, compiled as the app is, and
//! with `ItemsJS`, `MiniSearch` and supercluster; bench/README.md says what is compared and why it is fair.

mod figures;
mod report;

use crate::build::{self, target_folder};
use crate::sizes;
use crate::step::{ask, run as run_program, say, step};
use crate::tools::{FLAGS, Need, Tools, cargo, root};
use anyhow::Context;
use figures::Figures;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What `cargo xtask bench` takes.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(clap::Args)]
pub struct Args {
    /// Fewer runs and no sizes; prints the results and leaves bench/RESULTS.md as it is.
    #[arg(long)]
    quick: bool,
    /// Measures a build that is optimised for speed as well; takes some minutes more.
    #[arg(long)]
    speed: bool,
    /// Runs the native benches (criterion) instead.
    #[arg(long, conflicts_with_all = ["quick", "speed"])]
    native: bool,
    /// Measures only what is felt on the screen, and leaves the rest of the report as it is.
    #[arg(long, conflicts_with_all = ["native", "speed"])]
    screen: bool,
    /// Measures only what an embed costs its host, and leaves the rest of the report as it is.
    #[arg(long, conflicts_with_all = ["native", "speed", "screen"])]
    embed: bool,
}

/// Measures, and writes down what came out, whatever it is.
pub fn run(args: &Args) -> anyhow::Result<()> {
    if args.native {
        return Ok(run_program(cargo().args(["bench", "--locked", "--bench", "explore"]))?);
    }
    if args.screen {
        return alone(SCREEN_HEAD, on_the_screen, args.quick);
    }
    if args.embed {
        return alone(HOST_HEAD, on_a_host, args.quick);
    }
    let mut needs = vec![Need::Wasm, Need::Bindgen, Need::Node, Need::Browser];
    if !args.quick {
        needs.extend(build::NEEDS);
    }
    let tools = Tools::find_or_install(&needs)?;
    let folder = target_folder()?.join("bench");
    let app = compile(&tools, &folder, &AS_THE_APP)?;
    let speedy = if args.speed { Some(compile(&tools, &folder, &FOR_SPEED)?) } else { None };
    if !args.quick {
        build::release(&tools)?;
    }

    let measured = folder.join("figures.json");
    step("the measurement, in one Chromium run", || {
        measure(&tools, &app, speedy.as_deref(), &measured, args.quick)
    })?;
    let text = fs::read_to_string(&measured)
        .with_context(|| format!("{} could not be read.", measured.display()))?;
    let figures: Figures =
        serde_json::from_str(&text).context("The measured figures are not as expected.")?;
    let sent = if args.quick { Vec::new() } else { sizes::loads(&build::dist())? };
    let mut report = report::written(&figures, &commit(), &sent, &peers_files()?);
    let file = if args.quick { folder.join("RESULTS.md") } else { root().join("bench").join("RESULTS.md") };
    let write = |report: &str| {
        fs::write(&file, report).with_context(|| format!("{} could not be written.", file.display()))
    };
    write(&report)?;
    if !args.quick {
        // Each part takes its time: what has been measured is written before the next begins.
        for (head, measured) in PARTS {
            report = with_part(&report, head, &measured(&tools, false)?);
            write(&report)?;
        }
    }
    say(&report);
    say(&format!("Written to {}.", file.display()));
    Ok(())
}

/// How many records the screen is measured with, beside the real dataset.
const SCREEN_SIZES: [u32; 2] = [10_000, 100_000];
/// Where the parts about pages as visitors have them begin in the report.
const SCREEN_HEAD: &str = "## On the screen";
const HOST_HEAD: &str = "## On a host's page";

/// What is measured on pages as visitors have them, and under which heading it is told.
const PARTS: [(&str, Measured); 2] = [(SCREEN_HEAD, on_the_screen), (HOST_HEAD, on_a_host)];
/// Measures a part, quickly or well, and says what came out.
type Measured = fn(&Tools, bool) -> anyhow::Result<String>;

/// Builds the app, measures one part, and puts it into the report.
fn alone(head: &str, measured: Measured, quick: bool) -> anyhow::Result<()> {
    let mut needs = vec![Need::Browser];
    needs.extend(build::NEEDS);
    let tools = Tools::find_or_install(&needs)?;
    build::release(&tools)?;
    let part = measured(&tools, quick)?;
    say(&part);
    if !quick {
        let file = root().join("bench").join("RESULTS.md");
        let report = fs::read_to_string(&file).context("bench/RESULTS.md could not be read.")?;
        let part = part.replacen(head, &format!("{head}, at {}", commit()), 1);
        fs::write(&file, with_part(&report, head, &part))
            .context("bench/RESULTS.md could not be written.")?;
    }
    Ok(())
}

/// A report with another part under a heading.
fn with_part(report: &str, head: &str, part: &str) -> String {
    let start = report.find(head).unwrap_or(report.len());
    let rest = report[start..].get(head.len()..).unwrap_or_default();
    let after = rest.find("\n## ").map_or("", |at| &rest[at + 1..]);
    [&report[..start], if start == report.len() { "\n" } else { "" }, part, after].concat()
}

/// The app and a plain page of the peers, the same actions in turn: a part of the report.
fn on_the_screen(tools: &Tools, quick: bool) -> anyhow::Result<String> {
    let folder = target_folder()?.join("bench");
    let mut sets = vec![build::dist().join("data")];
    for records in if quick { &SCREEN_SIZES[..0] } else { &SCREEN_SIZES[..] } {
        let out = folder.join(format!("screen-{records}"));
        crate::synth::write(*records, out.clone())?;
        sets.push(out);
    }
    step("the screen, in one Chromium run", || part_of(tools, "screen", &sets, quick))
}

/// A snippet on somebody's page, and the peers on it in its place: a part of the report.
fn on_a_host(tools: &Tools, quick: bool) -> anyhow::Result<String> {
    let set = [build::dist().join("data")];
    step("a host's page, in one Chromium run", || part_of(tools, "embed", &set, quick))
}

/// Runs one of the scripts that measure the build in a browser; what it has written.
fn part_of(tools: &Tools, script: &str, sets: &[PathBuf], quick: bool) -> anyhow::Result<String> {
    let browser = tools.browser().context("The set-up left out the browser.")?;
    let out = target_folder()?.join("bench").join(format!("{script}.md"));
    let mut node = tools.command("node");
    node.arg(root().join("bench").join(format!("{script}.mjs"))).arg("--dist").arg(build::dist());
    for set in sets {
        node.arg("--data").arg(set);
    }
    node.arg("--out").arg(&out).arg("--browser").arg(&browser.program);
    node.args(FLAGS.map(|flag| format!("--flag={flag}")));
    if quick {
        node.arg("--quick");
    }
    run_program(&mut node)?;
    fs::read_to_string(&out).with_context(|| format!("{} could not be read.", out.display()))
}

/// A way to compile the index.
struct Compilation {
    /// Its folder under `target/bench`.
    name: &'static str,
    profile: &'static str,
    /// What the profile is, where Cargo.toml does not say it.
    settings: &'static [&'static str],
    wasm_opt: &'static str,
}

/// Exactly as `trunk build --release` compiles the app.
const AS_THE_APP: Compilation =
    Compilation { name: "app", profile: "release", settings: &[], wasm_opt: "-Oz" };

const FOR_SPEED: Compilation = Compilation {
    name: "speed",
    profile: "speed",
    settings: &["profile.speed.inherits=\"release\"", "profile.speed.opt-level=3"],
    wasm_opt: "-O3",
};

const CRATE: &str = "atlas_bench";

/// Compiles bench/browser; the folder with its script and WebAssembly.
fn compile(tools: &Tools, folder: &Path, how: &Compilation) -> anyhow::Result<PathBuf> {
    let out = folder.join(how.name);
    let wasm =
        target_folder()?.join("wasm32-unknown-unknown").join(how.profile).join(format!("{CRATE}.wasm"));
    let bound = out.join(format!("{CRATE}_bg.wasm"));
    step(&format!("compile bench/browser, profile {}", how.profile), || {
        let mut build = tools.command(&cargo().get_program().to_string_lossy());
        build.args(["build", "--locked", "--target", "wasm32-unknown-unknown", "--package", "atlas-bench"]);
        build.args(["--profile", how.profile]);
        how.settings.iter().for_each(|setting| {
            build.args(["--config", setting]);
        });
        run_program(&mut build)?;
        run_program(
            tools
                .command("wasm-bindgen")
                .args(["--target", "web", "--no-typescript", "--weak-refs", "--out-dir"])
                .arg(&out)
                .arg(&wasm),
        )?;
        run_program(tools.command("wasm-opt").arg(how.wasm_opt).arg(&bound).arg("--output").arg(&bound))
    })?;
    Ok(out)
}

fn measure(tools: &Tools, app: &Path, speedy: Option<&Path>, out: &Path, quick: bool) -> anyhow::Result<()> {
    let browser = tools.browser().context("The set-up left out the browser.")?;
    let mut node = tools.command("node");
    node.arg(root().join("bench").join("run.mjs")).arg("--app").arg(app).arg("--out").arg(out);
    node.arg("--browser").arg(&browser.program).args(FLAGS.map(|flag| format!("--flag={flag}")));
    if let Some(speedy) = speedy {
        node.arg("--speed").arg(speedy);
    }
    if quick {
        node.arg("--quick");
    }
    Ok(run_program(&mut node)?)
}

/// The peers' files as they are measured: what npm publishes.
fn peers_files() -> anyhow::Result<Vec<sizes::Weighed>> {
    let files = [
        "itemsjs/dist/index.modern.js",
        "minisearch/dist/es/index.js",
        "supercluster/dist/supercluster.min.js",
    ];
    let weighed = files.map(|file| {
        let bytes = fs::read(root().join("node_modules").join(file))
            .with_context(|| format!("node_modules/{file} could not be read."))?;
        let brotli = sizes::brotli_size(&bytes)?;
        Ok(sizes::Weighed { file: file.to_owned(), raw: bytes.len(), brotli })
    });
    weighed.into_iter().collect()
}

/// The commit that was measured, and whether anything but the results differs from it.
fn commit() -> String {
    let git = |arguments: &[&str]| ask(Command::new("git").current_dir(root()).args(arguments));
    let Some(commit) = git(&["rev-parse", "--short=12", "HEAD"]) else { return "unknown".to_owned() };
    match git(&["status", "--porcelain", "--untracked-files=no", "--", ".", ":!bench/RESULTS.md"]) {
        Some(changes) if changes.is_empty() => commit,
        _ => format!("{commit}, with changes that are not committed"),
    }
}

#[cfg(test)]
mod tests {
    use super::{HOST_HEAD, SCREEN_HEAD, with_part};

    #[test]
    fn a_part_takes_the_place_of_the_old_one_and_of_no_other() {
        let part = "## On the screen, at abc\n\nnew\n";
        assert_eq!(with_part("# All\n", SCREEN_HEAD, part), format!("# All\n\n{part}"));
        let old = "# All\n\n## On the screen\n\nold\n\n### 10 records\n\n## Sent\n\nbytes\n";
        assert_eq!(with_part(old, SCREEN_HEAD, part), format!("# All\n\n{part}## Sent\n\nbytes\n"));
        let host = "## On a host's page\n\ncosts\n";
        let both = with_part(&with_part(old, SCREEN_HEAD, part), HOST_HEAD, host);
        assert_eq!(both, format!("# All\n\n{part}## Sent\n\nbytes\n\n{host}"));
        assert_eq!(with_part(&both, HOST_HEAD, host), both);
    }
}
