//! `cargo xtask schema`: writes the JSON Schema of the published format, or checks that it is current.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::ensure;
use cluster_atlas::dataset::schemas;

/// What `cargo xtask schema` takes.
#[derive(clap::Args)]
pub struct Args {
    /// Only compare; fail if a file is not what the types say.
    #[arg(long)]
    check: bool,
    /// Where the schemas are published; `public/schema` where left out.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Writes or checks the schemas.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/schema");
    let folder = args.out.as_deref().unwrap_or(&published);
    for (name, text) in schemas() {
        let path = folder.join(&name);
        if args.check {
            let current = fs::read_to_string(&path).is_ok_and(|written| written == text);
            ensure!(
                current,
                "public/schema/{name} is not what the types say. Run `cargo xtask schema` and commit it."
            );
        } else {
            crate::import::write(&path, &text)?;
        }
    }
    Ok(())
}
