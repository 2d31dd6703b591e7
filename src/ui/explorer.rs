//! What the parts of the mapping tool share.

use std::ops::Deref;

use leptos::prelude::*;

use crate::collection::Format;

use super::atlas::Atlas;
use super::collection_page::{Exported, MakeWorkbook};
use super::search_context::SearchContext;
use super::shared::Shared;
use super::suggesting::Suggesting;

/// What the parts of the mapping tool share, beyond what every page that finds records has.
#[derive(Clone, Copy)]
pub struct Explorer {
    /// The parameters, the outcome and what is pointed at.
    pub search: SearchContext,
    /// The dataset.
    pub atlas: StoredValue<Shared<Atlas>>,
}

impl Deref for Explorer {
    type Target = SearchContext;
    fn deref(&self) -> &SearchContext {
        &self.search
    }
}

/// Gives an export on; `None` where it cannot be had.
pub type Give = Callback<(Format, Option<Exported>)>;

/// What pages do with code that is fetched when it is needed, most of them the mapping tool. The router provides it: components know no
/// chunk.
#[derive(Clone, Copy)]
pub struct Deferred {
    /// Draws the map of a page's matches, with what it shows of the record in a row.
    pub map: fn(fn(u32) -> AnyView) -> AnyView,
    /// Draws the coverage matrix.
    pub coverage: fn() -> AnyView,
    /// Makes a file of the present result and gives it on; `None` where it cannot be had.
    pub export: fn(Explorer, Format, Give),
    /// Makes a workbook of a table, with a sheet of this name.
    pub workbook: MakeWorkbook,
    /// Fetches what the search box offers, and puts it there.
    pub suggesting: fn(RwSignal<Option<Suggesting>>),
}
