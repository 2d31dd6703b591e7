//! The results: a list of any length, of which only the part in sight is in the page.
//!
//! Organisations are many and their lines are all of one height, so that a scroll to any of them costs nothing. Calls,
//! trainings and requests are few, and what their lines say is as long as it has to be: each takes the height it needs,
//! in every language and with text of any size, and further ones are drawn as the end comes near.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser;
use crate::domain::decimal;
use crate::explore::sort_values;
use crate::route::SortKey;
use crate::ui::messages::{tr, tr_view};
use crate::ui::reactive::{effect, live, memo};
use crate::ui::search_context::SearchContext;

use super::chips::{Chip, restrictions};

/// Height of a line in rem, as `.results li` in the style sheet has it.
const LINE_REM: f64 = 7.0;
/// Lines drawn above and below what is in sight, so that a quick scroll or a Tab finds them there.
const SPARE: usize = 8;

/// How many lines of their own height are drawn at first, and how many more each time the end comes near.
const AT_ONCE: usize = 40;
/// No line is lower, in pixels.
const LEAST_HEIGHT: usize = 60;
/// How near, in pixels: more than one turn of a wheel or one press of a key goes.
const NEAR_THE_END: f64 = 2_000.0;

/// More lines than this fill a ream of paper: the rest is for the export.
const MOST_PRINTED: usize = 2_000;

/// A line of the list.
#[derive(Clone, Copy)]
struct Place {
    /// Its position in the list.
    at: usize,
    /// The record's row in the index.
    row: u32,
    /// Which index that is.
    index: usize,
}

/// The list of results.
#[component]
pub fn ResultList(
    /// What a line shows of the record in a row.
    draw: fn(u32) -> AnyView,
    /// Whether each line takes the height it needs; else all are of one height.
    flows: bool,
) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let list = NodeRef::<html::Ul>::new();
    let scrolled = RwSignal::new(0.0_f64);
    let height = RwSignal::new(800.0_f64);
    let line = browser::rem_in_pixels() * LINE_REM;
    let count = memo(move |_| search.outcome.with(|outcome| outcome.rows.len()));
    // As many as a list that is come back to was scrolled past.
    let drawn = RwSignal::new(AT_ONCE + search.left_at() as usize / LEAST_HEIGHT);
    let window = memo(move |_| {
        if search.app.printing.get() {
            return (0, count.get().min(MOST_PRINTED));
        }
        if flows {
            return (0, drawn.get().min(count.get()));
        }
        let top = (scrolled.get() / line) as usize;
        let bottom = ((scrolled.get() + height.get()) / line) as usize + 1;
        (top.saturating_sub(SPARE), (bottom + SPARE).min(count.get()))
    });
    let rows = move || {
        let (top, bottom) = window.get();
        search.outcome.with(|outcome| {
            let rows = outcome.rows.get(top.min(bottom)..bottom).unwrap_or_default();
            let index = search.edition.get();
            rows.iter()
                .enumerate()
                .map(|(at, row)| Place { at: top + at, row: *row, index })
                .collect::<Vec<_>>()
        })
    };
    let measure = move || {
        if let Some(list) = list.try_get_untracked().flatten() {
            scrolled.try_set(f64::from(list.scroll_top()));
            if flows {
                let more = drawn.get_untracked() < count.get_untracked();
                if more && browser::left_below(&list) < NEAR_THE_END {
                    drawn.update(|drawn| *drawn += AT_ONCE);
                }
                return;
            }
            height.try_set(f64::from(list.client_height()).max(200.0));
        }
    };
    browser::on_resize_of(list, measure);
    // A list whose lines flow may scroll with the page: it hears of every scroll, its own included.
    if flows {
        browser::on_any_scroll(measure);
    }
    let own_scroll = move |_| {
        if !flows {
            measure();
        }
    };
    on_cleanup(move || search.leave_at(scrolled.try_get_untracked().unwrap_or_default() as i32));
    // Whoever comes back finds the list where it was left.
    effect(move |is_first| {
        if is_first && let Some(list) = list.get_untracked() {
            list.set_scroll_top(search.left_at());
            measure();
        }
    });
    // Another question starts at the top again.
    Effect::new(move |before: Option<usize>| {
        let this = search.question.get();
        if before.is_some_and(|before| before != this)
            && let Some(list) = list.get_untracked()
        {
            // Only where it is elsewhere: to be asked, the browser would lay out at once what it lays out again for the next
            // picture.
            if scrolled.get_untracked() > 0.0 {
                list.set_scroll_top(0);
                scrolled.set(0.0);
            }
            drawn.set(AT_ONCE);
        }
        this
    });
    stand_out(search, list, line);
    // The whole list listens, and not each line: lines come and go with every letter that is typed. One that is taken out
    // of the page loses pointer and focus on its way, when the signals may be gone.
    let point = move |row: Option<u32>| {
        if search.pointed.try_get_untracked().is_some_and(|before| before != row) {
            search.pointed.set(row);
        }
    };
    view! {
        <ul
            node_ref=list
            class="lines"
            class:flow=flows
            aria-label=tr_view("results-title")
            on:scroll=own_scroll
            on:mouseover=move |event| point(row_at(&event))
            on:mouseleave=move |_| point(None)
            on:focusin=move |event| point(row_at(&event))
            on:focusout=move |_| point(None)
        >
            // A line of fixed height is where it is: in another place it is another line.
            <For each=rows key=move |place| (place.index, place.row, if flows { 0 } else { place.at }) let:place>
                <Line place count line=(!flows).then_some(line) draw/>
            </For>
            {(!flows).then(|| view! {
                <li class="spacer" aria-hidden="true" role="presentation" style:height=live(move || format!("{}px", decimal::written(line * count.get() as f64)))></li>
            }.into_any())}
        </ul>
        {live(move || (count.get() == 0).then(|| view! { <NothingFound/> }.into_any()))}
    }
}

