//! All countries: a table with every figure, and a map shaded by one of them.

use leptos::prelude::*;

use crate::collection::{Collection, facet};
use crate::landscape::{
    Column, CountryFigures, Landscape, Order, POPULATION_YEAR, ShownFigure, TermFigure, order_by,
    population_source, share,
};
use crate::route::{Axis, FindParams, LandscapeParams, View};
use crate::ui::atlas::Atlas;
use crate::ui::components::{OutgoingLink, csv_button, page_title};
use crate::ui::labels::sort_named;
use crate::ui::messages::{number, tr, tr_view};
use crate::ui::shared::Shared;

use super::charts::percent;
use super::map::shaded_map;
use super::{
    Counting, as_of, calls_open_to, citation, day_notice, embed_link, failures, not_here, true_note,
};

/// The page.
#[component]
pub fn CountriesPage(atlas: Shared<Atlas>) -> impl IntoView {
    page_title(&atlas, || tr("countries-title"));
    let counting = Counting::new(&atlas);
    let asked = Memo::new(move |_| counting.params.with(|params| params.show.clone()));
    let shown = Memo::new(move |_| {
        let shown: Option<ShownFigure> = asked.get().and_then(|show| show.parse().ok());
        shown.filter(|shown| shown.is_known(&counting.landscape.get())).unwrap_or_default()
    });
    // What the address asks for and the dataset does not have is said, not passed over.
    let unknown = move || {
        let asked = asked.get().filter(|asked| asked.parse() != Ok(shown.get()))?;
        let without = counting.params.with(|params| LandscapeParams { show: None, ..params.clone() }.link());
        let words = tr!("countries-show-unknown", "show" => asked);
        Some(view! { <p class="at-notice" role="note">{words} " " <a href=without>{tr_view("countries-show-remove")}</a></p> }.into_any())
    };
    let title = Signal::derive(move || figure_name(counting, &shown.get()));
    let status = move || {
        let landscape = counting.landscape.get();
        if !counting.settled.get() {
            return tr("loading-collection");
        }
        // The table has more: countries that only networks, policies or calls are about.
        let countries = landscape.countries.iter().filter(|it| it.organisations.all > 0).count() as f64;
        let organisations = f64::from(landscape.whole.all);
        tr!("countries-count", "countries" => countries, "organisations" => organisations)
    };
    view! {
        <main id="main" class="page landscape" tabindex="-1">
            <h1>{tr_view("countries-title")}</h1>
            <p class="lead"><span role="status">{status}</span> " " {move || as_of(counting)}</p>
            {day_notice(counting)}
            {unknown}
            {failures(counting)}
            {show_choice(counting, shown)}
            <div class="countries">
                <div class="countries-table">
                    {table(counting, shown)}
                    {calls_note(counting)}
                    {population_note()}
                    {explanations(counting, shown)}
                    <p class="row">{csv_button("countries".to_owned(), move || file(counting, &shown.get()))} " " {embed_link(counting)}</p>
                </div>
                {shaded_map(counting, shown, title)}
            </div>
            {citation(counting, || tr("countries-title"))}
        </main>
    }
}

/// What a figure is called.
fn figure_name(counting: Counting, shown: &ShownFigure) -> String {
    let of = |key: &'static str, facet, id: &str| {
        let label = counting.labels.with(|labels| labels.of(facet, id));
        [tr(key), ": ".to_owned(), label].concat()
    };
    match shown {
        ShownFigure::Organisations => tr("landscape-organisations"),
        ShownFigure::PerMillion => tr("landscape-per-million"),
        ShownFigure::Ecosystem(id) => of("facet-ecosystem", "ecosystem", id),
        ShownFigure::Expertise(id) => of("facet-expertise", "expertise", id),
        ShownFigure::Networks => tr("nav-networks"),
        ShownFigure::Policies => tr("nav-policies"),
        ShownFigure::Calls => tr("landscape-calls"),
        ShownFigure::Events => tr("landscape-events"),
    }
}

