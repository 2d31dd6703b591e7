//! `cargo xtask serve`: sets up, builds, serves on this machine and builds again on every change.

use crate::build::{check_sources, target_folder, trunk};
use crate::step::{say, spoken};
use crate::tools::{Tools, root};
use anyhow::{Context, bail};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// What `cargo xtask serve` takes.
#[derive(clap::Args)]
pub struct Args {
    /// Serves the small and quick build that visitors get; building it takes longer.
    #[arg(long)]
    release: bool,
    /// The port on this machine.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Whether a browser is opened when the page is there.
    #[arg(long, value_enum, default_value_t = Open::No, num_args = 0..=1, default_missing_value = "yes")]
    open: Open,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Open {
    Yes,
    No,
}

/// What Trunk watches: the page's sources, and neither `node_modules` nor a target folder.
const WATCHED: [&str; 8] =
    ["index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock", "build.rs", "src", "style", "public"];

/// Serves until it is interrupted.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let start = Instant::now();
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
    if let Err(error) = TcpListener::bind(address) {
        bail!(
            "Port {} cannot be used ({error}). Another program may be serving there already: end it, or choose \
             another port with `cargo xtask serve --port {}`.",
            args.port,
            if args.port == 8080 { 8081 } else { 8080 },
        );
    }
    let tools = Tools::find_or_install(crate::build::NEEDS)?;
    check_sources()?;

    // Not dist/: what lies there is a release build that somebody may be about to publish.
    let dist = target_folder()?.join("serve");
    let mut trunk = trunk(&tools);
    trunk.args([
        "serve",
        "--offline",
        "--skip-version-check",
        "--disable-address-lookup=true",
        "--no-spa=true",
        "--address",
        "127.0.0.1",
    ]);
    // Both would put inline scripts into the page, which its content security policy refuses.
    trunk.args(["--no-autoreload=true", "--no-error-reporting=true"]);
    trunk.arg("--port").arg(args.port.to_string()).arg("--dist").arg(&dist);
    if args.release {
        trunk.arg("--release");
    }
    for path in WATCHED {
        if root().join(path).exists() {
            trunk.args(["--watch", path]);
        }
    }
    say(&format!("▸ trunk serve{} …", if args.release { " --release" } else { "" }));
    let build_start = Instant::now();
    let before = SystemTime::now();
    let trunk =
        Arc::new(Mutex::new(trunk.stdin(Stdio::null()).spawn().context("Trunk could not be started.")?));
    end_with_us(&trunk)?;

    while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
        if let Some(status) = child(&trunk).try_wait()? {
            bail!("Trunk ended with {status} before the page was there; what it said stands above.");
        }
        thread::sleep(Duration::from_millis(200));
    }
    let built =
        dist.join("index.html").metadata().and_then(|file| file.modified()).is_ok_and(|then| then >= before);
    if built {
        say(&format!("✓ trunk build: {}", spoken(build_start.elapsed())));
        say(&format!("\nCluster Atlas is at http://{address}/  (ready after {})", spoken(start.elapsed())));
        say("It is built again when a file changes; reload the page then. Ctrl+C ends it.\n");
        if args.open == Open::Yes {
            open(&format!("http://{address}/"));
        }
    } else {
        say(&format!("✗ trunk build: {}", spoken(build_start.elapsed())));
        say(
            "\nThe page could not be built; the reason stands above. Trunk tries again when a file changes.\n",
        );
    }
    loop {
        if let Some(status) = child(&trunk).try_wait()? {
            bail!("Trunk ended with {status}.");
        }
        thread::sleep(Duration::from_millis(500));
    }
}

fn child(trunk: &Mutex<Child>) -> std::sync::MutexGuard<'_, Child> {
    trunk.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends Trunk when this program is told to end; otherwise it would keep the port.
fn end_with_us(trunk: &Arc<Mutex<Child>>) -> anyhow::Result<()> {
    let trunk = Arc::clone(trunk);
    ctrlc::set_handler(move || {
        // It may have ended already, which is what is wanted.
        let _ = child(&trunk).kill();
        let _ = child(&trunk).wait();
        std::process::exit(0);
    })
    .context("Ctrl+C could not be prepared.")
}

/// Opens the person's own browser; where that is not possible the printed address has to do.
fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    if Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_err() {
        say("No browser could be opened from here; open the address by hand.");
    }
}
