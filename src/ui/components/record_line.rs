//! A line of a list, from what the collection says of the record: the same for every collection.

use leptos::prelude::*;

use crate::collection::{Collection, CollectionRecord, Line, Phrase};
use crate::domain::{Day, Instant};
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::collection_page::CollectionPage;
use crate::ui::labels::Labels;
use crate::ui::messages::tr_view;
use crate::ui::phrases::{in_words, phrase_view};
use crate::ui::shared::Shared;

use super::{EcosystemBadges, SaveButton, StatusMark};

/// Which record a line is of.
pub struct LineOf {
    /// Its collection.
    pub collection: Collection,
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The moment of viewing.
    pub now: Instant,
    /// The day of viewing, which goes with the link.
    pub at: Option<Day>,
}

/// The line of the record in a row, for the list of its collection.
pub fn row_line<R: CollectionRecord>(row: u32) -> AnyView {
    let page = expect_context::<CollectionPage<R>>();
    let now = page.now.get_untracked();
    let at = page.search.params.with_untracked(|params| params.at);
    let (line, id, title) = page.of(row, |at| {
        let record: &R = at.as_ref();
        (R::line(at, now), record.id().as_str().to_owned(), record.title().to_owned())
    });
    let of = LineOf { collection: R::COLLECTION, id, title, now, at };
    page.atlas.with_value(|atlas| line_view(line, of, atlas, None))
}

/// A line: the title as a heading that leads to the record, what it is, where it stands and when it matters next.
pub fn line_view(line: Line, of: LineOf, atlas: &Shared<Atlas>, remark: Option<AnyView>) -> AnyView {
    let LineOf { collection, id, title, now, at } = of;
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let href = Route::Record { collection, id: id.clone(), at }.to_hash();
    let soon = line.closes_in.is_some_and(|days| days <= i64::from(atlas.config.closing_soon_days));
    let words = |phrases: Vec<Phrase>| {
        move || {
            labels.with(|labels| {
                phrases.iter().map(|phrase| in_words(phrase, labels, now)).collect::<Vec<_>>().join(" · ")
            })
        }
    };
    let tag = |phrase| view! { <span class="tag">{phrase_view(phrase, now)}</span> }.into_any();
    let ecosystems = (!line.ecosystems.is_empty())
        .then(|| view! { <EcosystemBadges ecosystems=line.ecosystems atlas=atlas.clone()/> }.into_any());
    let heading = title.clone();
    let save = collection.about().saving.is_some().then(|| {
        let name = title.clone();
        view! { <SaveButton collection id name/> }.into_any()
    });
    view! {
        <div class="line">
            <h3><a href=href title=title>{heading}</a></h3>
            <p class="place">{words(line.about)}</p>
            <p class="tags">
                {line.status.map(|status| view! { <StatusMark status soon/> }.into_any())}
                {line.doubt.map(|doubt| view! { <span class="unstated">{tr_view(doubt)}</span> }.into_any())}
                {line.tags.into_iter().map(tag).collect_view()}
                {line.when.map(|when| view! { <span class="when">{phrase_view(when, now)}</span> }.into_any())}
                {ecosystems}
            </p>
            {remark}
            {save}
        </div>
    }
    .into_any()
}