/// The choice of the figure.
fn show_choice(counting: Counting, shown: Memo<ShownFigure>) -> AnyView {
    let choose = move |event| {
        let show = Some(event_target_value(&event)).filter(|show| show.parse() != Ok(ShownFigure::default()));
        let params = counting.params.get_untracked();
        counting.app.go(LandscapeParams { show, ..params }.route());
    };
    let option = move |figure: ShownFigure, name: String| {
        let value = figure.to_string();
        view! { <option value=value selected=move || shown.get() == figure>{name}</option> }.into_any()
    };
    let terms = move |facet: &'static str, figures: &[TermFigure], make: fn(String) -> ShownFigure| {
        let mut named: Vec<(String, String)> = counting.labels.with(|labels| {
            figures
                .iter()
                .map(|it| (labels.of(facet, it.term.as_str()), it.term.as_str().to_owned()))
                .collect()
        });
        sort_named(&mut named, |(name, _)| name);
        named.into_iter().map(|(name, id)| option(make(id), name)).collect_view()
    };
    let options = move || {
        let whole = counting.landscape.with(|landscape| landscape.whole.clone());
        let plain = [
            ShownFigure::Organisations,
            ShownFigure::PerMillion,
            ShownFigure::Networks,
            ShownFigure::Policies,
            ShownFigure::Calls,
            ShownFigure::Events,
        ];
        let plain = plain.map(|figure| {
            let name = figure_name(counting, &figure);
            option(figure, name)
        });
        view! {
            {plain.collect_view()}
            <optgroup label=tr("facet-ecosystem")>{terms("ecosystem", &whole.ecosystems, ShownFigure::Ecosystem)}</optgroup>
            <optgroup label=tr("facet-expertise")>{terms("expertise", &whole.expertise, ShownFigure::Expertise)}</optgroup>
        }
        .into_any()
    };
    view! { <p class="row"><label>{tr_view("countries-show")} " " <select on:change=choose>{options}</select></label></p> }.into_any()
}

fn column_name(counting: Counting, column: Column, shown: &ShownFigure) -> String {
    match column {
        Column::Country => tr("facet-country"),
        Column::Organisations => tr("landscape-organisations"),
        Column::PerMillion => tr("landscape-per-million"),
        Column::Ecosystems => tr("landscape-ecosystems"),
        Column::Networks => tr("nav-networks"),
        Column::Policies => tr("nav-policies"),
        Column::Calls => tr("landscape-calls"),
        Column::Events => tr("landscape-events"),
        Column::Shown => figure_name(counting, shown),
    }
}

fn order_of(params: &LandscapeParams) -> Order {
    params.sort.as_deref().and_then(|sort| sort.parse().ok()).unwrap_or_default()
}

/// The countries in an order.
fn ordered<'a>(
    counting: Counting,
    landscape: &'a Landscape,
    order: Order,
    shown: &ShownFigure,
) -> Vec<&'a CountryFigures> {
    let mut named: Vec<(String, &CountryFigures)> =
        landscape.countries.iter().map(|it| (counting.name(it.country.as_str()), it)).collect();
    sort_named(&mut named, |(name, _)| name);
    let mut all = named.into_iter().map(|(_, figures)| figures).collect();
    order_by(&mut all, order, shown);
    all
}

