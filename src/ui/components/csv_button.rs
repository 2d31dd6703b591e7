//! A table as a file.

use leptos::prelude::*;

use crate::browser;
use crate::dataset::csv;
use crate::ui::messages::{tr, tr_view};
use crate::ui::state::app;

/// A button that saves a table as a file for spreadsheets.
pub fn csv_button(file: String, table: impl Fn() -> (Vec<String>, Vec<Vec<String>>) + 'static) -> AnyView {
    let app = app();
    let save = move |_| {
        let (heads, rows) = untrack(&table);
        let saved =
            browser::download(&[&file, ".csv"].concat(), "text/csv;charset=utf-8", &csv(&heads, &rows));
        app.announce(if saved { tr("export-done") } else { tr("export-failed") });
    };
    view! { <button type="button" class="button" on:click=save>{tr_view("chart-csv")}</button> }.into_any()
}
