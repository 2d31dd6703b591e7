//! What every collection must do, as a table over the registry: a collection that is added is tested by this.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use cluster_atlas::collection::{Collection, CollectionRecord, Format, LabelSource, Setting, Visit};
use cluster_atlas::dataset::{Fetched, ImportOptions, Loaded, at_once, schemas, workbook};
use cluster_atlas::domain::{Instant, Vocabularies};
use cluster_atlas::explore::{FacetKind, Index, Query, Record};
use cluster_atlas::route::{FindParams, Route};
use serde_json::{Value, json};
use support::{check_sums, fixture, note, vocabularies};

/// Does something for each collection.
fn for_each<V: Visit<Output = ()> + Copy>(what: V) {
    for collection in Collection::ALL {
        collection.visit(what);
    }
}

macro_rules! every_collection {
    ($(#[$doc:meta])* $name:ident, $check:ident) => {
        $(#[$doc])*
        #[test]
        fn $name() {
            #[derive(Clone, Copy)]
            struct Check;
            impl Visit for Check {
                type Output = ();
                fn visit<R: CollectionRecord>(self) {
                    $check::<R>();
                }
            }
            for_each(Check);
        }
    };
}

fn name<R: CollectionRecord>() -> &'static str {
    R::COLLECTION.about().name
}

fn read_text<R: CollectionRecord>(text: &str) -> Loaded<R> {
    let file = format!("{}.json", name::<R>());
    let loaded = R::read(&Fetched::opened(&file, text.as_bytes()), &vocabularies())
        .unwrap_or_else(|error| panic!("{file}: {error}"));
    check_sums(&loaded.report);
    loaded
}

/// The fixture with every field of a collection filled in.
fn every_field<R: CollectionRecord>() -> Loaded<R> {
    let text = fixture(&format!("{}-every-field.json", name::<R>()));
    read_text(std::str::from_utf8(&text).expect("UTF-8"))
}

fn refs<R>(records: &[R]) -> Vec<&R> {
    records.iter().collect()
}

fn moment() -> Instant {
    Instant::start_of("2024-02-21".parse().expect("a day"))
}

fn indexed<R: CollectionRecord>(records: Vec<R>, vocabularies: &Vocabularies) -> Index<R::At> {
    let records: Vec<Arc<R>> = records.into_iter().map(Arc::new).collect();
    Index::build(R::at(&records, &Setting { now: moment(), vocabularies }), &|_, _, _| {})
}

#[test]
fn names_and_paths_are_its_own() {
    let mut seen = BTreeSet::new();
    for collection in Collection::ALL {
        let about = collection.about();
        assert!(seen.insert(about.name) && seen.insert(about.path) || about.name == about.path, "{about:?}");
        assert_eq!(Collection::named(about.name), Some(*collection));
    }
}

fn reads_what_it_publishes<R: CollectionRecord>() {
    let loaded = every_field::<R>();
    assert!(!loaded.records.is_empty(), "{}: the fixture is empty", name::<R>());
    let written = R::file(&refs(&loaded.records), &vocabularies());
    assert_eq!(read_text::<R>(&written).records, loaded.records, "{}", name::<R>());
}

every_collection! {
    /// What is written is read back the same.
    a_file_is_read_back_as_it_was_written, reads_what_it_publishes
}

fn exports<R: CollectionRecord>() {
    let loaded = every_field::<R>();
    let records = refs(&loaded.records);
    for format in [Format::Csv, Format::Xlsx, Format::GeoJson, Format::Json] {
        let export = R::export(format, &records, &note());
        assert_eq!(export.is_some(), R::FORMATS.contains(&format), "{} {format:?}", name::<R>());
        if let Some(export) = export {
            let from = "https://atlas.example/#/explore?country=FR";
            assert!(export.contains(from), "{} {format:?} says where it is from", name::<R>());
        }
    }
    let json = R::export(Format::Json, &records, &note()).expect("JSON can always be had");
    assert_eq!(read_text::<R>(&json).records, loaded.records, "{}", name::<R>());
}

every_collection! {
    /// Every format on offer can be had, says where it is from, and the dataset's own is read back the same.
    exports_are_what_is_offered, exports
}

/// What the importer makes of a file, as the desk and the command line read it.
fn imported<R: CollectionRecord>(file: &str, bytes: &[u8]) -> Vec<R> {
    let mut vocabularies = vocabularies();
    let import = R::import((file, bytes), ImportOptions::default(), &mut vocabularies, &|_| None);
    let loaded = at_once(import).unwrap_or_else(|error| panic!("{} {file}: {error}", name::<R>()));
    check_sums(&loaded.report);
    loaded.records
}

fn imports_its_exports<R: CollectionRecord>() {
    let loaded = every_field::<R>();
    let records = refs(&loaded.records);
    for format in R::FORMATS {
        let text = R::export(*format, &records, &note()).expect("it is on offer");
        let (file, bytes) = match format {
            Format::Csv => ("export.csv", text.into_bytes()),
            Format::Xlsx => ("export.xlsx", workbook(&text, name::<R>()).expect("it fits")),
            Format::GeoJson => ("export.geojson", text.into_bytes()),
            Format::Json => ("export.json", text.into_bytes()),
        };
        assert_eq!(imported::<R>(file, &bytes), loaded.records, "{} {file}", name::<R>());
    }
    let is_table = |format| R::FORMATS.contains(&format);
    assert_eq!(is_table(Format::Csv), is_table(Format::Xlsx), "{}: a table is a workbook too", name::<R>());
    assert!(is_table(Format::Json), "{}: the format itself can always be had", name::<R>());
}

every_collection! {
    /// Whatever is exported, in whichever format, is imported the same.
    exports_are_imported_the_same, imports_its_exports
}

fn imports_its_file<R: CollectionRecord>() {
    let loaded = every_field::<R>();
    let mut vocabularies = vocabularies();
    let json = R::export(Format::Json, &refs(&loaded.records), &note()).expect("JSON can always be had");
    let file = ("export.json", json.as_bytes());
    let imported = at_once(R::import(file, ImportOptions::default(), &mut vocabularies, &|_| None))
        .unwrap_or_else(|error| panic!("{}: {error}", name::<R>()));
    check_sums(&imported.report);
    assert_eq!(imported.records, loaded.records, "{}", name::<R>());
}

every_collection! {
    /// A file of the format is imported as it is read.
    files_of_the_format_are_imported_the_same, imports_its_file
}

fn keeps_to_its_schema<R: CollectionRecord>() {
    let file = format!("{}.schema.json", name::<R>());
    let (_, text) = schemas().into_iter().find(|(known, _)| *known == file).expect("it is published");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let written = R::file(&refs(&every_field::<R>().records), &vocabularies());
    let document: Value = serde_json::from_str(&written).expect("JSON");
    let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{}: {errors:?}", name::<R>());
}

every_collection! {
    /// What is written is as its schema says.
    files_are_as_their_schema_says, keeps_to_its_schema
}

fn describes_its_facets<R: CollectionRecord>() {
    let about = R::COLLECTION.about();
    let of_records: Vec<&str> = R::At::FACETS.iter().map(|facet| facet.id).collect();
    let described: Vec<&str> = about.facets.iter().map(|facet| facet.id).collect();
    assert_eq!(described, of_records, "{}", about.name);
    for (facet, described) in R::At::FACETS.iter().zip(about.facets) {
        if let (FacetKind::OneOf(values), LabelSource::Messages(names)) = (facet.kind, described.labels) {
            let named: BTreeSet<&str> = names.iter().map(|(value, _)| *value).collect();
            assert_eq!(values.iter().copied().collect::<BTreeSet<_>>(), named, "{}", facet.id);
        }
    }
    if let Some(closes) = about.closes {
        assert!(R::At::NUMBERS.iter().any(|number| number.id == closes), "{closes}");
    }
    let has_places = every_field::<R>();
    let index = indexed(has_places.records, &vocabularies());
    let located = index.run(&Query::default()).located > 0;
    assert_eq!(located, about.places, "{}: places", about.name);
}

every_collection! {
    /// The facets that links, filters and the index know are the same.
    facets_are_described_as_they_are, describes_its_facets
}

fn finds_every_record<R: CollectionRecord>() {
    let path = format!("{}/public/data/{}.json", env!("CARGO_MANIFEST_DIR"), name::<R>());
    let published = read_text::<R>(&fs::read_to_string(path).expect("the published file")).records;
    let ids: Vec<String> = published.iter().map(|record| record.id().as_str().to_owned()).collect();
    let titles: Vec<String> = published.iter().map(|record| record.title().to_owned()).collect();
    let index = indexed(published, &vocabularies());
    assert_eq!(index.run(&Query::default()).rows.len(), ids.len(), "{}", name::<R>());
    for (id, title) in ids.iter().zip(&titles) {
        let row = index.row_of(id).unwrap_or_else(|| panic!("{id} has a row"));
        let found = index.run(&Query { text: title.clone(), ..Query::default() });
        // A title without a letter or a digit has no words to be found by.
        assert!(found.matched.contains(row), "{title} finds {id}");
    }
}

every_collection! {
    /// Every published record is found by its identifier and its own title.
    published_records_are_found, finds_every_record
}

fn survives_links<R: CollectionRecord>() {
    let about = R::COLLECTION.about();
    let mut params = FindParams::of(R::COLLECTION);
    for facet in about.facets {
        params = params.with_value(facet.id, "a & b=c#?%/é", true).with_value(facet.id, "second", true);
    }
    "pôle & Σ".clone_into(&mut params.q);
    let link = params.clone().link();
    assert!(link.starts_with(&format!("#/{}?", about.path)));
    assert_eq!(Route::parse(&link), params.route(), "{link}");
    let record = Route::record(R::COLLECTION, "a.b-c_1");
    assert_eq!(record.to_hash(), format!("#/{}/a.b-c_1", about.record_path));
    assert_eq!(Route::parse(&record.to_hash()), record);
}

every_collection! {
    /// Whatever is chosen, the link gives it again.
    links_give_the_choices_again, survives_links
}

/// The first record of the fixture, with its texts, or its members, replaced.
fn changed<R: CollectionRecord>(change: &dyn Fn(&mut Value)) -> Value {
    let mut file: Value =
        serde_json::from_slice(&fixture(&format!("{}-every-field.json", name::<R>()))).expect("JSON");
    change(&mut file["records"][0]);
    file
}

fn replace_texts(value: &mut Value, text: &str) {
    match value {
        Value::String(old) => text.clone_into(old),
        Value::Array(items) => items.iter_mut().for_each(|item| replace_texts(item, text)),
        Value::Object(members) => members.values_mut().for_each(|member| replace_texts(member, text)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn bears_hostile_texts<R: CollectionRecord>() {
    for hostile in [
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "\u{0}\u{202e}\u{feff}",
        "",
        "=cmd|' /C calc'!A0",
    ] {
        let id = json!("hostile");
        let file = changed::<R>(&|record| {
            replace_texts(record, hostile);
            record["id"] = id.clone();
        });
        let loaded = read_text::<R>(&file.to_string());
        // What is kept is kept as text: written and read again it is the same.
        let written = R::file(&refs(&loaded.records), &vocabularies());
        assert_eq!(read_text::<R>(&written).records, loaded.records, "{}: {hostile:?}", name::<R>());
        for format in R::FORMATS {
            let export = R::export(*format, &refs(&loaded.records), &note()).expect("it is on offer");
            assert!(!export.contains("\n=cmd") && !export.contains(",=cmd"), "a formula in a cell");
        }
    }
}

every_collection! {
    /// Texts that are markup, scripts, formulas or nothing at all do no harm.
    hostile_texts_do_no_harm, bears_hostile_texts
}

fn bears_wrong_types<R: CollectionRecord>() {
    let first = changed::<R>(&|_| {});
    let keys: Vec<String> = first["records"][0].as_object().expect("a record").keys().cloned().collect();
    for key in keys {
        for wrong in [json!(17), json!(true), json!(["x", 1]), json!({"x": {"y": []}}), Value::Null] {
            let file = changed::<R>(&|record| record[&key] = wrong.clone());
            let loaded = read_text::<R>(&file.to_string());
            let written = R::file(&refs(&loaded.records), &vocabularies());
            assert_eq!(read_text::<R>(&written).records, loaded.records, "{}.{key}: {wrong}", name::<R>());
        }
    }
}

every_collection! {
    /// A member of another type costs its value or its record, never the file, and every record is accounted for.
    wrong_types_are_reported, bears_wrong_types
}

fn refuses_doubles<R: CollectionRecord>() {
    let mut file = changed::<R>(&|_| {});
    let first = file["records"][0].clone();
    file["records"].as_array_mut().expect("records").push(first);
    let loaded = read_text::<R>(&file.to_string());
    assert_eq!(loaded.report.refused, 1, "{}: {:?}", name::<R>(), loaded.report.findings);
}

every_collection! {
    /// Of two records with one identifier, one is refused.
    doubles_are_refused, refuses_doubles
}

fn keeps_unknown_terms<R: CollectionRecord>() {
    for facet in R::COLLECTION.facets().iter().filter(|facet| matches!(facet.labels, LabelSource::Terms)) {
        let member = [facet.id.to_owned(), format!("{}s", facet.id)];
        let is_there = |member: &&String| changed::<R>(&|_| {})["records"][0].get(*member).is_some();
        // Regions are written as objects of their own.
        let Some(member) = member.iter().find(is_there).filter(|_| facet.id != "region") else { continue };
        let file = changed::<R>(&|record| record[member] = json!(["no-such-term"]));
        let loaded = read_text::<R>(&file.to_string());
        assert_eq!(loaded.report.refused, 0, "{}", name::<R>());
        let said = loaded.report.findings.iter().any(|finding| finding.value == "no-such-term");
        assert!(said, "{}: an unknown {} is reported", name::<R>(), facet.id);
        let index = indexed(loaded.records, &vocabularies());
        assert!(index.value_position(facet.id, "no-such-term").is_some(), "{}: and kept", facet.id);
    }
}

every_collection! {
    /// A term that the vocabularies do not have is kept and reported.
    unknown_terms_are_kept, keeps_unknown_terms
}
