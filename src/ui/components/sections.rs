//! The sections of a record's page: facts, texts and lists.

use leptos::prelude::*;

use crate::collection::{Body, Collection, Fact, Section, Shown};
use crate::dataset::Manifest;
use crate::domain::{Instant, WebAddress};
use crate::route::Route;
use crate::signup::mail_to;
use crate::ui::atlas::Atlas;
use crate::ui::labels::{Labels, heading_view};
use crate::ui::messages::{tr_view, tr_with};
use crate::ui::phrases::{local_view, phrase_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;

use super::{EcosystemBadges, ExpertiseTags, OutgoingLink, StatusMark, source_view};

/// A section under its heading.
pub fn section_view(section: Section, now: Instant, atlas: &Shared<Atlas>) -> AnyView {
    let headed = section.heading.is_some();
    let body = match section.body {
        Body::Text(text) if text.is_empty() && headed => {
            view! { <p class="absent">{tr_view("not-known")}</p> }.into_any()
        }
        Body::Text(text) => local_view(text, "summary").into_any(),
        Body::Facts(facts) => facts_view(facts, now, atlas),
        Body::List(each) => list_view(each, now, atlas),
    };
    view! { {section.heading.map(|heading| view! { <h2>{tr_view(heading)}</h2> }.into_any())} {body} }
        .into_any()
}

/// What is known, each under its name; then one line that names what is not.
fn facts_view(facts: Vec<Fact>, now: Instant, atlas: &Shared<Atlas>) -> AnyView {
    let (told, unknown): (Vec<_>, Vec<_>) =
        facts.into_iter().partition(|fact| fact.value.is_some() || fact.absent.is_some());
    let told = told.into_iter().map(|Fact { name, value, absent }| {
        let value = match value {
            Some(value) => shown_view(value, now, atlas),
            None => view! { <span class="absent">{tr_view(absent.unwrap_or("not-known"))}</span> }.into_any(),
        };
        view! { <div><dt>{heading_view(name)}</dt><dd>{value}</dd></div> }.into_any()
    });
    let told = told.collect_view();
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let unknown: Vec<_> = unknown.into_iter().map(|fact| fact.name).collect();
    let names = move || {
        let names: Vec<_> = labels.with(|labels| unknown.iter().map(|name| labels.heading(name)).collect());
        (!names.is_empty()).then(|| {
            let words = tr_with("facts-not-known", &[("names", names.join(", ").into())]);
            view! { <p class="absent">{words}</p> }.into_any()
        })
    };
    view! { <dl class="facts">{told}</dl> {names} }.into_any()
}

fn list_view(each: Vec<Shown>, now: Instant, atlas: &Shared<Atlas>) -> AnyView {
    let items = each.into_iter().map(|shown| view! { <li>{shown_view(shown, now, atlas)}</li> }.into_any());
    view! { <ul class="shown">{items.collect_view()}</ul> }.into_any()
}

fn shown_view(shown: Shown, now: Instant, atlas: &Shared<Atlas>) -> AnyView {
    match shown {
        Shown::Words(words) => phrase_view(words, now),
        Shown::Remarked(shown, remark) => {
            let shown = shown_view(*shown, now, atlas);
            view! { {shown} " " <span class="quiet basis">{phrase_view(remark, now)}</span> }.into_any()
        }
        Shown::Elsewhere(address, Some(words)) => view! { <OutgoingLink address words/> }.into_any(),
        Shown::Elsewhere(address, None) => view! { <OutgoingLink address/> }.into_any(),
        Shown::Picture(file, name) => {
            let address = Manifest::resolve(&atlas.config.dataset, file.as_str());
            // Nothing is fetched from another site: of a dataset that is there, its pictures are links too.
            if address.contains("://") || address.starts_with("//") {
                return address.parse::<WebAddress>().map_or_else(
                    |_| file.as_str().to_owned().into_any(),
                    |address| view! { <OutgoingLink address/> }.into_any(),
                );
            }
            view! { <img class="picture" src=address alt=name loading="lazy"/> }.into_any()
        }
        Shown::Record(collection, id, name) => {
            let href = Route::record(collection, &id).on(untrack(|| app().day())).to_hash();
            let standing = id.clone();
            // They are there from the start, the others once a page has needed them.
            let found = (collection == Collection::Organisations).then(|| atlas.organisation(&id)).flatten();
            let name = found.map(|found| found.name.clone()).or(name);
            let title = move || {
                name.clone().or_else(|| app().store.title(collection, &id)).unwrap_or_else(|| id.clone())
            };
            // Where it stands on the day of viewing: a list of calls says which of them are open.
            let mark = move || {
                let status = app().store.status(collection, &standing, now)?;
                Some(view! { " " <StatusMark status/> }.into_any())
            };
            view! { <a href=href>{title}</a> {mark} }.into_any()
        }
        Shown::Mail(email) => {
            let address = email.as_str().to_owned();
            view! { <a href=mail_to(&address)>{address.clone()}</a> }.into_any()
        }
        Shown::Ecosystems(ecosystems) => {
            view! { <span class="tags"><EcosystemBadges ecosystems atlas=atlas.clone()/></span> }.into_any()
        }
        Shown::Expertise(expertise) => {
            view! { <span class="tags"><ExpertiseTags expertise/></span> }.into_any()
        }
        Shown::Several(each) => list_view(each, now, atlas),
        Shown::Beside(each) => {
            let each = each.into_iter().map(|shown| view! { {shown_view(shown, now, atlas)} " " }.into_any());
            each.collect_view().into_any()
        }
        Shown::Sourced(shown, source) => {
            let shown = shown_view(*shown, now, atlas);
            let source = source_view(&source, atlas);
            view! { {shown} " " <span class="quiet basis">{tr_view("source")} ": " {source}</span> }
                .into_any()
        }
    }
}
