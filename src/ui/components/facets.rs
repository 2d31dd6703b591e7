//! The filters: one group per facet, with the count of every value under the other facets' selection.

use leptos::prelude::*;
use leptos::{ev, html};

use crate::browser::{self, Overlay};
use crate::collection::{Collection, FacetAbout, LabelSource};
use crate::explore::{FacetId, fold, sort_values};
use crate::route::left_out;
use crate::ui::labels::{heading_view, sort_named};
use crate::ui::messages::{number, tr, tr_view, tr_with};
use crate::ui::reactive::{effect, live, memo};
use crate::ui::search_context::{Found, SearchContext};

/// How many values a group shows before it is asked for all.
const FEW: usize = 6;
/// A group with more values than this gets a field to find one.
const MANY: usize = 12;

/// A value as a group shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    value: String,
    label: String,
    count: u32,
    chosen: bool,
    /// Whether it is left out.
    out: bool,
    known: bool,
}

/// All filters: a column where there is room, a sheet over the page where there is not.
#[component]
pub fn Filters(
    /// What stands above the facets.
    #[prop(optional)]
    first: Option<AnyView>,
) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let close = move || {
        search.filters_open.try_set(false);
        browser::focus_soon("open-filters");
    };
    let over = StoredValue::new_local(None::<Overlay>);
    effect(move |_| {
        // Back closes the sheet, and the filters that were chosen in it stay.
        over.set_value(if search.filters_open.get() { Overlay::open(close) } else { None });
    });
    let sheet = NodeRef::<html::Section>::new();
    // The sheet lies over the page: what is behind it must not have the focus unseen.
    let close_behind = move |event| {
        let left = |sheet: web_sys::HtmlElement| browser::focus_leaves(&event, &sheet);
        if search.filters_open.try_get_untracked() == Some(true)
            && sheet.try_get_untracked().flatten().is_some_and(left)
        {
            search.filters_open.set(false);
        }
    };
    // Heard wherever the focus is: a value that was just chosen moves to the top of its group, and for a moment nothing
    // in the sheet has it.
    let escape = window_event_listener(ev::keydown, move |event| {
        let is_for_us = event.key() == "Escape" && !browser::composes(&event) && !event.default_prevented();
        if is_for_us && search.filters_open.try_get_untracked() == Some(true) {
            close();
        }
    });
    on_cleanup(move || escape.remove());
    let sentence = move || {
        let count = search.outcome.with(|o| o.rows.len()) as f64;
        tr_with(search.collection.about().words.show, &[("count", count.into())])
    };
    view! {
        <section
            node_ref=sheet
            class="filters"
            aria-label=tr_view("filters")
            class:open=live(move || search.filters_open.get())
            on:focusout=close_behind
        >
            <div class="sheet-head">
                <h2>{tr_view("filters")}</h2>
                <button id="close-filters" type="button" class="button" on:click=move |_| close()>{tr_view("close")}</button>
            </div>
            <div class="sheet-body">
                {first}
                {search.facets().into_iter().map(|about| view! { <FacetGroup about/> }.into_any()).collect_view()}
                {live(move || not_stated(search).map(|facets| view! { <p class="quiet">{tr!("filters-not-stated", "facets" => facets)}</p> }.into_any()))}
            </div>
            <div class="sheet-foot">
                <button type="button" class="button primary" on:click=move |_| close()>{sentence}</button>
            </div>
        </section>
    }
}

/// The facets that no record of the dataset says anything in: there is no group for them, and no filter that finds nothing.
fn not_stated(search: SearchContext) -> Option<String> {
    // What is said of organisations is partly in facts beside them, which are fetched with a profile.
    if search.collection == Collection::Organisations {
        return None;
    }
    let silent: Vec<&'static str> = search.catalogue.with(|index| {
        let index = index.core();
        // Of a list that has no records, or is still on its way, nothing is known.
        let is_silent = |about: &&'static FacetAbout| !index.is_stated(about.id);
        let all = search.facets();
        let silent: Vec<&'static str> =
            all.iter().copied().filter(is_silent).map(|about| about.title).collect();
        (silent.len() < all.len()).then_some(silent)
    })?;
    let named = |name: &&'static str| search.labels.with(|labels| labels.heading(name));
    (!silent.is_empty()).then(|| silent.iter().map(named).collect::<Vec<_>>().join(", "))
}

/// Opens the sheet of filters, where there is no room for them beside the rest; says how many are set.
#[component]
pub fn FiltersButton() -> impl IntoView {
    let search = expect_context::<SearchContext>();
    view! {
        <button
            id="open-filters"
            type="button"
            class="button filters-button"
            aria-expanded=live(move || search.filters_open.get().to_string())
            on:click=move |_| {
                search.filters_open.set(true);
                browser::focus_soon("close-filters");
            }
        >
            {live(move || tr!("open-filters", "count" => search.chosen() as f64))}
        </button>
    }
}

