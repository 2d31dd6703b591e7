//! The current result as a file: CSV for spreadsheets, `GeoJSON` for maps, JSON for everything.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::dataset::{self, ExportNote};
use crate::domain::Organisation;
use crate::ui::chunks;
use crate::ui::messages::{language, said, say, text};
use crate::ui::pages::Explorer;

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

/// A button that opens the choice of formats, and print.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let open = RwSignal::new(false);
    let title = Signal::derive(|| said("export"));
    let count = move || explorer.outcome.with(|outcome| outcome.rows.len());
    let save = move |format: Format| {
        spawn_local(async move {
            let worked = chunks::save(explorer, format).await.unwrap_or(false);
            explorer.app.announce(if worked { said("export-done") } else { said("export-failed") });
            // The visitor may have gone to another page by now.
            open.try_set(!worked);
        });
    };
    view! {
        <button type="button" class="button" on:click=move |_| open.set(true)>{say("export")}</button>
        <Dialog open title>
            <p>{move || text!("export-what", "count" => count() as f64)}</p>
            <ul class="choices">
                <li><button type="button" class="button" on:click=move |_| save(Format::Csv)>"CSV"</button>" "{say("export-csv")}</li>
                <li><button type="button" class="button" on:click=move |_| save(Format::GeoJson)>"GeoJSON"</button>" "{say("export-geojson")}</li>
                <li><button type="button" class="button" on:click=move |_| save(Format::Json)>"JSON"</button>" "{say("export-json")}</li>
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

/// Saves the present result as a file; whether that worked.
pub fn save(explorer: Explorer, format: Format) -> bool {
    let link = browser::address_with(&untrack(|| explorer.app.route()).to_hash(), Some(&untrack(language)));
    let day = explorer.app.today;
    let saved = explorer.outcome.try_with_untracked(|outcome| {
        explorer.atlas.try_with_value(|atlas| {
            let note = ExportNote {
                title: atlas.config.title.clone(),
                link,
                date: day,
                sources: atlas.manifest.sources.clone(),
            };
            let records = atlas.index.records();
            let matches: Vec<&Organisation> =
                outcome.rows.iter().map(|row| &records[*row as usize]).collect();
            let name = |ending: &str| format!("organisations-{day}.{ending}");
            match format {
                Format::Csv => browser::download(
                    &name("csv"),
                    "text/csv;charset=utf-8",
                    &dataset::organisations_csv(&matches, &note),
                ),
                Format::GeoJson => browser::download(
                    &name("geojson"),
                    "application/geo+json",
                    &dataset::organisations_geojson(&matches, &note),
                ),
                Format::Json => browser::download(
                    &name("json"),
                    "application/json",
                    &dataset::organisations_json(&matches, &note),
                ),
            }
        })
    });
    saved.flatten().unwrap_or(false)
}
