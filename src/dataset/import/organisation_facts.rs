//! Importing what sources say of organisations.

use super::columns::ORGANISATION_FACTS;
use super::entries::text_of;
use super::input::Input;
use super::numbers::whole;
use super::pace::at_once;
use super::values::Cells;
use super::{ImportError, ImportOptions};
use crate::dataset::json::{Entries, Json};
use crate::dataset::organisation_facts::read_organisation_fact;
use crate::dataset::report::{Loaded, Reading};
use crate::domain::{Organisation, OrganisationFact, StatedField, Vocabularies};

/// Imports what sources say of some of the published `organisations`: a table, a JSON list or a file of the format.
/// A source that the options name is that one of the dataset's sources.
pub fn import_organisation_facts(
    (file, bytes): (&str, &[u8]),
    options: &ImportOptions,
    organisations: &[Organisation],
) -> Result<Loaded<OrganisationFact>, ImportError> {
    let ids: std::collections::HashSet<&str> = organisations.iter().map(|one| one.id.as_str()).collect();
    let knows = |id: &str| ids.contains(id);
    let mut reading = Reading::new(file);
    let input = at_once(Input::open(file, bytes, options, &ORGANISATION_FACTS, &mut reading))?;
    let no_terms = Vocabularies::default();
    let records = at_once(input.each(
        &Cells::new(&no_terms),
        &options.pace,
        &mut reading,
        &mut |mut value, reading| {
            if let Json::Object(entries) = &mut value {
                prepare(entries, options);
            }
            read_organisation_fact(&knows, value, reading)
        },
    ))?;
    Ok(Loaded { records, report: input.finish(reading) })
}

/// Brings a row into the shape of the format: a number of members is a number, a source has its identifier.
fn prepare(entries: &mut Entries<'_>, options: &ImportOptions) {
    let is_number = text_of(entries, "field") == StatedField::Members.as_str();
    for (name, value) in entries {
        let Json::Text(text) = value else { continue };
        if name == "value"
            && is_number
            && let Some(count) = whole(text)
        {
            *value = Json::Number(count);
        } else if name == "source"
            && let Some(id) = options.sources.get(text.trim())
        {
            *value = Json::Text(id.clone().into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::report::FindingKind as Kind;
    use crate::domain::{Confidence, StatedValue};

    fn published() -> Vec<Organisation> {
        let file = br#"{"format":"cluster-atlas/organisations/1","records":[{"id":"fr-a","name":"A","country":"FR"}]}"#;
        let fetched = crate::dataset::Fetched::opened("organisations.json", file);
        crate::dataset::read_organisations(&fetched, &Vocabularies::default()).expect("readable").records
    }

    fn import(table: &str) -> Loaded<OrganisationFact> {
        let options = ImportOptions::default()
            .with_sources("sources.json", br#"{"https://copy.example/a":"eccp-pages"}"#)
            .expect("pairs");
        import_organisation_facts(("table.csv", table.as_bytes()), &options, &published()).expect("a table")
    }

    #[test]
    fn a_table_with_the_columns_of_a_list_of_statements_is_read() {
        let loaded = import(
            "org_id,field,value,as_of,valid_until,match_confidence,note,source\n\
             fr-a,members,170,2012,,medium,more than 170,https://example.org/a\n\
             fr-a,label,ESCA gold,2023-10-27,2025-09,high,score 92%,https://copy.example/a\n",
        );
        assert_eq!(loaded.report.findings, []);
        let [members, label] = &loaded.records[..] else { panic!("two rows") };
        assert_eq!((&members.value, members.confidence), (&StatedValue::Members(170), Confidence::Medium));
        assert_eq!(members.as_of.map(|it| it.to_string()).as_deref(), Some("2012"));
        assert_eq!(label.until.map(|it| it.to_string()).as_deref(), Some("2025-09"));
        assert_eq!(label.source.as_deref(), Some("eccp-pages"));
    }

    #[test]
    fn rows_that_state_nothing_of_anybody_are_refused_with_a_reason() {
        let loaded = import(
            "organisation,field,value,source\n\
             fr-nobody,label,ESCA gold,https://example.org/\n\
             fr-a,founded,twenty,https://example.org/\n\
             fr-a,website,javascript:alert(1),https://example.org/\n\
             fr-a,label,ESCA bronze,https://example.org/\n",
        );
        let report = &loaded.report;
        assert_eq!((report.read, report.loaded, report.refused), (4, 1, 3));
        let kinds: Vec<_> = report.findings.iter().map(|finding| (finding.row, finding.kind)).collect();
        let expected = [
            (2, Kind::UnknownOrganisation),
            (3, Kind::BadDay),
            (3, Kind::MissingValue),
            (4, Kind::UnsafeAddress),
            (4, Kind::MissingValue),
        ];
        assert_eq!(kinds, expected);
    }
}
