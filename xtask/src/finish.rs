//! `cargo xtask finish`: what is done to a build when Trunk has put it together and before it is served.
//!
//! Trunk calls it, as Trunk.toml says. The app is one program in several files: what `#[wasm_split]` marks in
//! `src/ui/chunks.rs` is taken out of the WebAssembly module and put into chunks, which the app fetches when
//! somebody goes there. The module is then bound to JavaScript, and in a release build everything is made small.

pub mod deployment;
pub mod edition;
mod imports;
mod messages;
mod policy;
mod shared;
mod unused;

use crate::build::target_folder;
use crate::step::{run as run_program, step};
use crate::tools::{Need, Tools};
use anyhow::{Context, anyhow, ensure};
use cluster_atlas::collection::Collection;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `cargo xtask finish` takes: all it needs to know Trunk says in the environment.
#[derive(clap::Args)]
pub struct Args {}

/// The package's name, which Trunk and Cargo give to all files of the program.
const PROGRAM: &str = "cluster-atlas";
/// All style sheets in one, before its name has a hash.
const ONE_SHEET: &str = "style.css";
/// A module of fewer bytes has too few functions for their order to matter.
const WORTH_ORDERING: u64 = 50_000;
/// What the split makes to load the chunks.
const LOADER: &str = "__wasm_split.js";
/// Stands in `frame.js` for the paths of records, which the registry of collections knows.
const RECORD_PATHS: &str = "RECORD_PATHS";
/// Stands in the JavaScript for the hash until that is known.
const UNHASHED: &str = "HASH-OF-ALL";

/// Finishes the build in Trunk's staging folder.
pub fn run(_: &Args) -> anyhow::Result<()> {
    let said =
        |name| std::env::var(name).with_context(|| format!("{name} is not set: only Trunk calls this."));
    let staging = PathBuf::from(said("TRUNK_STAGING_DIR")?);
    let profile = said("TRUNK_PROFILE")?;
    let tools = Tools::find_or_install(&[Need::Bindgen, Need::Node])?;
    let built =
        target_folder()?.join("wasm32-unknown-unknown").join(&profile).join(format!("{PROGRAM}.wasm"));
    let work = Work {
        tools: &tools,
        folder: target_folder()?.join("finish").join(&profile),
        small: profile == "release",
    };
    let program = step("split and bind", || work.program(&built))?;
    program.put_into(&staging)?;
    // Before the feeds, whose entries are known by it.
    deployment::write(&staging, std::env::var_os(deployment::INTO).map(PathBuf::from).as_deref())?;
    policy::write(&staging)?;
    crate::headers::write(&staging)?;
    let frame = staging.join("frame.js");
    let script = fs::read_to_string(&frame).context("The build has no frame.js.")?;
    fs::write(&frame, with_record_paths(&script)?)?;
    crate::feeds::write(&staging, crate::feeds::now())?;
    if let Some(built) = crate::outline::write(&staging, crate::feeds::now())? {
        crate::oembed::write(&staging, &built)?;
    }
    // After the feeds and the façades, which read all messages.
    messages::part(&staging.join("locales"), &program.main, &program.chunks)?;
    if work.small {
        step("make scripts and styles small", || work.shrink(&staging))?;
    }
    // Last: what has a hash in its name does not change any more.
    edition::write(&staging, &crate::feeds::now().in_brussels().day.to_string(), work.small)?;
    if work.small {
        work.shrink_script(&staging, &staging.join("sw.js"))?;
    }
    Ok(())
}

/// Where and how a build is finished.
struct Work<'a> {
    tools: &'a Tools,
    folder: PathBuf,
    /// Small and slow to make, or made at once.
    small: bool,
}

/// The files of the program. They fit each other and nothing else, so they carry one hash.
struct Program {
    js: String,
    main: Vec<u8>,
    chunks: Vec<shared::Part>,
}

