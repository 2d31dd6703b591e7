//! Records under a heading, as their own lists show them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::{CollectionRecord, Setting};
use crate::explore::{Record, sort_values};
use crate::ui::components::{LineOf, is_off_paper, line_view, off_paper};
use crate::ui::messages::tr_view;

use super::Counting;

/// The first records in the order of their list, a line each, and how many more there are.
pub fn lines<R: CollectionRecord>(
    counting: Counting,
    records: &[Arc<R>],
    most: usize,
    all: Option<String>,
) -> AnyView {
    let (now, at) = (counting.now(), counting.day());
    let atlas = counting.atlas();
    let mut standing = R::at(records, &Setting { now, vocabularies: &atlas.vocabularies });
    sort_values(&mut standing, &|a, b| a.sort_key().cmp(&b.sort_key()));
    let shown = standing.iter().take(most).enumerate().map(|(nth, standing)| {
        let record: &R = standing.as_ref();
        let of = LineOf {
            collection: R::COLLECTION,
            id: record.id().as_str().to_owned(),
            title: record.title().to_owned(),
            now,
            at,
        };
        view! { <li class:off-paper=is_off_paper(nth)>{line_view(R::line(standing, now), of, &atlas, None)}</li> }.into_any()
    });
    let shown = shown.collect_view();
    let more = all
        .filter(|_| standing.len() > most)
        .map(|href| view! { <p><a href=href>{tr_view("landscape-all")}</a></p> }.into_any());
    view! { <ul class="plain-lines">{shown}</ul> {off_paper(standing.len())} {more} }.into_any()
}
