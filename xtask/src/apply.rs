//! `cargo xtask apply`: what people propose about organisations, held against the dataset and put into it where an operator
//! accepts it. `signup::Applying` decides what fits; this shows, asks, reads and writes.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::ensure;
use cluster_atlas::dataset::{Fetched, Manifest, manifest_file, read_manifest};
use cluster_atlas::domain::{Day, Instant, tidy};
use cluster_atlas::signup::{Applying, Judged, Proposal, ProposalFault, proposals_in};

use crate::import::{read, vocabularies, write};

/// What `cargo xtask apply` takes.
#[derive(clap::Args)]
pub struct Args {
    /// Files with proposals: as received, exported from "My sign-ups", one or many in each.
    #[arg(required = true)]
    proposals: Vec<PathBuf>,
    /// The dataset's folder, where atlas.json is.
    #[arg(long, default_value = "public/data")]
    dataset: PathBuf,
    /// Accepts the proposals with these keys, or ends of keys of eight characters or more, and asks nobody.
    #[arg(long, num_args = 1.., value_name = "ID")]
    accept: Vec<String>,
    /// Shows everything and writes nothing.
    #[arg(long)]
    dry_run: bool,
}

/// A shorter end of a key could be that of several.
const SHORTEST: usize = 8;

/// Shows each proposal, asks, and writes what was accepted.
pub fn run(args: &Args) -> anyhow::Result<()> {
    if let Some(short) = args.accept.iter().find(|id| id.len() < SHORTEST) {
        anyhow::bail!("{short:?} is too short to name one proposal; give {SHORTEST} characters or more");
    }
    let today = today()?;
    let mut dataset = Dataset::open(&args.dataset)?;
    let mut wanted: Vec<&str> = args.accept.iter().map(String::as_str).collect();
    let (mut applied, mut refused) = (0, 0);
    for path in &args.proposals {
        let (name, bytes) = read(path)?;
        for (number, proposal) in proposals_in(&bytes).into_iter().enumerate() {
            let proposal = match proposal {
                Ok(proposal) => proposal,
                Err(fault) => {
                    println!("\n{}, number {}: {fault}. It is left out.", shown(&name), number + 1);
                    refused += 1;
                    continue;
                }
            };
            tell(&proposal);
            let named = wanted.iter().position(|id| proposal.key.as_str().ends_with(id));
            let is_named = named.is_some();
            match dataset.state.judge(&proposal) {
                Ok(judged) => {
                    tell_differences(&judged);
                    if is_accepted(args, is_named)? {
                        dataset.state.apply(&proposal, judged, today);
                        applied += 1;
                        println!("  accepted");
                    } else {
                        println!("  left out");
                    }
                }
                Err(fault) => {
                    tell_fault(&fault);
                    refused += 1;
                    ensure!(
                        !is_named,
                        "the proposal {} was to be accepted; nothing was written",
                        proposal.key.as_str()
                    );
                }
            }
            if let Some(at) = named {
                wanted.swap_remove(at);
            }
        }
    }
    ensure!(wanted.is_empty(), "no proposal has the key {}; nothing was written", wanted.join(", "));
    println!("\n{applied} applied, {refused} refused");
    if applied == 0 || args.dry_run {
        println!("Nothing was written.");
        return Ok(());
    }
    dataset.save(&args.dataset, today)
}

/// A dataset's folder: what proposals change in it, and its manifest.
struct Dataset {
    manifest: Manifest,
    state: Applying,
}

