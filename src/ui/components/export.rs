//! The current result as a file: CSV for spreadsheets, `GeoJSON` for maps, JSON for everything.

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Collection, CollectionRecord, Format};
use crate::domain::Organisation;
use crate::route::Route;
use crate::ui::collection_page::{Exported, download, export_note, facts_of};
use crate::ui::explorer::{Deferred, Explorer, Give};
use crate::ui::messages::{tr, tr_view};
use crate::ui::reactive::{live, memo};
use crate::ui::search_context::SearchContext;
use crate::ui::state::{App, app};

use super::Dialog;

fn purpose(format: Format) -> String {
    match format {
        Format::Csv => tr("export-csv"),
        Format::Xlsx => tr("export-xlsx"),
        Format::GeoJson => tr("export-geojson"),
        Format::Json => tr("export-json"),
    }
}

/// A button that opens the choice of formats, and print: for the organisations that match.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let deferred = expect_context::<Deferred>();
    let open = RwSignal::new(false);
    let sentence = Signal::derive(
        move || tr!("export-what", "count" => explorer.outcome.with(|outcome| outcome.rows.len()) as f64),
    );
    let give = giving(Organisation::COLLECTION, explorer.app, open);
    let save = Callback::new(move |format: Format| (deferred.export)(explorer, format, give));
    view! { <Choice open sentence formats=Organisation::FORMATS save/> }
}

/// The same for what matches in another collection.
#[component]
pub fn Export(
    /// Of what.
    collection: Collection,
    /// What can be had.
    formats: &'static [Format],
    /// The matches as a file.
    export: Callback<Format, Option<Exported>>,
) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let open = RwSignal::new(false);
    let sentence = Signal::derive(
        move || tr!("export-what-results", "count" => search.outcome.with(|outcome| outcome.rows.len()) as f64),
    );
    let give = giving(collection, search.app, open);
    let save = Callback::new(move |format| give.run((format, export.run(format))));
    let any = memo(move |_| search.outcome.with(|outcome| !outcome.rows.is_empty()));
    move || any.get().then(|| view! { <Choice open sentence formats save/> }.into_any())
}

/// Gives an export to the visitor, and says whether that worked.
fn giving(collection: Collection, app: App, open: RwSignal<bool>) -> Give {
    let workbook = expect_context::<Deferred>().workbook;
    Callback::new(move |(format, exported)| match exported {
        Some(exported) => {
            download(collection, format, exported, workbook, move |worked| told(app, open, worked));
        }
        None => told(app, open, false),
    })
}

fn told(app: App, open: RwSignal<bool>, worked: bool) {
    app.announce(if worked { tr("export-done") } else { tr("export-failed") });
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
    let app = app();
    let title = Signal::derive(|| tr("export"));
    let one = move |format: &'static Format| {
        view! {
            <li>
                <button type="button" class="button" on:click=move |_| save.run(*format)>{facts_of(*format).0}</button>
                " " {live(move || purpose(*format))}
            </li>
        }
        .into_any()
    };
    view! {
        <button type="button" class="button" on:click=move |_| open.set(true)>{tr_view("export")}</button>
        <Dialog open title>
            <p>{live(move || sentence.get())}</p>
            <ul class="choices">
                {formats.iter().map(one).collect_view()}
                <li>
                    <button type="button" class="button" on:click=move |_| {
                        open.set(false);
                        browser::print_soon();
                    }>{tr_view("print")}</button>
                    " " {tr_view("print-note")}
                </li>
                {(!browser::is_embedded()).then(|| view! {
                    <li><a class="button" href=live(move || Route::embed(&app.route()).to_hash())>{tr_view("export-embed")}</a> " " {tr_view("export-embed-note")}</li>
                }.into_any())}
            </ul>
        </Dialog>
    }
}

/// The present result as a file.
pub fn export(explorer: Explorer, format: Format) -> Option<Exported> {
    let exported = explorer.outcome.try_with_untracked(|outcome| {
        explorer.atlas.try_with_value(|atlas| {
            let note = export_note(explorer.app, atlas, &explorer.labels.get_untracked());
            let records = atlas.index.records();
            let matches: Vec<&Organisation> =
                outcome.rows.iter().map(|row| &records[*row as usize]).collect();
            Organisation::export(format, &matches, &note).map(|text| (text, note.date))
        })
    });
    exported.flatten().flatten()
}
