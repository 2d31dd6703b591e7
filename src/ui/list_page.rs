//! The page that finds the records of a collection without a place on the map: the same for every collection.

use leptos::prelude::*;

use crate::collection::CollectionRecord;

use super::atlas::Atlas;
use super::collection_page::CollectionPage;
use super::components::{Export, FindPage, page_title, row_line};
use super::messages::{tr, tr_with};
use super::shared::Shared;
use super::store::Records;

/// What a collection's list has beyond the frame.
#[derive(Default)]
pub struct ListSlots {
    /// What stands above the facets.
    pub filters: Option<AnyView>,
    /// What stands beside the search box.
    pub beside: Option<AnyView>,
    /// What is said above the list.
    pub notice: Option<AnyView>,
    /// What stands in place of the list in another view.
    pub instead: Option<fn() -> AnyView>,
    /// What stands beside the order, before the export.
    pub tools: Option<AnyView>,
}

/// The page; its slots find what they need by context.
pub fn list_page<R: CollectionRecord>(
    atlas: Shared<Atlas>,
    records: Records<R>,
    slots: fn(&Shared<Atlas>) -> ListSlots,
) -> AnyView {
    page_title(&atlas, || tr(R::LIST.title));
    let page = CollectionPage::<R>::provide(atlas.clone(), records);
    let count = Signal::derive(move || match page.count() {
        0 => tr(R::LIST.none),
        all => {
            let open = page.matching(R::is_open);
            tr_with(R::LIST.count, &[("count", (all as f64).into()), ("open", (open as f64).into())])
        }
    });
    let ListSlots { filters, beside, notice, instead, tools } = slots(&atlas);
    let save = Callback::new(move |format| page.save(format));
    let tools = view! { {tools} <Export save formats=R::FORMATS/> };
    let (draw, words) = (row_line::<R> as fn(u32) -> AnyView, R::LIST);
    view! {
        <FindPage
            heading=words.title
            count
            draw
            order=words.order
            filters=filters
            beside=beside
            notice=notice
            instead=instead
            tools=Some(tools.into_any())
        />
    }
    .into_any()
}