impl Work<'_> {
    fn program(&self, built: &Path) -> anyhow::Result<Program> {
        // What an earlier build left there does not belong to this one.
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder)?;
        }
        let chunks = self.split(built)?;
        self.bind()?;
        let main = self.folder.join(format!("{PROGRAM}_bg.wasm"));
        if self.small {
            let bindings = self.folder.join(format!("{PROGRAM}.js"));
            unused::take_out_classes(&main, &bindings)?;
            self.optimise(&main, &["-g", "--remove-unused-module-elements"])?;
            unused::take_out_functions(&main, &bindings)?;
            imports::shorten(&main, &bindings)?;
        }
        let files: Vec<&PathBuf> = chunks.iter().chain([&main]).collect();
        if self.small {
            self.shrink_modules(&files)?;
        }
        let mut read = Vec::new();
        for file in files {
            read.push(fs::read(file).with_context(|| format!("{} could not be read.", file.display()))?);
        }
        let main = read.pop().unwrap_or_default();
        let names = chunks.iter().map(|file| chunk_name(file));
        let (mut chunks, small) = shared::gathered(names.zip(read).collect());
        let loader = self.folder.join(LOADER);
        let text = fs::read_to_string(&loader).context("The loader of the chunks is gone.")?;
        let text = shared::named_apart(text, &mut chunks, UNHASHED);
        fs::write(&loader, shared::loader_for(&text, &chunks, &small, UNHASHED)?)?;
        Ok(Program { js: self.joined()?, main, chunks })
    }

    /// Parts the module that Cargo built; gives the files of the chunks.
    fn split(&self, built: &Path) -> anyhow::Result<Vec<PathBuf>> {
        let chunks = split_into(&self.folder, built)?;
        let loader = self.folder.join(LOADER);
        let text = fs::read_to_string(&loader).context("The split left no loader.")?;
        fs::write(&loader, loader_for(&text, &chunks)?)?;
        Ok(chunks)
    }

    fn bind(&self) -> anyhow::Result<()> {
        let mut bindgen = self.tools.command("wasm-bindgen");
        bindgen.args([
            "--target",
            "web",
            "--no-typescript",
            "--weak-refs",
            "--out-name",
            PROGRAM,
            "--out-dir",
        ]);
        // The chunks call functions of the main module by these names.
        bindgen
            .arg(&self.folder)
            .args(["--keep-lld-exports", "--no-demangle"])
            .arg(self.folder.join("main.wasm"));
        Ok(run_program(&mut bindgen)?)
    }

    /// The bindings, the loader of the chunks and what else they import, as one script.
    fn joined(&self) -> anyhow::Result<String> {
        let out = self.folder.join("joined.js");
        let mut esbuild = self.tools.command("esbuild");
        esbuild.arg(self.folder.join(format!("{PROGRAM}.js")));
        esbuild.args(["--bundle", "--format=esm", "--target=es2022", "--log-level=warning"]);
        // The bindings name the loader once for each chunk; it is the same one every time.
        esbuild.arg("--log-override:duplicate-object-key=silent");
        if self.small {
            esbuild.arg("--minify");
        }
        run_program(esbuild.arg(format!("--outfile={}", out.display())))?;
        fs::read_to_string(&out).context("esbuild left no script.")
    }

    /// Makes modules small, as many at once as there are processors.
    fn shrink_modules(&self, files: &[&PathBuf]) -> anyhow::Result<()> {
        let next = AtomicUsize::new(0);
        let work = || {
            while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                self.shrink_module(file)?;
            }
            Ok(())
        };
        let at_once = thread::available_parallelism().map_or(1, NonZero::get);
        thread::scope(|scope| {
            let working: Vec<_> = (0..at_once).map(|_| scope.spawn(work)).collect();
            working.into_iter().try_for_each(|one| one.join().map_err(|_| anyhow!("A module was left."))?)
        })
    }

    /// Makes a module small for those who fetch it: as brotli leaves it, not as it is. `-Oz` makes of what is alike what is
    /// shorter and differs; so `-O2`, and what has one name, one generic function made for many types, stands together.
    fn shrink_module(&self, file: &Path) -> anyhow::Result<()> {
        if fs::metadata(file)?.len() < WORTH_ORDERING {
            return self.optimise(file, &["-O2"]);
        }
        // The names are needed until the functions are in order.
        let inlining = "--one-caller-inline-max-function-size=80";
        self.optimise(file, &["-O2", inlining, "-g", "--reorder-functions-by-name"])?;
        self.optimise(file, &["--strip-debug", "--strip-producers", "--remove-unused-module-elements"])
    }

    /// Runs passes over a module, in its place.
    fn optimise(&self, file: &Path, passes: &[&str]) -> anyhow::Result<()> {
        let mut command = self.tools.command("wasm-opt");
        Ok(run_program(command.args(passes).arg(file).arg("--output").arg(file))?)
    }

    /// Makes a script small, in its place.
    fn shrink_script(&self, folder: &Path, script: &Path) -> anyhow::Result<()> {
        let mut esbuild = self.tools.command("esbuild");
        esbuild.args(["--minify", "--target=es2022", "--log-level=warning", "--allow-overwrite"]);
        Ok(run_program(esbuild.arg(format!("--outdir={}", folder.display())).arg(script))?)
    }

    /// Makes one small style sheet of all, and the scripts of the start small.
    fn shrink(&self, staging: &Path) -> anyhow::Result<()> {
        let index = staging.join("index.html");
        let page = fs::read_to_string(&index)?;
        let (page, sheets) = with_one_sheet(&page);
        let mut rules = String::new();
        for sheet in &sheets {
            let file = staging.join(sheet);
            rules += &fs::read_to_string(&file).with_context(|| format!("{sheet} could not be read."))?;
            fs::remove_file(file)?;
        }
        let sheet = staging.join(ONE_SHEET);
        fs::write(&sheet, rules)?;
        let mut esbuild = self.tools.command("esbuild");
        esbuild.args(["--minify", "--target=es2022", "--log-level=warning", "--allow-overwrite"]);
        esbuild.arg(format!("--outdir={}", staging.display())).arg(&sheet);
        let files = [
            "boot.js",
            "offline.js",
            "embed.js",
            "frame.js",
            "frame.css",
            "kiosk.js",
            "kiosk.css",
            "later.css",
            "landscape.css",
            "views.css",
            "desk.css",
            "builder.css",
        ];
        esbuild.args(files.map(|file| staging.join(file)));
        run_program(&mut esbuild)?;
        let mut hasher = DefaultHasher::new();
        hasher.write(&fs::read(&sheet)?);
        let name = format!("style-{:016x}.css", hasher.finish());
        fs::rename(sheet, staging.join(&name))?;
        fs::write(index, thin(&page.replace(ONE_SHEET, &name)))?;
        Ok(())
    }
}

