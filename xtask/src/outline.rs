//! `embed/LANGUAGE.js`: what `embed.js` shows on a host's page before the app is needed. A script and not JSON, because a
//! host's policy that allows the one allows the other, and no server has to allow strangers to read it.

use std::fs;
use std::path::Path;

use anyhow::Context;
use cluster_atlas::collection::{Collection, CollectionRecord, Setting, Visit};
use cluster_atlas::dataset::Config;
use cluster_atlas::domain::{Instant, Organisation};
use cluster_atlas::embed::{Narrower, Outline, Row, View, WORDS, count_words, narrower, outline};
use cluster_atlas::fluent::{Messages, Numbers};
use serde_json::{Value, json};

use crate::built::Dataset;

/// What is known of narrower views is in so many files, `embed/PART-N.js`: which one is told by the address of the view, so
/// that a host's page fetches one of a few KB.
const PARTS: u32 = 128;

/// The dataset of a build, as far as it is in it.
pub struct Built {
    /// The settings.
    pub config: Config,
    /// Every organisation.
    pub organisations: Vec<Organisation>,
    /// Its views.
    pub outline: Outline,
}

/// Writes the façades of every language; nothing where the dataset is elsewhere.
pub fn write(dist: &Path, now: Instant) -> anyhow::Result<Option<Built>> {
    let Some(built) = read(dist, now).context("the façades of embeds could not be written")? else {
        return Ok(None);
    };
    let folder = dist.join("embed");
    fs::create_dir_all(&folder)?;
    let mut all = Vec::new();
    for entry in fs::read_dir(dist.join("locales"))? {
        let file = entry?.path();
        let language = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let messages = Messages::read(&fs::read_to_string(&file)?);
        let text = script(&language, &facade(&built, &messages, &language));
        fs::write(folder.join(format!("{language}.js")), text)?;
        all.push((language, messages));
    }
    for (number, part) in parts(&built, &all).into_iter().enumerate() {
        fs::write(folder.join(format!("part-{number}.js")), script(&format!("part{number}"), &part.into()))?;
    }
    Ok(Some(built))
}

/// The part of a view, by what stands behind `#/` in its address: as `embed.js` reckons, over UTF-16.
fn part_of(key: &str) -> usize {
    key.encode_utf16().fold(0, |part, unit| (part * 31 + u32::from(unit)) % PARTS) as usize
}

/// The files of the narrower views: each view with its label in every language, its rows, and the second until which it is so
/// (0 for good). Of one record there is no count: its title is the label in all languages.
fn parts(built: &Built, all: &[(String, Messages)]) -> Vec<serde_json::Map<String, Value>> {
    let mut parts = vec![serde_json::Map::new(); PARTS as usize];
    for (collection, narrower) in &built.outline.narrower {
        for (key, view) in &narrower.views {
            let label = |(language, messages): &(String, Messages)| {
                (
                    language.clone(),
                    count_words(*collection, view.count, messages, &NumbersOf(language)).into(),
                )
            };
            let labels: serde_json::Map<String, Value> = all.iter().map(label).collect();
            let until = view.until.map_or(0, Instant::unix);
            let rows: Vec<Value> = view.rows.iter().map(told_row).collect();
            parts[part_of(key)].insert(key.clone(), json!([labels, rows, until]));
        }
        for single in &narrower.singles {
            let told = json!([single.row.title, [told_row(&single.row)], 0]);
            parts[part_of(&single.key)].insert(single.key.clone(), told);
        }
    }
    parts
}

fn told_row(row: &Row) -> Value {
    match &row.more {
        Some(more) => json!([row.title, row.hash, more]),
        None => json!([row.title, row.hash]),
    }
}

/// The file of a language: JSON is an expression of the language.
fn script(language: &str, facade: &Value) -> String {
    format!("(self.clusterAtlasOutlines??={{}}).{language}={facade};\n")
}

fn facade(built: &Built, messages: &Messages, language: &str) -> Value {
    let numbers = NumbersOf(language);
    let told = |collection, view: &View| {
        let rows: Vec<Value> = view.rows.iter().map(told_row).collect();
        json!({ "label": count_words(collection, view.count, messages, &numbers), "rows": rows })
    };
    let words: serde_json::Map<String, Value> = WORDS
        .iter()
        .map(|(name, key)| {
            ((*name).to_owned(), messages.format(key, &[], &numbers).unwrap_or_default().into())
        })
        .collect();
    let views: serde_json::Map<String, Value> = built
        .outline
        .collections
        .iter()
        .map(|(collection, view)| (collection.about().path.to_owned(), told(*collection, view)))
        .collect();
    let countries: serde_json::Map<String, Value> = built
        .outline
        .countries
        .iter()
        .map(|(code, view)| (code.clone(), told(Collection::Organisations, view)))
        .collect();
    json!({ "title": built.config.title, "language": language, "parts": PARTS, "words": words, "views": views, "countries": countries })
}

/// Numbers as the languages of the app write them. The app asks the browser; a build has none.
struct NumbersOf<'a>(&'a str);

