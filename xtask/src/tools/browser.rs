//! Chromium and its driver, for the tests that run in a browser.

use super::{Missing, first_on_path};
use crate::step::{ProgramFailed, ask, run, step};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Flags for a browser that nobody looks at and that calls nobody.
/// `--no-sandbox` because containers and CI run as root, where Chromium's sandbox refuses to start.
pub const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

const WHY: &str = "the tests run in it";

/// A browser and the driver that fits it.
#[derive(Debug)]
pub struct Browser {
    /// Chromium or Chrome.
    pub program: PathBuf,
    /// chromedriver of the same version.
    pub driver: PathBuf,
}

impl Browser {
    /// Finds both, or installs Debian's packages where that is possible.
    pub fn find_or_install() -> anyhow::Result<Self> {
        let cause = match Self::find() {
            Some(browser) => return browser.checked(),
            None => install().err(),
        };
        if let Some(browser) = Self::find() {
            return browser.checked();
        }
        Err(Missing {
            tool: "Chromium with chromedriver".to_owned(),
            why: WHY,
            remedy: "Install both with your system's package manager (Debian: `apt-get install chromium \
                     chromium-driver`), or name them in the environment variables CHROME and CHROMEDRIVER."
                .to_owned(),
            cause: cause.flatten(),
        }
        .into())
    }

    fn find() -> Option<Self> {
        let named = |variable| std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
        let program = named("CHROME").or_else(|| {
            first_on_path(&[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
                "chrome",
            ])
        })?;
        let driver = named("CHROMEDRIVER").or_else(|| first_on_path(&["chromedriver"]))?;
        Some(Self { program, driver })
    }

    /// A driver of another major version refuses to start the browser, with a message that helps nobody.
    fn checked(self) -> anyhow::Result<Self> {
        let (browser, driver) = (major(&self.program), major(&self.driver));
        if browser.is_some() && driver.is_some() && browser != driver {
            let both = |part: Option<u32>| part.unwrap_or_default();
            return Err(Missing {
                tool: format!("a chromedriver for Chromium {} (found: {})", both(browser), both(driver)),
                why: WHY,
                remedy:
                    "Install the two in one version, or name them in the environment variables CHROME and \
                         CHROMEDRIVER."
                        .to_owned(),
                cause: None,
            }
            .into());
        }
        Ok(self)
    }

    /// The session settings that wasm-bindgen's test runner hands to chromedriver.
    pub fn webdriver_settings(&self) -> serde_json::Value {
        serde_json::json!({ "goog:chromeOptions": { "binary": self.program, "args": FLAGS } })
    }
}

/// Installs through apt as root, or as somebody whom sudo asks for no password.
/// `Err(None)` means that neither is possible here.
fn install() -> Result<(), Option<ProgramFailed>> {
    first_on_path(&["apt-get"]).ok_or(None)?;
    let root = ask(Command::new("id").arg("-u")).is_some_and(|user| user == "0");
    if !root && ask(Command::new("sudo").args(["-n", "true"])).is_none() {
        return Err(None);
    }
    let apt = |arguments: &[&str]| {
        let mut command = Command::new(if root { "env" } else { "sudo" });
        command.args(if root { &[][..] } else { &["-n", "env"] });
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]).args(arguments);
        run(&mut command)
    };
    step("apt-get install chromium chromium-driver", || {
        apt(&["update"])?;
        apt(&["install", "--yes", "chromium", "chromium-driver"])
    })
    .map_err(Some)
}

/// The first number in what a program says of its version: "Chromium 156.0.8078.79 …" is 156.
fn major(program: &Path) -> Option<u32> {
    let answer = ask(Command::new(program).arg("--version"))?;
    answer.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}