/// The script that tells the host of a frame which record is shown, with the paths of the records of every collection.
fn with_record_paths(script: &str) -> anyhow::Result<String> {
    ensure!(script.matches(RECORD_PATHS).count() == 1, "frame.js has no place for the paths of records.");
    let paths: Vec<&str> = Collection::ALL.iter().map(|collection| collection.about().record_path).collect();
    Ok(script.replace(RECORD_PATHS, &paths.join("|")))
}

/// The module that Cargo builds for a release, before it is split.
pub fn release_module() -> anyhow::Result<PathBuf> {
    let folder = target_folder()?.join("wasm32-unknown-unknown").join("release");
    Ok(folder.join(format!("{PROGRAM}.wasm")))
}

/// Parts a module; `main.wasm` in the folder is what stays together, what is given are the files of the chunks.
pub fn split_into(folder: &Path, built: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let wasm = fs::read(built).with_context(|| format!("{} could not be read.", built.display()))?;
    let main_out_path = folder.join("main.wasm");
    let main_module = format!("./{PROGRAM}.js");
    let mut options = wasm_split_cli_support::Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &main_out_path;
    options.main_module = &main_module;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|report| anyhow!("The program could not be split: {report:#}"))?;
    Ok(split.split_modules)
}

/// The page with a link to one style sheet in place of all its links to some, and the files of those.
fn with_one_sheet(page: &str) -> (String, Vec<String>) {
    let (mut rest, mut joined, mut sheets) = (page, String::new(), Vec::new());
    while let Some(start) = rest.find("<link ") {
        let end = rest[start..].find('>').map_or(rest.len(), |length| start + length + 1);
        let link = &rest[start..end];
        if link.contains("rel=\"stylesheet\"") {
            joined += rest[..start].trim_end_matches([' ', '\n']);
            if sheets.is_empty() {
                joined.extend(["\n    <link rel=\"stylesheet\" href=\"./", ONE_SHEET, "\">"]);
            }
            sheets.extend(crate::sizes::named_in_page(link));
        } else {
            joined += &rest[..end];
        }
        rest = &rest[end..];
    }
    (joined + rest, sheets)
}