impl Dataset {
    fn open(folder: &Path) -> anyhow::Result<Self> {
        let (name, bytes) = read(&folder.join("atlas.json"))?;
        let (manifest, report) = read_manifest(&Fetched::opened(&name, &bytes))?;
        ensure!(
            report.findings.is_empty(),
            "{name} has faults, and what cannot be read would be lost; mend them first: {:?}",
            report.findings
        );
        let vocabularies = vocabularies(folder)?;
        let (name, bytes) = read(&folder.join(organisations_of(&manifest)))?;
        let organisations = Fetched::opened(&name, &bytes);
        let provenance = match Applying::provenance_of(&manifest) {
            Some(file) => Some(read(&folder.join(file))?),
            None => None,
        };
        let provenance = provenance.as_ref().map(|(name, bytes)| Fetched::opened(name, bytes));
        let state = Applying::open(&organisations, provenance.as_ref(), &vocabularies)?;
        Ok(Self { manifest, state })
    }

    fn save(mut self, folder: &Path, today: Day) -> anyhow::Result<()> {
        let (organisations, provenance) = self.state.files()?;
        let file = organisations_of(&self.manifest);
        let name = Applying::provenance_of(&self.manifest).unwrap_or("provenance.json").to_owned();
        write(&folder.join(&file), &organisations)?;
        write(&folder.join(&name), &provenance)?;
        // Files have changed: the next build marks them all.
        self.manifest.editions.clear();
        self.manifest.collections.insert("organisations".to_owned(), file);
        Applying::describe(&mut self.manifest, &name, today);
        write(&folder.join("atlas.json"), &manifest_file(&self.manifest))
    }
}

fn organisations_of(manifest: &Manifest) -> String {
    let file = manifest.collections.get("organisations");
    file.cloned().unwrap_or_else(|| "organisations.json".to_owned())
}