impl Numbers for NumbersOf<'_> {
    fn written(&self, number: f64) -> String {
        let digits = format!("{number:.0}");
        let between = match self.0 {
            "de" => ".",
            // A narrow space that does not break (Unicode CLDR).
            "fr" => "\u{202f}",
            _ => ",",
        };
        let groups: Vec<&str> =
            digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
        groups.join(between)
    }

    fn category(&self, number: f64) -> String {
        // What is counted is whole. French counts nothing as one (Unicode CLDR).
        let whole = number as u64;
        let one = whole == 1 || (self.0 == "fr" && whole == 0);
        if one { "one" } else { "other" }.to_owned()
    }
}

/// Takes the view of a collection, if its records are in the build.
struct ViewOf<'a> {
    dataset: &'a Dataset,
    now: Instant,
}

impl Visit for ViewOf<'_> {
    type Output = anyhow::Result<Option<(View, Narrower)>>;
    fn visit<R: CollectionRecord>(self) -> Self::Output {
        if !self.dataset.has(R::COLLECTION) {
            return Ok(None);
        }
        let setting = Setting { now: self.now, vocabularies: &self.dataset.vocabularies };
        let records = self.dataset.records::<R>()?;
        Ok(records.map(|records| (outline(records.clone(), &setting), narrower(records, &setting))))
    }
}

/// Reads the dataset of a build; nothing where it is elsewhere.
pub fn read(dist: &Path, now: Instant) -> anyhow::Result<Option<Built>> {
    let Some(dataset) = Dataset::read(dist)? else { return Ok(None) };
    let organisations: Vec<Organisation> = dataset.records()?.unwrap_or_default();
    let mut views = Outline::default();
    for collection in Collection::ALL.iter().copied() {
        let view = collection.visit(ViewOf { dataset: &dataset, now })?;
        if let Some((whole, narrower)) = view {
            views.collections.push((collection, whole));
            views.narrower.push((collection, narrower));
        }
    }
    views.add_countries(&organisations);
    Ok(Some(Built { config: dataset.config, organisations, outline: views }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_facade_says_how_many_there_are_in_the_manner_of_its_language() {
        let now = Instant::start_of("2024-02-21".parse().expect("a day"));
        let public = crate::tools::root().join("public");
        let built = read(&public, now).expect("it can be read").expect("it is there");
        let all = built.organisations.len();
        assert!(all > 999, "{all}");
        let of = |language: &str| {
            let file = public.join("locales").join(format!("{language}.ftl"));
            let messages = Messages::read(&fs::read_to_string(file).expect("its messages"));
            facade(&built, &messages, language)
        };
        let (thousands, rest) = (all / 1000, all % 1000);
        assert_eq!(of("en")["views"]["explore"]["label"], format!("{thousands},{rest:03} organisations"));
        assert_eq!(of("de")["views"]["explore"]["label"], format!("{thousands}.{rest:03} Organisationen"));
        let french = of("fr");
        assert_eq!(
            french["views"]["explore"]["label"],
            format!("{thousands}\u{202f}{rest:03} organisations")
        );
        assert_eq!(french["words"].as_object().map(serde_json::Map::len), Some(WORDS.len()));
        assert!(french["words"].as_object().is_some_and(|words| words.values().all(|word| word != "")));
        let rows = french["views"]["calls"]["rows"].as_array().expect("rows");
        assert!(rows[0][1].as_str().is_some_and(|hash| hash.starts_with("#/calls/")));
    }

    #[test]
    fn what_one_filter_or_one_record_shows_is_what_the_app_finds() {
        let now = Instant::start_of("2024-02-21".parse().expect("a day"));
        let public = crate::tools::root().join("public");
        let built = read(&public, now).expect("it can be read").expect("it is there");
        let messages = Messages::read(&fs::read_to_string(public.join("locales/en.ftl")).expect("messages"));
        let parts = parts(&built, &[("en".to_owned(), messages)]);
        let told = |key: &str| parts[part_of(key)].get(key);
        let mut kinds = std::collections::BTreeSet::new();
        for (collection, narrower) in &built.outline.narrower {
            for (key, view) in &narrower.views {
                let (_, filter) = key.split_once('?').expect("a filter");
                let (name, value) = filter.split_once('=').expect("a value");
                kinds.insert(format!("{} {name}", collection.about().path));
                let rows = told(key).and_then(|told| told[1].as_array()).map(Vec::len);
                assert_eq!(rows, Some(view.rows.len()), "{key}");
                if *collection == Collection::Organisations && name == "country" {
                    assert_eq!(view.count, built.outline.countries[value].count, "{key}");
                }
                if name == "status" {
                    assert!(view.until.is_some_and(|until| until >= now), "{key}");
                }
            }
        }
        for kind in ["explore region", "explore ecosystem", "explore expertise", "calls status"] {
            assert!(kinds.contains(kind), "{kind}: {kinds:?}");
        }
        let of = &built.organisations[0];
        let single = told(&format!("organisation/{}", of.id.as_str())).expect("one organisation");
        assert_eq!(single[0], of.name.as_str());
        // A façade is at most 8 KB; these are fetched as well, and are small before they are compressed.
        let largest = parts.iter().map(|part| script("part", &part.clone().into()).len()).max();
        assert!(largest.is_some_and(|bytes| bytes < 24_000), "{largest:?}");
    }

    #[test]
    fn a_script_is_an_expression_whatever_a_record_is_called() {
        let text = script("en", &json!({ "title": "</script><b>\u{2028}\"" }));
        assert!(text.starts_with("(self.clusterAtlasOutlines??={}).en={\"title\":\""));
        assert!(text.contains("\\\""));
    }
}
