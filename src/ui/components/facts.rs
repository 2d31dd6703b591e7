//! Facts of a record, what is not known of it, and where it is from.

use leptos::prelude::*;

use crate::browser;
use crate::domain::{WebAddress, tidy};
use crate::route::FindParams;
use crate::ui::atlas::Atlas;
use crate::ui::messages::{date, tr, tr_view, tr_with};
use crate::ui::reactive::{effect, live};
use crate::ui::shared::Shared;

/// Longest piece of an unknown identifier that is shown.
const SHOWN: usize = 120;

/// A named fact; what is absent is shown as not known, never left out.
#[component]
pub fn Fact(
    name: &'static str,
    value: Option<AnyView>,
    #[prop(default = "not-known")] absent: &'static str,
) -> impl IntoView {
    let value = value.unwrap_or_else(|| view! { <span class="absent">{tr_view(absent)}</span> }.into_any());
    view! {
        <div>
            <dt>{tr_view(name)}</dt>
            <dd>{value}</dd>
        </div>
    }
}

/// A link that leaves the app, with where it leads.
#[component]
pub fn OutgoingLink(
    address: WebAddress,
    #[prop(optional, into)] words: Option<String>,
    /// Whether it is what the page is for.
    #[prop(optional)]
    button: bool,
) -> impl IntoView {
    let host = address.host().to_owned();
    let shown = words.unwrap_or_else(|| address.host().trim_start_matches("www.").to_owned());
    view! {
        <a class=if button { "button primary outgoing" } else { "outgoing" } href=address.as_str().to_owned() rel="noopener noreferrer nofollow" target="_blank">
            {shown}
            <span class="unseen">" " {live(move || tr!("opens-new-tab", "host" => host.as_str()))}</span>
            <span aria-hidden="true">" ↗"</span>
        </a>
    }
}

/// Where something is from: one of the dataset's sources by its name, any other address as a link.
pub fn source_view(source: &str, atlas: &Atlas) -> AnyView {
    match (atlas.manifest.source(source), source.parse::<WebAddress>()) {
        (Some(known), _) => match &known.url {
            Some(address) => {
                view! { <OutgoingLink address=address.clone() words=known.name.clone()/> }.into_any()
            }
            None => known.name.clone().into_any(),
        },
        (None, Ok(address)) => view! { <OutgoingLink address/> }.into_any(),
        (None, Err(_)) => source.to_owned().into_any(),
    }
}

/// Where a record is from, and as of which day: the dataset's sources by name, other addresses as links.
#[component]
pub fn SourceList(sources: Vec<String>, atlas: Shared<Atlas>) -> impl IntoView {
    let unknown = sources.is_empty();
    let published = atlas.manifest.published;
    let item = |source: String| {
        let retrieved = atlas.manifest.source(&source).and_then(|source| source.retrieved);
        let day = retrieved.map(|day| live(move || tr!("source-retrieved", "date" => date(day))));
        view! { <li>{source_view(&source, &atlas)} " " {day}</li> }.into_any()
    };
    let items = sources.into_iter().map(item).collect_view();
    view! {
        <section class="source">
            <h2>{tr_view("sources")}</h2>
            {unknown.then(|| view! { <p>{tr_view("not-known")}</p> }.into_any())}
            <ul>{items}</ul>
            {published.map(|day| view! { <p class="quiet">{live(move || tr!("dataset-published", "date" => date(day)))}</p> }.into_any())}
        </section>
    }
}

/// Names the page in the window's title, and follows the language.
pub fn page_title(atlas: &Shared<Atlas>, page: impl Fn() -> String + Send + Sync + 'static) {
    let title = atlas.config.title.clone();
    effect(move |_| {
        browser::set_title(&tr!("title-page", "page" => page(), "title" => title.as_str()));
    });
}

/// What is said when a link names a record that the dataset does not have.
#[component]
pub fn MissingRecord(id: String, atlas: Shared<Atlas>, find: FindParams) -> impl IntoView {
    let words = &find.collection.about().words;
    let title = tr_view(words.missing_title);
    page_title(&atlas, title);
    let id = tidy(&id).chars().take(SHOWN).collect::<String>();
    let find = FindParams { q: id.replace(['-', '_', '.'], " "), ..find }.link();
    view! {
        <main id="main" class="notice-page" tabindex="-1">
            <h1>{title}</h1>
            <p>{live(move || tr_with(words.missing_text, &[("id", id.as_str().into())]))}</p>
            <p><a href=find>{tr_view("missing-find")}</a></p>
        </main>
    }
}