/// The page without what is there for those who write it: comments and indentation.
fn thin(page: &str) -> String {
    let (mut rest, mut without) = (page, String::new());
    while let Some((before, comment)) = rest.split_once("<!--") {
        without += before;
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    without += rest;
    let lines: Vec<&str> = without.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

impl Program {
    /// Takes the place of what Trunk has put into the page's folder.
    fn put_into(&self, staging: &Path) -> anyhow::Result<()> {
        let hash = self.hash();
        let index = staging.join("index.html");
        let mut page = fs::read_to_string(&index).context("Trunk left no index.html.")?;
        let (js, wasm) = (format!("{PROGRAM}-{hash}.js"), format!("{PROGRAM}-{hash}.wasm"));
        for (ending, name, bytes) in [
            (".js", &js, self.js.replace(UNHASHED, &hash).as_bytes()),
            (".wasm", &wasm, self.main.as_slice()),
        ] {
            let trunks = crate::sizes::named_in_page(&page)
                .into_iter()
                .find(|file| file.starts_with(PROGRAM) && file.ends_with(ending))
                .with_context(|| format!("The page that Trunk made names no {PROGRAM}-….{ending}."))?;
            fs::remove_file(staging.join(&trunks)).with_context(|| format!("Trunk left no {trunks}."))?;
            fs::write(staging.join(name), bytes)?;
            page = page.replace(&trunks, name);
        }
        // The start script says how far the program has come; a server that compresses does not tell how long it is.
        page = page.replace("data-wasm=", &format!("data-size=\"{}\" data-wasm=", self.main.len()));
        for (name, bytes) in &self.chunks {
            fs::write(staging.join(format!("{name}-{hash}.wasm")), bytes)?;
        }
        fs::write(index, page)?;
        Ok(())
    }

    fn hash(&self) -> String {
        let mut hasher = DefaultHasher::new();
        hasher.write(self.js.as_bytes());
        hasher.write(&self.main);
        self.chunks.iter().for_each(|(_, bytes)| hasher.write(bytes));
        format!("{:016x}", hasher.finish())
    }
}

/// `split_calls.wasm` is the chunk `calls`; `chunk_3.wasm` holds what some chunks share, and keeps its name: see `shared.rs`.
fn chunk_name(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    stem.strip_prefix("split_").unwrap_or(&stem).to_owned()
}

/// The loader that comes with the split, with the chunks' own names and without its trust in the server's types.
fn loader_for(loader: &str, chunks: &[PathBuf]) -> anyhow::Result<String> {
    let mut text = loader.to_owned();
    for chunk in chunks {
        let file = chunk.file_name().unwrap_or_default().to_string_lossy();
        ensure!(text.contains(&*file), "The split's loader does not know {file}.");
        text = text.replace(&*file, &format!("{}-{UNHASHED}.wasm", chunk_name(chunk)));
    }
    let streaming = "WebAssembly.instantiateStreaming(";
    let calls = text.matches(streaming).count();
    ensure!(calls == chunks.len(), "The split's loader starts {calls} of {} chunks.", chunks.len());
    Ok(text.replace(streaming, "instantiate(") + include_str!("finish/instantiate.js"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_fetches_chunks_by_names_with_a_hash() {
        let loader = "fetch('./split_calls.wasm').then((it) => WebAssembly.instantiateStreaming(it));";
        let text = loader_for(loader, &["work/split_calls.wasm".into()]).unwrap();
        assert!(
            text.starts_with(&format!("fetch('./calls-{UNHASHED}.wasm').then((it) => instantiate(it));"))
        );
        assert!(loader_for(loader, &[]).is_err());
        assert!(loader_for(loader, &["split_other.wasm".into()]).is_err());
    }

    #[test]
    fn the_frame_tells_its_host_of_records_of_every_collection() {
        let script = fs::read_to_string(crate::tools::root().join("public/frame.js")).expect("the script");
        let script = with_record_paths(&script).expect("it has a place");
        let paths = script.split_once("const RECORD = /^#\\/(").and_then(|(_, rest)| rest.split_once(')'));
        let told: Vec<&str> = paths.expect("a pattern").0.split('|').collect();
        assert!(Collection::ALL.iter().all(|one| told.contains(&one.about().record_path)), "{told:?}");
        assert!(with_record_paths("RECORD").is_err());
    }

    #[test]
    fn one_sheet_takes_the_place_of_all() {
        let page = r#"<head><link rel="icon" href="i.svg">
            <link rel="stylesheet" href="./a-1.css"/> <link rel="stylesheet" href="b.css">
            <script src="x.js"></script></head>"#;
        let (joined, sheets) = with_one_sheet(page);
        assert_eq!(sheets, ["a-1.css", "b.css"]);
        assert_eq!(crate::sizes::named_in_page(&joined), ["i.svg", ONE_SHEET, "x.js"]);
    }

    #[test]
    fn a_page_loses_comments_and_indentation_and_nothing_else() {
        let page = "<body>\n    <!-- why\n      so -->\n    <p>One <b>two</b>\n      three</p><!-- x -->\n\n</body>\n";
        assert_eq!(thin(page), "<body>\n<p>One <b>two</b>\nthree</p>\n</body>\n");
        assert_eq!(thin("<p>a</p>\n<!-- open"), "<p>a</p>\n");
    }

    #[test]
    fn any_change_of_any_file_changes_the_hash() {
        let program = |main: &str, chunk: &str| Program {
            js: "js".to_owned(),
            main: main.into(),
            chunks: vec![("calls".to_owned(), chunk.into())],
        };
        assert_ne!(program("a", "b").hash(), program("a", "c").hash());
        assert_ne!(program("a", "b").hash(), program("b", "b").hash());
        assert_eq!(program("a", "b").hash().len(), 16);
    }
}
