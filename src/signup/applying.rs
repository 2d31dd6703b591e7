//! A dataset that proposals are applied to: opened of its files where nothing would be lost by that, and written again.

use thiserror::Error;

use crate::dataset::{
    DatasetError, Fetched, Finding, Manifest, Severity, organisations_file, provenance_file,
    read_organisations, read_provenance,
};
use crate::domain::{Day, Provenance, Source, TermId, Vocabularies};

use super::proposal::{Applying, SOURCE};

/// The name of the file that says where single values are from, in a manifest.
const PROVENANCE: &str = "provenance";

/// Why proposals cannot be applied to a dataset.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unfit {
    /// A file of it cannot be read.
    #[error(transparent)]
    Unreadable(#[from] DatasetError),
    /// A file of it has a fault: what the reader leaves out would be gone for good when it is written again.
    #[error(
        "{file} has faults, and what cannot be read would be lost; mend them first: {} {} {:?}",
        finding.record.as_deref().unwrap_or_default(), finding.path, finding.value
    )]
    Faulty {
        /// The file.
        file: String,
        /// The first of its faults.
        finding: Box<Finding>,
    },
    /// What was written would not be read back the same.
    #[error("the organisations would not be read back as they were written; nothing was written")]
    NotTheSame,
}

impl Applying {
    /// Opens the organisations of a dataset, and what it says of where single values are from.
    pub fn open(
        organisations: &Fetched<'_>,
        provenance: Option<&Fetched<'_>>,
        vocabularies: &Vocabularies,
    ) -> Result<Self, Unfit> {
        let faulty = |file: &Fetched<'_>, finding: Option<Finding>| match finding {
            Some(finding) => Err(Unfit::Faulty { file: file.file.to_owned(), finding: Box::new(finding) }),
            None => Ok(()),
        };
        let loaded = read_organisations(organisations, vocabularies)?;
        let mut lost = loaded.report.findings.into_iter();
        faulty(organisations, lost.find(|finding| finding.severity != Severity::Noted))?;
        let provenance: Vec<Provenance> = match provenance {
            Some(file) => {
                let loaded = read_provenance(file)?;
                faulty(file, loaded.report.findings.into_iter().next())?;
                loaded.records
            }
            None => Vec::new(),
        };
        Ok(Self { organisations: loaded.records, vocabularies: vocabularies.clone(), provenance })
    }

    /// The file of the organisations, and the one that says where single values are from.
    pub fn files(&self) -> Result<(String, String), Unfit> {
        let Self { organisations, vocabularies, provenance } = self;
        let written = organisations_file(&organisations.iter().collect::<Vec<_>>(), vocabularies);
        let again =
            read_organisations(&Fetched::opened("organisations.json", written.as_bytes()), vocabularies)?;
        if again.records != *organisations {
            return Err(Unfit::NotTheSame);
        }
        Ok((written, provenance_file(provenance)))
    }

    /// Where single values are from by what is published now and by work that was begun earlier: of a field that both tell of, the
    /// work is right. `None` where one of the files cannot be read.
    pub fn merged(published: &Fetched<'_>, work: &Fetched<'_>) -> Option<String> {
        let mut all = read_provenance(work).ok()?.records;
        let mut published = read_provenance(published).ok()?.records;
        published
            .retain(|one| !all.iter().any(|known| known.record == one.record && known.field == one.field));
        all.append(&mut published);
        all.sort_by(|one, other| (&one.record, &one.field).cmp(&(&other.record, &other.field)));
        Some(provenance_file(&all))
    }

    /// The file that says where single values are from, as a manifest names it.
    pub fn provenance_of(manifest: &Manifest) -> Option<&str> {
        manifest.collections.get(PROVENANCE).map(String::as_str)
    }

    /// Names in a manifest the file that says where single values are from, and the source of what was proposed, with the
    /// day on which it was looked at last.
    pub fn describe(manifest: &mut Manifest, file: &str, today: Day) {
        manifest.collections.insert(PROVENANCE.to_owned(), file.to_owned());
        let (id, name) = Self::source();
        if let Some(known) = manifest.sources.iter_mut().find(|source| source.id.as_str() == id) {
            known.retrieved = Some(today);
            return;
        }
        let Ok(id) = SOURCE.parse::<TermId>() else { return };
        manifest.sources.push(Source {
            id,
            name: name.to_owned(),
            url: None,
            licence: None,
            dated: None,
            retrieved: Some(today),
            note: None,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORGANISATIONS: &str =
        r#"{"format":"cluster-atlas/organisations/1","records":[{"id":"a","name":"A","country":"AT"}]}"#;

    fn open(organisations: &str, provenance: Option<&str>) -> Result<Applying, Unfit> {
        let provenance = provenance.map(|text| Fetched::opened("provenance.json", text.as_bytes()));
        let file = Fetched::opened("organisations.json", organisations.as_bytes());
        Applying::open(&file, provenance.as_ref(), &Vocabularies::default())
    }

    #[test]
    fn a_dataset_is_opened_where_nothing_would_be_lost_by_writing_it_again() {
        let opened = open(ORGANISATIONS, None).expect("it can be read");
        let (written, provenance) = opened.files().expect("the same");
        assert_eq!(open(&written, Some(&provenance)), Ok(opened));
        let faulty = ORGANISATIONS.replace("\"country\"", "\"website\":\"javascript:alert(1)\",\"country\"");
        assert!(matches!(open(&faulty, None), Err(Unfit::Faulty { .. })));
        let half = r#"{"format":"cluster-atlas/provenance/1","records":[{"record":"a"}]}"#;
        assert!(matches!(open(ORGANISATIONS, Some(half)), Err(Unfit::Faulty { .. })));
        assert!(matches!(open("<html>", None), Err(Unfit::Unreadable(_))));
    }

    #[test]
    fn where_values_are_from_is_merged_field_by_field() {
        let file = |lines: &[(&str, &str)]| {
            let line = |(field, day): &(&str, &str)| {
                format!(r#"{{"record":"a","field":"{field}","source":"proposals","day":"{day}"}}"#)
            };
            let lines: Vec<String> = lines.iter().map(line).collect();
            format!(r#"{{"format":"cluster-atlas/provenance/1","records":[{}]}}"#, lines.join(","))
        };
        let published = file(&[("name", "2026-01-01"), ("website", "2026-01-01")]);
        let work = file(&[("website", "2026-02-02"), ("city", "2026-02-02")]);
        let opened =
            |text: &str| read_provenance(&Fetched::opened("p.json", text.as_bytes())).expect("a file");
        let both = [&published, &work].map(|text| Fetched::opened("p.json", text.as_bytes()));
        let merged = opened(&Applying::merged(&both[0], &both[1]).expect("both can be read")).records;
        let lines: Vec<String> = merged.iter().map(|one| format!("{} {}", one.field, one.day)).collect();
        assert_eq!(lines, ["city 2026-02-02", "name 2026-01-01", "website 2026-02-02"]);
        assert_eq!(Applying::merged(&Fetched::opened("p.json", b"<html>"), &both[1]), None);
    }

    #[test]
    fn the_source_of_proposals_is_named_once() {
        let mut manifest = Manifest::default();
        for day in ["2026-03-01", "2026-04-01"] {
            Applying::describe(&mut manifest, "provenance.json", day.parse().expect("a day"));
        }
        assert_eq!(Applying::provenance_of(&manifest), Some("provenance.json"));
        let days: Vec<_> =
            manifest.sources.iter().map(|source| source.retrieved.map(|day| day.to_string())).collect();
        assert_eq!(days, [Some("2026-04-01".to_owned())]);
    }
}