/// What is selected comes into sight, and both it and what is pointed at look so.
fn stand_out(search: SearchContext, list: NodeRef<html::Ul>, line: f64) {
    effect(move |_| {
        let Some(selected) = search.selected() else { return };
        let Some(list) = list.get() else { return };
        let at =
            search.outcome.with_untracked(|outcome| outcome.rows.iter().position(|row| *row == selected));
        if let Some(at) = at {
            let top = at as f64 * line;
            let seen = f64::from(list.scroll_top());
            if top < seen || top + line > seen + f64::from(list.client_height()) {
                list.set_scroll_top((top - line) as i32);
            }
        }
    });
    let wear = move |class: &'static str, row: Option<u32>| {
        if let Some(list) = list.get_untracked() {
            browser::move_class(&list, class, row.map(|row| format!("[data-row='{row}']")).as_deref());
        }
    };
    effect(move |_| wear("selected", search.selected()));
    effect(move |_| wear("pointed", search.pointed.get()));
}

#[component]
fn Line(
    place: Place,
    count: Memo<usize>,
    /// The height of every line; `None` where each takes what it needs.
    line: Option<f64>,
    draw: fn(u32) -> AnyView,
) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let Place { at, row, .. } = place;
    // Lines that flow keep their element while the list is in another order: where they are is looked up.
    let place = line.is_none().then(|| {
        memo(move |_| {
            search.outcome.with(|outcome| {
                let here = outcome.rows.get(at) == Some(&row);
                if here { Some(at) } else { outcome.rows.iter().position(|other| *other == row) }
            })
        })
    });
    let at_now = move || place.and_then(|place| place.get()).unwrap_or(at) + 1;
    let top = line.map(|line| format!("translateY({}px)", decimal::written(at as f64 * line)));
    // Later on the list moves them.
    let (selected, pointed) = untrack(|| (search.selected() == Some(row), search.pointed.get() == Some(row)));
    view! {
        <li
            class:selected=selected
            class:pointed=pointed
            data-row=row.to_string()
            aria-setsize=live(move || count.get().to_string())
            aria-posinset=live(move || at_now().to_string())
            style:transform=top
        >
            {draw(row)}
        </li>
    }
}

/// The row of the line in which something happens.
fn row_at(event: &web_sys::Event) -> Option<u32> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-row]").ok()??.get_attribute("data-row")?.parse().ok()
}

#[component]
fn NothingFound() -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let by_text_only = move || {
        search.params.with(|params| {
            let mut text_only = params.cleared();
            text_only.q.clone_from(&params.q);
            (params.restrictions() > 1 && !params.q.trim().is_empty()).then(|| text_only.link())
        })
    };
    let restricted = move || search.params.with(|params| params.restrictions() > 0);
    // What is to blame: each restriction without which there would be something.
    let blamed = move || {
        let each = restrictions(search).into_iter().filter_map(|Chip { text, without, .. }| {
            let query = without.query();
            let count = search.catalogue.with(|index| search.app.run(index.core(), &query).rows.len());
            (count > 0).then(|| (count, text, without.link()))
        });
        let mut each: Vec<_> = each.collect();
        sort_values(&mut each, &|a, b| b.0.cmp(&a.0));
        each
    };
    let blame = move || {
        let each = blamed();
        (!each.is_empty()).then(|| {
            let items = each.into_iter().map(|(count, what, href)| {
                let words = tr!("nothing-without", "what" => what, "count" => count as f64);
                view! { <li><a href=href>{words}</a></li> }.into_any()
            });
            view! { <ul>{items.collect_view()}</ul> }.into_any()
        })
    };
    view! {
        <div class="nothing">
            <p>{live(move || tr(if restricted() { search.collection.about().words.nothing } else { "nothing-at-all" }))}</p>
            {blame}
            {live(move || by_text_only().map(|href| view! { <p><a href=href>{tr_view("nothing-search-everywhere")}</a></p> }.into_any()))}
            {live(move || restricted().then(|| view! {
                <p>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| search.filter(|params| {
                            params.sort = SortKey::default();
                            *params = params.cleared();
                        })
                    >
                        {tr("clear-all")}
                    </button>
                </p>
            }.into_any()))}
        </div>
    }
}