/// Whether a proposal is to be applied: as `--accept` says, else as whoever sits there says.
fn is_accepted(args: &Args, is_named: bool) -> anyhow::Result<bool> {
    if !args.accept.is_empty() || args.dry_run {
        return Ok(is_named);
    }
    if !io::stdin().is_terminal() {
        println!("  (nobody can be asked here; accept it by --accept and its key)");
        return Ok(false);
    }
    print!("  Apply it? [y/N] ");
    io::stdout().flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

/// Says who proposes what, without anything that a terminal would obey.
fn tell(proposal: &Proposal) {
    let profile = &proposal.profile;
    let what = profile.record.as_ref().map_or_else(
        || "a new organisation".to_owned(),
        |record| format!("a correction of {}", shown(record)),
    );
    println!("\n{} proposes {what}: {}", proposal.day, shown(&profile.name));
    println!("  key       {}", proposal.key.as_str());
    println!("  by        {} ({})", shown(&proposal.contact), shown(&profile.relation));
    let against = profile.published.as_deref().unwrap_or("an undated dataset");
    println!("  against   {} {}", shown(against), shown(profile.edition.as_deref().unwrap_or_default()));
    if let Some(note) = &profile.note {
        println!("  remark    {}", shown(note));
    }
}

fn tell_differences(judged: &Judged) {
    if judged.is_new {
        println!("  id        {}", judged.record.id.as_str());
    }
    for difference in &judged.differences {
        let said = |text: &str| if text.is_empty() { "(not known)".to_owned() } else { shown(text) };
        let (before, after) = (said(&difference.before), said(&difference.after));
        println!("  {:<18} {before}\n  {:>18} {after}", difference.field.as_str(), "→");
    }
}

fn tell_fault(fault: &ProposalFault) {
    println!("  refused: {fault}.");
}

/// A text on one line, without control characters.
fn shown(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(tidy).collect();
    let line = lines.join(" ⏎ ");
    match line.char_indices().nth(600) {
        Some((end, _)) => format!("{} … ({} characters)", &line[..end], line.chars().count()),
        None => line,
    }
}

fn today() -> anyhow::Result<Day> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    Ok(Instant::from_unix(i64::try_from(now.as_secs())?).in_brussels().day)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A folder of its own, with two organisations.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("cluster-atlas-apply-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let files = [
            (
                "atlas.json",
                r#"{"format":"cluster-atlas/1","published":"2026-11-21","sources":[{"id":"eccp","name":"The list"}],
                "collections":{"organisations":"organisations.json"},"vocabularies":"vocabularies.json",
                "editions":{"organisations.json":"0123456789"}}"#,
            ),
            (
                "vocabularies.json",
                r#"{"format":"cluster-atlas/vocabularies/1","ecosystems":[],"expertise":[],"regions":[]}"#,
            ),
            (
                "organisations.json",
                r#"{"edition":"0123456789","format":"cluster-atlas/organisations/1","defaults":{"source":"eccp"},"records":[
                {"id":"at-a","name":"A","country":"AT"},{"id":"fr-b","name":"B","country":"FR","website":"https://b.example/"}]}"#,
            ),
        ];
        for (file, text) in files {
            fs::write(folder.join(file), text).expect("a file");
        }
        folder
    }

    const KEY: &str = "019a8c11-5c02-7c3e-9f60-0242ac120002";

    fn proposal(changes: &str) -> String {
        format!(
            r#"{{"format":"cluster-atlas/sign-up/1","kind":"correction","key":"{KEY}","submitted":"2026-11-22T09:32:00Z",
            "profile":{{"record":"fr-b","name":"B","changes":{changes},"relation":"staff"}},
            "contact":{{"name":"Zoë","email":"zoe@example.org"}},
            "consent":{{"text_version":"2","language":"en","at":"2026-11-22T09:32:00Z","privacy":true,"newsletter":false}}}}"#
        )
    }

    fn applied(folder: &Path, text: &str, accept: &[&str], dry_run: bool) -> anyhow::Result<()> {
        let file = folder.join("proposal.json");
        fs::write(&file, text).expect("a file");
        let accept = accept.iter().map(|&id| id.to_owned()).collect();
        run(&Args { proposals: vec![file], dataset: folder.to_owned(), accept, dry_run })
    }

    #[test]
    fn what_is_accepted_is_written_with_its_source_and_without_an_edition_and_only_once() {
        let folder = folder("once");
        let website = proposal(r#"{"website":{"from":"https://b.example/","to":"https://new.example/"}}"#);
        let organisations = || fs::read_to_string(folder.join("organisations.json")).expect("a file");
        let before = organisations();
        applied(&folder, &website, &[], false).expect("nobody is asked, nothing is accepted");
        applied(&folder, &website, &[KEY], true).expect("a dry run");
        assert_eq!(organisations(), before);
        assert!(applied(&folder, &website, &["00000000"], false).is_err(), "no such key");
        assert!(applied(&folder, &website, &["002"], false).is_err(), "too short");
        applied(&folder, &website, &[&KEY[28..]], false).expect("accepted");
        assert!(
            organisations().contains(r#""website":"https://new.example/""#)
                && !organisations().contains("edition")
        );
        let manifest = fs::read_to_string(folder.join("atlas.json")).expect("a file");
        assert!(
            manifest.contains(r#""proposals""#)
                && manifest.contains("provenance.json")
                && !manifest.contains("editions")
        );
        let provenance = fs::read_to_string(folder.join("provenance.json")).expect("a file");
        assert!(
            provenance
                .contains(r#""record":"fr-b","field":"website","source":"proposals","day":"2026-11-22""#)
        );
        let after = organisations();
        assert!(applied(&folder, &website, &[KEY], false).is_err(), "it was applied already");
        assert_eq!(organisations(), after);
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn what_could_not_be_read_back_is_not_written_over() {
        let folder = folder("faults");
        let file = folder.join("organisations.json");
        let text =
            fs::read_to_string(&file).expect("a file").replace("https://b.example/", "javascript:alert(1)");
        fs::write(&file, &text).expect("a file");
        let named = proposal(r#"{"name":{"from":"B","to":"Better"}}"#);
        assert!(applied(&folder, &named, &[KEY], false).is_err());
        assert_eq!(fs::read_to_string(&file).expect("a file"), text);
        fs::remove_dir_all(&folder).expect("removed");
    }
}
