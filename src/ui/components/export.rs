//! The current result as a file: CSV for spreadsheets, `GeoJSON` for maps, JSON for everything.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::dataset::{self, ExportNote};
use crate::domain::Organisation;
use crate::ui::chunks;
use crate::ui::finder::Finder;
use crate::ui::messages::{language, said, say, text};
use crate::ui::pages::Explorer;
use crate::ui::state::{App, Atlas};

use super::Dialog;

/// The formats on offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table.
    Csv,
    /// Points with properties.
    GeoJson,
    /// The dataset's own format.
    Json,
}

impl Format {
    /// Its name, its file ending and its media type.
    fn facts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Csv => ("CSV", "csv", "text/csv;charset=utf-8"),
            Self::GeoJson => ("GeoJSON", "geojson", "application/geo+json"),
            Self::Json => ("JSON", "json", "application/json"),
        }
    }

    fn purpose(self) -> String {
        match self {
            Self::Csv => said("export-csv"),
            Self::GeoJson => said("export-geojson"),
            Self::Json => said("export-json"),
        }
    }
}

/// A button that opens the choice of formats, and print: for the organisations that match.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let open = RwSignal::new(false);
    let sentence = Signal::derive(
        move || text!("export-what", "count" => explorer.outcome.with(|outcome| outcome.rows.len()) as f64),
    );
    let save = Callback::new(move |format: Format| {
        spawn_local(async move {
            told(explorer.app, open, chunks::save(explorer, format).await.unwrap_or(false));
        });
    });
    view! { <Choice open sentence formats=&[Format::Csv, Format::GeoJson, Format::Json] save/> }
}

/// The same for what matches in another collection.
#[component]
pub fn Export(
    /// What can be had.
    formats: &'static [Format],
    /// Saves the matches; whether that worked.
    save: Callback<Format, bool>,
) -> impl IntoView {
    let finder = expect_context::<Finder>();
    let open = RwSignal::new(false);
    let sentence = Signal::derive(
        move || text!("export-what-results", "count" => finder.outcome.with(|outcome| outcome.rows.len()) as f64),
    );
    let save = Callback::new(move |format| told(finder.app, open, save.run(format)));
    let any = Memo::new(move |_| finder.outcome.with(|outcome| !outcome.rows.is_empty()));
    view! { <Show when=move || any.get()><Choice open sentence formats save/></Show> }
}

fn told(app: App, open: RwSignal<bool>, worked: bool) {
    app.announce(if worked { said("export-done") } else { said("export-failed") });
    // The visitor may have gone to another page by now.
    open.try_set(!worked);
}

#[component]
fn Choice(
    open: RwSignal<bool>,
    /// What is exported.
    sentence: Signal<String>,
    formats: &'static [Format],
    save: Callback<Format>,
) -> impl IntoView {
    let title = Signal::derive(|| said("export"));
    let one = move |format: &'static Format| {
        view! {
            <li>
                <button type="button" class="button" on:click=move |_| save.run(*format)>{format.facts().0}</button>
                " " {move || format.purpose()}
            </li>
        }
        .into_any()
    };
    view! {
        <button type="button" class="button" on:click=move |_| open.set(true)>{say("export")}</button>
        <Dialog open title>
            <p>{move || sentence.get()}</p>
            <ul class="choices">
                {formats.iter().map(one).collect_view()}
                <li>
                    <button type="button" class="button" on:click=move |_| {
                        open.set(false);
                        browser::print_soon();
                    }>{say("print")}</button>
                    " " {say("print-note")}
                </li>
            </ul>
        </Dialog>
    }
}

/// Where an export is from: this view, today, the dataset's sources.
pub fn export_note(app: App, atlas: &Atlas) -> ExportNote {
    ExportNote {
        title: atlas.config.title.clone(),
        link: browser::address_with(&untrack(|| app.route()).to_hash(), Some(&untrack(language))),
        date: untrack(|| app.today()),
        sources: atlas.manifest.sources.clone(),
    }
}

/// Hands an export to the visitor, named after its collection and the day. Returns whether the browser took it.
pub fn download(collection: &str, format: Format, text: &str, note: &ExportNote) -> bool {
    let (_, ending, media_type) = format.facts();
    let day = note.date.to_string();
    browser::download(&[collection, "-", &day, ".", ending].concat(), media_type, text)
}

/// Saves the present result as a file; whether that worked.
pub fn save(explorer: Explorer, format: Format) -> bool {
    let saved = explorer.outcome.try_with_untracked(|outcome| {
        explorer.atlas.try_with_value(|atlas| {
            let note = export_note(explorer.app, atlas);
            let records = atlas.index.records();
            let matches: Vec<&Organisation> =
                outcome.rows.iter().map(|row| &records[*row as usize]).collect();
            let text = match format {
                Format::Csv => dataset::organisations_csv(&matches, &note),
                Format::GeoJson => dataset::organisations_geojson(&matches, &note),
                Format::Json => dataset::organisations_json(&matches, &note),
            };
            download("organisations", format, &text, &note)
        })
    });
    saved.flatten().unwrap_or(false)
}
