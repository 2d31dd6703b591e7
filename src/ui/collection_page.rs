//! What a page that finds the records of a collection derives from them, whatever the collection.

use std::collections::BTreeMap;
use std::pin::Pin;

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Collection, CollectionRecord, Format, Setting, facet};
use crate::dataset::ExportNote;
use crate::domain::{Day, Instant, Term, Vocabularies, country_codes};
use crate::explore::Index;

use super::atlas::Atlas;
use super::labels::Labels;
use super::messages::language;
use super::search_context::SearchContext;
use super::shared::Shared;
use super::state::{App, app};
use super::store::Records;
use super::task::to_the_end;

/// The records as they stand at the moment of viewing, indexed, and what is asked of them.
pub struct CollectionPage<R: CollectionRecord> {
    /// The parameters, the outcome and what is pointed at.
    pub search: SearchContext,
    /// The records as they stand.
    pub index: Memo<Shared<Index<R::At>>>,
    /// The moment of viewing.
    pub now: Memo<Instant>,
    /// The dataset.
    pub atlas: StoredValue<Shared<Atlas>>,
}

#[expect(clippy::expl_impl_clone_on_copy, reason = "derived, it would ask the record to be Copy")]
impl<R: CollectionRecord> Clone for CollectionPage<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: CollectionRecord> Copy for CollectionPage<R> {}

impl<R: CollectionRecord> CollectionPage<R> {
    /// Follows the address of the collection's page; the parts of the page find it, and its search context, by context.
    pub fn provide(atlas: Shared<Atlas>, records: Records<R>) -> Self {
        let app = app();
        let labels = expect_context::<Memo<Shared<Labels>>>();
        let at = Memo::new(move |_| app.params_of(R::COLLECTION).at);
        let now = moment_of(records.clone(), at);
        let index = Memo::new({
            let atlas = atlas.clone();
            move |_| {
                let setting = Setting { now: now.get(), vocabularies: &atlas.vocabularies };
                let standing = R::at(&records, &setting);
                let labels = labels.get();
                Shared::new(Index::build(standing, &|facet, value, visit| {
                    labels.visit(R::COLLECTION, facet, value, visit);
                }))
            }
        });
        let search = SearchContext::new(app, R::COLLECTION, Memo::new(move |_| index.get().catalogue()));
        let page = Self { search, index, now, atlas: StoredValue::new(atlas) };
        provide_context(search);
        provide_context(page);
        page
    }

    /// Of the record in a row, what `take` takes.
    pub fn of<T>(self, row: u32, take: impl FnOnce(&R::At) -> T) -> T {
        self.index.with_untracked(|index| take(&index.records()[row as usize]))
    }

    /// How many matches are as `is` says; follows them.
    pub fn matching(self, is: impl Fn(&R::At) -> bool) -> usize {
        self.index.with(|index| {
            let rows = |outcome: &crate::explore::Outcome| {
                outcome.rows.iter().filter(|row| is(&index.records()[**row as usize])).count()
            };
            self.search.outcome.with(|outcome| rows(outcome))
        })
    }

    /// How many match; follows them.
    pub fn count(self) -> usize {
        self.search.outcome.with(|outcome| outcome.rows.len())
    }

    /// The matches as a file.
    pub fn export(self, format: Format) -> Option<Exported> {
        self.index.with_untracked(|index| {
            let records = index.records();
            let matches: Vec<&R> = self.search.outcome.with_untracked(|outcome| {
                outcome.rows.iter().map(|row| records[*row as usize].as_ref()).collect()
            });
            let labels = self.search.labels.get_untracked();
            let note = self.atlas.with_value(|atlas| export_note(self.search.app, atlas, &labels));
            R::export(format, &matches, &note).map(|text| (text, note.date))
        })
    }
}

/// The moment of viewing: a day, else now, as long as nothing about some records changes.
///
/// The clock ticks every minute; lists are only made anew when a record opens or closes, or a day begins.
pub fn moment_of<R: CollectionRecord>(records: Records<R>, at: Memo<Option<Day>>) -> Memo<Instant> {
    moment_of_those::<R>(move || Some(records.clone()), at)
}