#[component]
fn FacetGroup(about: &'static FacetAbout) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let facet = about.id;
    let all = RwSignal::new(false);
    let wanted = RwSignal::new(String::new());
    let names = names(search, facet);
    let rows = memo(move |_| names.with(|names| rows(search, about, names)));
    let found = memo(move |_| {
        let wanted = fold(&wanted.get());
        let fits =
            |row: &&Row| row.chosen || row.out || wanted.is_empty() || fold(&row.label).contains(&wanted);
        rows.with(|rows| rows.iter().filter(fits).cloned().collect::<Vec<_>>())
    });
    let shown = move || {
        found.with(|rows| {
            let chosen = rows.iter().filter(|row| row.chosen || row.out).count();
            let most = if all.get() { rows.len() } else { FEW.max(chosen) };
            rows.iter().take(most).map(|row| row.value.clone()).collect::<Vec<_>>()
        })
    };
    let more = memo(move |_| found.with(Vec::len) > FEW);
    let long = memo(move |_| all.get() && rows.with(Vec::len) > MANY);
    // Where nothing matches, no value does; the filters stay in sight all the same.
    let nothing = memo(move |_| search.later.with(|found| found.outcome.rows.is_empty()));
    // A facet in which records hardly differ helps nobody; one that a link has set must be there to be undone.
    let useful = memo(move |_| {
        let differs = search.catalogue.with(|index| index.core().differs(facet));
        let has_set = |row: &Row| row.chosen || row.out;
        rows.with(|rows| (differs && (!rows.is_empty() || nothing.get())) || rows.iter().any(has_set))
    });
    let any_country = move || search.params.with(|params| params.chosen("country").is_empty());
    let note = search.app.atlas().map_or(about.note, |atlas| atlas.note(about));
    let heading = heading_view(about.title);
    let note_id = format!("note-{facet}");
    let group = move || {
        view! {
            <fieldset aria-describedby=note.map(|_| note_id.clone())>
                <legend>{heading}</legend>
                {note.map(|key| view! {
                    <p id=note_id.clone() class="quiet note" hidden=live(move || facet == crate::collection::facet::REGION && !any_country())>{tr_view(key)}</p>
                }.into_any())}
                {live(move || long.get().then(|| view! {
                    <input
                        type="search"
                        class="find"
                        autocomplete="off"
                        aria-label=live(move || tr!("facet-find", "facet" => heading()))
                        placeholder=tr_view("facet-find-placeholder")
                        prop:value=live(move || wanted.get())
                        on:input=move |event| wanted.set(event_target_value(&event))
                    />
                }.into_any()))}
                <ul class="values">
                    <For each=shown key=Clone::clone let:value>
                        <FacetValue facet rows value/>
                    </For>
                </ul>
                {live(move || found.with(Vec::is_empty).then(|| {
                    let words = if rows.with(Vec::is_empty) { "facet-none" } else { "facet-nothing" };
                    view! { <p class="quiet">{tr(words)}</p> }.into_any()
                }))}
                {live(move || more.get().then(|| view! {
                    <button
                        type="button"
                        class="linklike"
                        aria-expanded=live(move || all.get().to_string())
                        on:click=move |_| {
                            let hidden = untrack(shown).len();
                            wanted.set(String::new());
                            all.update(|all| *all = !*all);
                            // The new values come before this button: whoever walks by keyboard goes on with the first.
                            if all.get_untracked()
                                && let Some(row) = rows.with_untracked(|rows| rows.get(hidden).cloned())
                            {
                                browser::focus_soon(&id_of(facet, &row.value));
                            }
                        }
                    >
                        {live(move || {
                            if all.get() {
                                tr!("facet-fewer", "facet" => heading())
                            } else {
                                tr!("facet-all", "count" => rows.with(Vec::len) as f64, "facet" => heading())
                            }
                        })}
                    </button>
                }.into_any()))}
            </fieldset>
        }
        .into_any()
    };
    move || useful.get().then(&group)
}

