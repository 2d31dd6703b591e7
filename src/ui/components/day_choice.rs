//! The day of viewing: every status can be seen as it was, or will be, on another day.

use leptos::prelude::*;

use crate::domain::Day;
use crate::route::Route;
use crate::signup::Way;
use crate::ui::messages::{date, tr, tr_view};
use crate::ui::reactive::live;
use crate::ui::search_context::SearchContext;
use crate::ui::state::app;

/// A notice that the page shows the state of another day, and the way back.
#[component]
pub fn AtNotice(
    /// The day in the address.
    #[prop(into)]
    at: Signal<Option<Day>>,
    /// The same page as it is today.
    #[prop(into)]
    today: Signal<Route>,
) -> impl IntoView {
    let app = app();
    // A link with a day that there is not shows today, and says so until it is taken away.
    let not_a_day = move || {
        app.not_a_day().get().map(|given| {
            let href = today.get().to_hash();
            view! {
                <p class="at-notice" role="note">
                    {live(move || tr!("at-not-a-day", "given" => given.as_str()))} " "
                    <a href=href>{tr_view("at-remove")}</a>
                </p>
            }
            .into_any()
        })
    };
    let other_day = move || {
        at.get().map(|day| {
            let href = today.get().to_hash();
            view! {
                <p class="at-notice" role="note">
                    {live(move || tr!("at-notice", "date" => date(day)))} " "
                    <a href=href>{tr_view("at-today")}</a>
                </p>
            }
            .into_any()
        })
    };
    (not_a_day, other_day)
}

/// Where another day is looked at: what can be done is what can be done today.
pub fn way_today(at: Memo<Option<Day>>, way: Memo<Way>) -> impl Fn() -> Option<AnyView> + Copy {
    move || {
        at.get()?;
        let words = match way.get() {
            Way::Register => "sign-up-today-open",
            // There is no button of which this would have to be said.
            Way::WithHost => return None,
            Way::Interest | Way::Elsewhere(_) | Way::None => "sign-up-today-closed",
        };
        Some(view! { <p class="note">{tr_view(words)}</p> }.into_any())
    }
}

/// A field to choose the day of viewing.
#[component]
pub fn DayChoice() -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let value = move || search.params.with(|params| params.at).map(|day| day.to_string()).unwrap_or_default();
    let choose = move |event| {
        let text = event_target_value(&event);
        // A field that is emptied means today; a day half typed is not reported by the browser.
        if text.is_empty() {
            search.filter(|params| params.at = None);
        } else if let Ok(day) = text.parse() {
            search.filter(|params| params.at = Some(day));
        }
    };
    view! {
        <label class="day-choice">
            {tr_view("at-choose")} " "
            <input type="date" min="2000-01-01" max="2100-12-31" prop:value=value on:change=choose/>
        </label>
    }
}