fn table(counting: Counting, shown: Memo<ShownFigure>) -> AnyView {
    let order = Memo::new(move |_| counting.params.with(order_of));
    // The heads stay where they are when another is chosen, and so does the focus.
    let heads = move || {
        let shown = shown.get();
        let heads = Column::beside(&shown).into_iter().map(|column| {
            let name = column_name(counting, column, &shown);
            let href = move || {
                let now = order.get();
                let next = Order { column, reversed: now.column == column && !now.reversed };
                let sort = (next != Order::default()).then(|| next.to_string());
                counting.params.with(|params| LandscapeParams { sort, ..params.clone() }.link())
            };
            // Names ascend of themselves, numbers descend.
            let sorted = move || {
                let now = order.get();
                let ascending = now.reversed != (column == Column::Country);
                (now.column == column).then_some(if ascending { "ascending" } else { "descending" })
            };
            view! { <th scope="col" aria-sort=sorted><a href=href>{name}</a></th> }.into_any()
        });
        heads.collect_view()
    };
    let rows = move || {
        let landscape = counting.landscape.get();
        let shown = shown.get();
        let columns = Column::beside(&shown);
        let rows = ordered(counting, &landscape, order.get(), &shown).into_iter().map(|figures| {
            let cells = columns.iter().skip(1).map(|column| cell(counting, figures, *column, &shown));
            let name = counting.name(figures.country.as_str());
            let href = counting.country_link(&figures.country);
            view! { <tr><th scope="row"><a href=href>{name}</a></th> {cells.collect_view()}</tr> }.into_any()
        });
        rows.collect_view()
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=tr_view("countries-title")>
            <table>
                <caption class="unseen">{tr_view("countries-caption")}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A figure as a link to what it counts.
fn cell(counting: Counting, figures: &CountryFigures, column: Column, shown: &ShownFigure) -> AnyView {
    let code = figures.country.as_str();
    let Some(value) = column.of(figures, shown) else {
        return view! { <td class="number">{not_here(counting)}</td> }.into_any();
    };
    let value_text = number(column.number(value, shown));
    let href =
        match (column, shown) {
            // Which ones they are, and how many organisations each has.
            (Column::Ecosystems, _) => counting.list_of(ecosystems_of(code)),
            (Column::Networks, _) => counting.list(Collection::Networks, &[("country", &[code])]),
            (Column::Policies, _) => counting.list(Collection::Policies, &[("country", &[code])]),
            (Column::Events, _) => counting.list(Collection::Events, &[("country", &[code])]),
            (Column::Calls, _) => calls_open_to(counting, code),
            (Column::Shown, ShownFigure::Ecosystem(id)) => counting
                .list(Collection::Organisations, &[("country", &[code]), ("ecosystem", &[id.as_str()])]),
            (Column::Shown, ShownFigure::Expertise(id)) => counting
                .list(Collection::Organisations, &[("country", &[code]), ("expertise", &[id.as_str()])]),
            _ => counting.list(Collection::Organisations, &[("country", &[code])]),
        };
    let named = [
        counting.name(code),
        ", ".to_owned(),
        column_name(counting, column, shown),
        ": ".to_owned(),
        value_text.clone(),
    ];
    view! { <td class="number"><a href=href aria-label=named.concat()>{value_text}</a></td> }.into_any()
}

/// The ecosystems of a country's organisations, one under the other.
fn ecosystems_of(code: &str) -> FindParams {
    let mut params = FindParams::of(Collection::Organisations);
    params.facets.set(facet::COUNTRY, vec![code.to_owned()]);
    FindParams { view: View::Coverage, rows: Axis::Ecosystem, ..params }
}

/// How many open calls are in no country's figure, because they do not say for whom they are.
fn calls_note(counting: Counting) -> impl Fn() -> Option<AnyView> {
    move || {
        let count =
            counting.landscape.with(|landscape| landscape.calls_not_stated).filter(|count| *count > 0)?;
        let href = counting.list(Collection::Calls, &[("country", &["not_stated"]), ("status", &["open"])]);
        let words = tr!("landscape-calls-not-stated", "count" => f64::from(count));
        Some(view! { <p class="quiet"><a href=href>{words}</a></p> }.into_any())
    }
}

/// Where the numbers of inhabitants are from.
fn population_note() -> Option<AnyView> {
    let address = population_source()?;
    let words = move || tr!("population-source", "year" => POPULATION_YEAR);
    Some(view! { <p class="quiet">{words} " " <OutgoingLink address/></p> }.into_any())
}

/// What each column counts.
fn explanations(counting: Counting, shown: Memo<ShownFigure>) -> AnyView {
    let each = move || {
        let shown = shown.get();
        let each = Column::beside(&shown).into_iter().skip(1).map(|column| {
            let words = match column {
                Column::Country | Column::Organisations => tr("countries-about-organisations"),
                Column::Ecosystems => tr("countries-about-ecosystems"),
                Column::Networks => tr("countries-about-networks"),
                Column::Policies => tr("countries-about-policies"),
                Column::Calls => tr("countries-about-calls"),
                Column::Events => tr("countries-about-events"),
                Column::PerMillion => {
                    tr!("countries-about-per-million", "year" => POPULATION_YEAR)
                }
                Column::Shown => {
                    let facet = match shown {
                        ShownFigure::Expertise(_) => facet::EXPERTISE,
                        _ => facet::ECOSYSTEM,
                    };
                    tr(true_note(facet).unwrap_or("countries-about-organisations"))
                }
            };
            view! { <div><dt>{column_name(counting, column, &shown)}</dt><dd>{words}</dd></div> }.into_any()
        });
        each.collect_view()
    };
    view! { <details><summary>{tr_view("countries-columns")}</summary><dl class="facts">{each}</dl></details> }.into_any()
}

/// The table as a file: the code beside the name, and the share of all organisations.
fn file(counting: Counting, shown: &ShownFigure) -> (Vec<String>, Vec<Vec<String>>) {
    let columns = Column::beside(shown);
    let mut heads: Vec<String> = vec!["ISO 3166-1".to_owned()];
    heads.extend(columns.iter().map(|column| column_name(counting, *column, shown)));
    heads.push(tr("chart-share"));
    let landscape = counting.landscape.get();
    let rows =
        ordered(counting, &landscape, counting.params.with(order_of), shown).into_iter().map(|figures| {
            let code = figures.country.as_str();
            let numbers = columns.iter().skip(1).map(|column| {
                let text = |value| column.number(value, shown).to_string();
                column.of(figures, shown).map_or_else(|| tr("not-known"), text)
            });
            let share =
                share(figures.organisations.all, landscape.whole.all).map_or_else(String::new, percent);
            [code.to_owned(), counting.name(code)].into_iter().chain(numbers).chain([share]).collect()
        });
    (heads, rows.collect())
}
