//! What the search box offers while somebody types, as the box knows it: the code for it comes later.

use leptos::prelude::*;

use crate::route::Route;

use super::search_context::SearchContext;

/// A suggestion, ready to show and to follow.
#[derive(Clone, PartialEq)]
pub struct Offer {
    /// What is offered.
    pub text: String,
    /// What kind of thing it is.
    pub kind: String,
    /// Where it leads.
    pub route: Route,
    /// Whether it is what the text says as a whole, so that Enter leads there.
    pub meant: bool,
}

/// The code that offers something.
#[derive(Clone, Copy)]
pub struct Suggesting {
    /// What a collection's search box offers for a text.
    pub offers: fn(SearchContext, &str) -> Vec<Offer>,
    /// The list of what is offered; which of it is chosen by the keys, and what follows one.
    pub list: DrawOffers,
    /// What may have been meant by the text of a search.
    pub meant: fn(SearchContext) -> AnyView,
}

/// Draws what is offered, which of it is chosen by the keys, and what follows one.
pub type DrawOffers = fn(Memo<Vec<Offer>>, RwSignal<Option<usize>>, Callback<usize>) -> AnyView;
