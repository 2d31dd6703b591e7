//! What people's tables and lists have in them and what is made of it. One fixture a fault; each would lose or change
//! data if it were read without care.

#[path = "import_faults/columns.rs"]
mod columns;
#[path = "import_faults/deadlines.rs"]
mod deadlines;
#[path = "import_faults/files.rs"]
mod files;
#[path = "import_faults/records.rs"]
mod records;
mod support;
#[path = "import_faults/values.rs"]
mod values;

use cluster_atlas::dataset::{
    FindingKind, ImportError, ImportOptions, Loaded, import_calls, import_organisations,
};
use cluster_atlas::domain::{Call, Organisation};

use support::{check_sums, found, vocabularies};

fn fixture(name: &str) -> Vec<u8> {
    support::fixture(&format!("import/{name}"))
}

fn try_import(name: &str, options: &ImportOptions) -> Result<Loaded<Organisation>, ImportError> {
    let loaded = import_organisations(name, &fixture(name), options, &vocabularies());
    if let Ok(loaded) = &loaded {
        check_sums(&loaded.report);
    }
    loaded
}

fn import(name: &str) -> Loaded<Organisation> {
    try_import(name, &ImportOptions::default()).expect("a table")
}

fn calls(name: &str) -> Loaded<Call> {
    let loaded =
        import_calls(name, &fixture(name), &ImportOptions::default(), &vocabularies()).expect("readable");
    check_sums(&loaded.report);
    loaded
}

/// The findings of one kind.
fn of_kind<T>(loaded: &Loaded<T>, kind: FindingKind) -> Vec<String> {
    let (all, lines) = (&loaded.report.findings, found(&loaded.report));
    let lines = all.iter().zip(lines).filter(|(finding, _)| finding.kind == kind);
    lines.map(|(finding, line)| format!("{}: {line}", finding.row)).collect()
}

fn names(loaded: &Loaded<Organisation>) -> Vec<&str> {
    loaded.records.iter().map(|record| record.name.as_str()).collect()
}

/// The cut-offs of a call, as a table writes them.
fn closes(call: &Call) -> String {
    let cutoffs = call
        .cutoffs
        .iter()
        .map(|cutoff| cutoff.time.map_or(cutoff.date.to_string(), |time| format!("{} {time}", cutoff.date)));
    cutoffs.collect::<Vec<_>>().join("; ")
}
