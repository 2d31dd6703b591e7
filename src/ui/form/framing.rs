//! A form within the page of somebody else: what is typed and clicked there may not be what it seems, so nothing is
//! submitted from there.

use leptos::prelude::*;

use crate::browser;
use crate::dataset::Config;
use crate::ui::messages::{tr, tr_view};

/// What stands in place of a form within a page that the deployment does not name in `embed_origins`: who is around it,
/// and the way to the form in a window of its own. `None` where there can be a form.
pub fn framed_notice(config: &Config) -> Option<AnyView> {
    let strangers = browser::strangers_around();
    let is_known = |origin: &Option<String>| {
        origin.as_ref().is_some_and(|origin| config.embed_origins.iter().any(|known| known == origin))
    };
    let stranger = strangers.into_iter().find(|origin| !is_known(origin))?;
    let words = move || match &stranger {
        Some(origin) => tr!("framed-by", "origin" => origin.as_str()),
        None => tr("framed-by-somebody"),
    };
    let href = browser::address_now();
    Some(
        view! {
            <p class="warning" role="note">{words}</p>
            <p><a class="button primary" href=href target="_blank" rel="noopener">{tr_view("framed-open")}</a></p>
        }
        .into_any(),
    )
}
