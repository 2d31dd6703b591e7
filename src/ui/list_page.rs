//! The page that finds the records of a collection: the same for every collection but the mapping tool.

use leptos::prelude::*;

use crate::browser;
use crate::collection::CollectionRecord;

use super::atlas::Atlas;
use super::collection_page::CollectionPage;
use super::components::{Export, FindPage, OtherView, page_title, row_line};
use super::messages::{tr, tr_view, tr_with};
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
    /// What may stand in place of the list.
    pub views: &'static [OtherView],
    /// What stands beside the order, before the export.
    pub tools: Option<AnyView>,
    /// A line, where that is more than the line of every collection.
    pub line: Option<fn(u32) -> AnyView>,
}

/// The page; its slots find what they need by context.
pub fn list_page<R: CollectionRecord>(
    atlas: Shared<Atlas>,
    records: Records<R>,
    slots: fn(&Shared<Atlas>) -> ListSlots,
) -> AnyView {
    page_title(&atlas, || tr(R::LIST.title));
    let page = CollectionPage::<R>::provide(atlas.clone(), records);
    let count = Signal::derive(move || {
        let beside = R::BESIDE.map(|words| (words, page.matching(R::is_beside))).filter(|(_, all)| *all > 0);
        let count = match page.count() - beside.map_or(0, |(_, all)| all) {
            0 => tr(R::LIST.none),
            all => {
                let open = page.matching(|at| R::is_open(at) && !R::is_beside(at));
                tr_with(R::LIST.count, &[("count", (all as f64).into()), ("open", (open as f64).into())])
            }
        };
        let Some((words, all)) = beside else { return count };
        let beside = tr_with(words, &[("count", (all as f64).into())]);
        tr_with("count-and-beside", &[("count", count.into()), ("beside", beside.into())])
    });
    let ListSlots { filters, beside, notice, views, tools, line } = slots(&atlas);
    let export = Callback::new(move |format| page.export(format));
    let tools =
        view! { {tools} {published(R::FEEDS)} <Export export collection=R::COLLECTION formats=R::FORMATS/> };
    let (draw, words) = (line.unwrap_or(row_line::<R>), R::LIST);
    view! {
        <FindPage
            heading=words.title
            count
            draw
            order=words.order
            filters=filters
            beside=beside
            notice=notice
            views
            tools=Some(tools.into_any())
        />
    }
    .into_any()
}

/// The feeds and calendars to follow, as far as the build has written them: then the head of the page names them.
fn published(feeds: &[(&'static str, &'static str)]) -> AnyView {
    let link = |(file, words): &(&'static str, &'static str)| {
        // A frame and a screen in a hall open no other program.
        let is_own_page = !browser::is_embedded() && !browser::is_kiosk();
        let is_calendar = file.rsplit_once('.').is_some_and(|(_, ending)| ending == "ics");
        let href = if is_calendar && is_own_page { browser::webcal(file) } else { (*file).to_owned() };
        browser::is_alternate(file).then(|| view! { <a href=href>{tr_view(words)}</a> " " }.into_any())
    };
    feeds.iter().map(link).collect_view().into_any()
}
