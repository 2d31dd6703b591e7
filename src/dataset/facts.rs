//! Reading facts.

use crate::domain::{Fact, FactSeries, FactTopic, FigureValue};

use super::fields::{LINE, NAME, Object};
use super::file::{DatasetError, Fetched};
use super::json::Json;
use super::records::{Titled, read_collection};
use super::report::{FindingKind as Kind, Loaded, Reading};

/// The `format` of a file of facts, without its version.
const FORMAT: &str = "cluster-atlas/facts";

/// Reads a file of facts.
pub fn read_facts(fetched: &Fetched<'_>) -> Result<Loaded<Fact>, DatasetError> {
    let known = crate::domain::Vocabularies::default();
    let mut records = Titled::new(&known);
    read_collection(fetched, FORMAT, &mut |value, reading| read_fact(&mut records, value, reading))
}

/// One record, or `None` where it has a fatal fault: without a topic nobody would find it, and a country that is none
/// would make a fact on one country one on all of them.
fn read_fact(records: &mut Titled<'_>, value: Json<'_>, reading: &mut Reading) -> Option<Fact> {
    let (mut object, id, title) = records.open(value, reading)?;
    let has_country = object.has("country");
    let country = object.parsed("country", "country", Kind::BadCountry, reading);
    if has_country && country.is_none() {
        reading.refused("country", Kind::MissingCountry, "");
        return None;
    }
    let Some(topic) = object.one_of("topic", "topic", &FactTopic::ALL, FactTopic::as_str, reading) else {
        reading.refused("topic", Kind::MissingValue, "");
        return None;
    };
    let fact = Fact {
        id,
        title,
        country,
        topic,
        subject: object.line("subject", "subject", NAME, reading),
        value: value_of(&mut object, reading),
        unit: object.line("unit", "unit", NAME, reading),
        parts: object.figures("parts", reading),
        as_of: object.line("as_of", "as_of", NAME, reading),
        date: object.partial_date("date", reading),
        series: object.one_of("series", "series", &FactSeries::ALL, FactSeries::as_str, reading),
        period: object.partial_date("period", reading),
        note: object.line("note", "note", LINE, reading),
        related: object.related(reading),
        sources: object.sources(reading),
    };
    // A figure that nobody can look up is no fact.
    if fact.sources.is_empty() {
        reading.noted("sources", Kind::MissingValue, "");
    }
    object.rest("", reading);
    Some(fact)
}

fn value_of(object: &mut Object<'_>, reading: &mut Reading) -> Option<FigureValue> {
    match object.take("value")? {
        Json::Number(number) => Some(FigureValue::Number(number)),
        words @ Json::Text(_) => {
            let mut only = Object::from(vec![("value".into(), words)]);
            only.line("value", "value", LINE, reading).map(FigureValue::Words)
        }
        other => {
            reading.wrong_type("value", &other);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Severity;
    use crate::domain::PartialDate;

    fn read(records: &str) -> Loaded<Fact> {
        let file = format!(r#"{{"format":"cluster-atlas/facts/1","records":[{records}]}}"#);
        read_facts(&Fetched::opened("facts.json", file.as_bytes())).expect("a file of facts")
    }

    #[test]
    fn a_fact_keeps_value_unit_time_and_source() {
        let loaded = read(
            r#"{"id":"a","title":"Clusters, over","country":"ES","topic":"landscape","value":122,"unit":"clusters",
               "as_of":"2022 (autumn)","date":"2022","series":"registered_organisations","period":"2021",
               "sources":["https://example.org/a"]}"#,
        );
        assert_eq!(loaded.report.findings, []);
        let [fact] = &loaded.records[..] else { panic!("one record") };
        assert_eq!(
            (fact.number(), fact.year(), fact.unit.as_deref()),
            (Some(122.0), Some(2022), Some("clusters"))
        );
        assert_eq!(fact.period.map(PartialDate::year), Some(2021));
    }

    #[test]
    fn a_bad_record_is_refused_with_a_reason_and_the_others_stay() {
        let loaded = read(
            r#"{"id":"a","title":"No topic","sources":["https://example.org/"]},
               {"id":"b","title":"Of no country","country":"Atlantis","topic":"policies","sources":["https://example.org/"]},
               {"id":"c","topic":"policies"},
               {"id":"d","title":"Kept","topic":"policies","value":[1],"sources":["https://example.org/"]},
               {"id":"d","title":"Twice","topic":"policies"},
               7"#,
        );
        let report = &loaded.report;
        assert_eq!((report.read, report.loaded, report.refused), (6, 1, 5));
        let refused: Vec<Kind> =
            report.findings.iter().filter(|it| it.severity == Severity::Refused).map(|it| it.kind).collect();
        let expected = [
            Kind::MissingValue,
            Kind::MissingCountry,
            Kind::MissingName,
            Kind::DuplicateId,
            Kind::NotAnObject,
        ];
        assert_eq!(refused, expected);
        assert_eq!(loaded.records[0].value, None, "a list is no value");
    }
}