/// The same for records that may come later.
pub fn moment_of_those<R: CollectionRecord>(
    records: impl Fn() -> Option<Records<R>> + Send + Sync + 'static,
    at: Memo<Option<Day>>,
) -> Memo<Instant> {
    let app = app();
    let stage = Memo::new(move |before: Option<&(Instant, Day, Vec<R::Standing>)>| {
        let now = at.get().map_or_else(|| app.now.get(), Instant::start_of);
        let today = now.in_brussels().day;
        let standing =
            records().iter().flat_map(|all| all.iter()).map(|record| record.standing(now)).collect();
        match before {
            Some((then, day, unchanged)) if *day == today && *unchanged == standing => {
                (*then, today, standing)
            }
            _ => (now, today, standing),
        }
    });
    Memo::new(move |_| stage.with(|(now, ..)| *now))
}

/// Where an export is from: this view, today, the dataset's sources; and what its codes are called.
pub fn export_note(app: App, atlas: &Atlas, labels: &Labels) -> ExportNote {
    ExportNote {
        title: atlas.config.title.clone(),
        link: browser::address_with(&untrack(|| app.route()).to_hash(), Some(&untrack(language))),
        date: untrack(|| app.today()),
        sources: atlas.manifest.sources.clone(),
        names: code_names(&atlas.vocabularies, labels),
    }
}

/// What the codes in the columns of tables are called.
fn code_names(terms: &Vocabularies, labels: &Labels) -> BTreeMap<&'static str, BTreeMap<String, String>> {
    let ids = |terms: &[Term]| terms.iter().map(|term| term.id.as_str().to_owned()).collect::<Vec<_>>();
    let countries: Vec<String> = country_codes().map(str::to_owned).collect();
    let groups = terms.country_groups.iter().map(|group| group.term.id.as_str().to_owned()).collect();
    let columns = [
        ("country", facet::COUNTRY, countries.clone()),
        ("eligible_countries", facet::COUNTRY, countries),
        ("eligible_groups", facet::GROUP, groups),
        ("ecosystems", facet::ECOSYSTEM, ids(&terms.ecosystems)),
        ("expertise", facet::EXPERTISE, ids(&terms.expertise)),
        ("audience", "audience", ids(&terms.audiences)),
        ("purpose", "purpose", ids(&terms.purposes)),
    ];
    let named = |facet, codes: Vec<String>| {
        codes.into_iter().map(|code| (code.clone(), labels.of(facet, &code))).collect()
    };
    columns.into_iter().map(|(column, facet, codes)| (column, named(facet, codes))).collect()
}

/// A format's name, its file ending and its media type.
pub fn facts_of(format: Format) -> (&'static str, &'static str, &'static str) {
    match format {
        Format::Csv => ("CSV", "csv", "text/csv;charset=utf-8"),
        Format::Xlsx => {
            ("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
        Format::GeoJson => ("GeoJSON", "geojson", "application/geo+json"),
        Format::Json => ("JSON", "json", "application/json"),
    }
}

/// What is exported: the text of a file, or the table of a workbook, and the day that its name has.
pub type Exported = (String, Day);

/// Makes a workbook of a table, with a sheet of this name; `None` where it cannot be had.
pub type MakeWorkbook = fn(String, &'static str) -> Pin<Box<dyn Future<Output = Option<Vec<u8>>>>>;

/// Hands an export to the visitor, named after its collection and the day, and says then whether the browser took it: a
/// workbook is made by code that has to be fetched.
pub fn download(
    collection: Collection,
    format: Format,
    (text, day): Exported,
    workbook: MakeWorkbook,
    done: impl FnOnce(bool) + 'static,
) {
    let (_, ending, media_type) = facts_of(format);
    let sheet = collection.about().name;
    let name = [&sheet.replace('_', "-"), "-", &day.to_string(), ".", ending].concat();
    if format != Format::Xlsx {
        done(browser::download(&name, media_type, &text));
        return;
    }
    to_the_end(async move {
        let book = workbook(text, sheet).await;
        done(book.is_some_and(|book| browser::download_bytes(&name, media_type, &book)));
    });
}