#[component]
fn FacetValue(facet: FacetId, rows: Memo<Vec<Row>>, value: String) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let id = id_of(facet, &value);
    let count_id = format!("{id}-count");
    // The row goes away together with this element; until then its last state will do.
    let row = memo({
        let value = value.clone();
        move |before: Option<&Option<Row>>| {
            rows.with(|rows| rows.iter().find(|row| row.value == value).cloned())
                .or_else(|| before.cloned().flatten())
        }
    });
    let chosen = move || row.with(|row| row.as_ref().is_some_and(|row| row.chosen));
    let label = move || row.with(|row| row.as_ref().map_or_else(String::new, |row| row.label.clone()));
    let count = move || row.with(|row| row.as_ref().map_or(0, |row| row.count));
    let known = move || row.with(|row| row.as_ref().is_none_or(|row| row.known));
    let out = move || row.with(|row| row.as_ref().is_some_and(|row| row.out));
    let choose = {
        let value = value.clone();
        move |event| {
            let next = search.now().without_value(facet, &value, false);
            let next = next.with_value(facet, &value, event_target_checked(&event));
            search.app.go(next.route());
        }
    };
    let leave_out = move |_| search.app.go(search.now().without_value(facet, &value, !out()).route());
    let out_words = move || tr!("facet-leave-out", "value" => label());
    view! {
        <li class:on=chosen class:out=out>
            <label>
                <input id=id.clone() type="checkbox" aria-describedby=count_id.clone() prop:checked=chosen on:change=choose/>
                <span class="value">{label}</span>
            </label>
            <span id=count_id class="number">
                {live(move || if known() { number(count()) } else { tr!("facet-unknown") })}
                <span class="unseen">{live(move || known().then(|| tr_with(search.collection.about().words.counted, &[("count", count().into())])))}</span>
            </span>
            <button
                id=format!("{id}-out")
                type="button"
                class="leave-out"
                aria-pressed=live(move || out().to_string())
                aria-label=out_words
                title=out_words
                on:click=leave_out
            >
                <span aria-hidden="true">"−"</span>
            </button>
        </li>
    }
}

/// The identifier of a value's checkbox.
fn id_of(facet: &str, value: &str) -> String {
    format!("{facet}-{}", value.replace(char::is_whitespace, "_"))
}

/// What a value is called, and how many values are called something before it.
#[derive(Clone, PartialEq)]
struct Named {
    label: String,
    rank: u32,
}

/// The names of all values of a facet, in the order of the index; they change with the language and the index alone.
fn names(search: SearchContext, facet: FacetId) -> Memo<Vec<Named>> {
    let index = memo(move |_| search.later.with(|found| found.index.clone()));
    memo(move |_| {
        let labels = search.labels.get();
        let mut order: Vec<(usize, String)> = index.with(|index| {
            index.core().values(facet).iter().map(|value| labels.of(facet, value)).enumerate().collect()
        });
        let mut named = vec![Named { label: String::new(), rank: 0 }; order.len()];
        sort_named(&mut order, |(_, label)| label);
        for (rank, (at, label)) in (0..).zip(order) {
            named[at] = Named { label, rank };
        }
        named
    })
}

/// The values worth showing: those chosen or left out first, then those that would match something, by count and name.
fn rows(search: SearchContext, about: &FacetAbout, named: &[Named]) -> Vec<Row> {
    let facet = about.id;
    search.later.with(|Found { index, outcome }| {
        // Values are part of the question: what is chosen changes with the answer, and is shown together with it.
        let chosen = search.params.with_untracked(|params| params.facets.of(facet).to_vec());
        let index = index.core();
        let is_out = |value: &str| chosen.iter().any(|other| left_out(other) == Some(value));
        let counted = index.values(facet).iter().zip(outcome.counts.of(facet)).zip(named);
        let mut rows: Vec<(u32, Row)> = counted
            .filter_map(|((value, count), Named { label, rank })| {
                let (is_chosen, out) = (chosen.contains(value), is_out(value));
                (*count > 0 || is_chosen || out).then(|| {
                    let (value, label) = (value.clone(), label.clone());
                    (*rank, Row { value, label, count: *count, chosen: is_chosen, out, known: true })
                })
            })
            .collect();
        let wanted = chosen.iter().map(|value| (left_out(value).unwrap_or(value), left_out(value).is_some()));
        let unknown = wanted.filter(|(value, _)| index.value_position(facet, value).is_none());
        let labels = search.labels.get();
        rows.extend(unknown.map(|(value, out)| {
            let known = labels.means_something(about, value);
            let label = if known { labels.of(facet, value) } else { value.to_owned() };
            (u32::MAX, Row { value: value.to_owned(), label, count: 0, chosen: !out, out, known })
        }));
        let in_time = matches!(about.labels, LabelSource::Months);
        sort_values(&mut rows, &|(before, a): &(u32, Row), (after, b): &(u32, Row)| {
            let first = |row: &Row| row.chosen || row.out;
            // Months follow each other, the latest first: what is ahead stands above what is past.
            let order = if in_time { b.value.cmp(&a.value) } else { b.count.cmp(&a.count) };
            first(b).cmp(&first(a)).then(order).then(before.cmp(after))
        });
        rows.into_iter().map(|(_, row)| row).collect()
    })
}
