//! Trainings: what one can still apply for, then what is upcoming, without dates, and past.

use leptos::prelude::*;

use crate::ui::atlas::Atlas;
use crate::ui::list_page::ListSlots;
use crate::ui::messages::tr_view;
use crate::ui::shared::Shared;

/// What the list has beyond what every list has: the way to what one has signed up for.
pub fn training_slots(_atlas: &Shared<Atlas>) -> ListSlots {
    let mine = view! { <a class="button" href="#/sign-ups">{tr_view("sign-ups-title")}</a> };
    ListSlots { beside: Some(mine.into_any()), ..ListSlots::default() }
}
