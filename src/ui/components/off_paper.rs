//! What of a long list a country's sheet of paper leaves out, so that it is one sheet. `landscape.css` hides it there.

use leptos::prelude::*;

use crate::ui::messages::tr;

/// Lines of a list that are printed: with more, the countries with most records need a second sheet.
const PRINTED: usize = 5;

/// Whether the line at a place of its list, counted from 0, stays off the paper.
pub fn is_off_paper(nth: usize) -> bool {
    nth >= PRINTED
}

/// How many of so many lines stay off the paper, for the paper alone.
pub fn off_paper(all: usize) -> Option<AnyView> {
    let left = all.checked_sub(PRINTED).filter(|left| *left > 0)?;
    Some(view! { <p class="quiet on-paper">{tr!("off-paper", "count" => left as f64)}</p> }.into_any())
}
