//! The button that saves a record on this device.

use leptos::prelude::*;

use crate::collection::Collection;
use crate::ui::messages::{tr, tr_with};
use crate::ui::reactive::live;
use crate::ui::saved_ids::{Added, MOST};
use crate::ui::state::app;

/// Puts a record on its collection's list of this device, or takes it off; nothing where the collection has no list.
#[component]
pub fn SaveButton(
    collection: Collection,
    id: String,
    name: String,
    /// Whether it says in words what it does.
    #[prop(optional)]
    wordy: bool,
) -> impl IntoView {
    let app = app();
    let (Some(list), Some(texts)) = (app.saved(collection), collection.about().saving.as_ref()) else {
        return ().into_any();
    };
    let on = {
        let id = id.clone();
        Signal::derive(move || list.has(&id))
    };
    let toggle = move |_| {
        if on.get_untracked() {
            list.remove(&id);
            app.announce(tr(texts.undone));
        } else {
            app.announce(added(list.add(&id), texts.done));
        }
    };
    let label = (!wordy).then_some(move || tr_with(texts.named, &[("name", name.as_str().into())]));
    view! {
        <button
            type="button"
            class=if wordy { "button save" } else { "icon save" }
            aria-pressed=live(move || on.get().to_string())
            aria-label=label
            on:click=toggle
        >
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 3h12v18l-6-4.5L6 21z"/></svg>
            {wordy.then(|| view! { <span>{live(move || tr(if on.get() { texts.saved } else { texts.save }))}</span> }.into_any())}
        </button>
    }
    .into_any()
}

/// What became of what was to be saved, in words; `done` says that all went well.
pub fn added(added: Added, done: &'static str) -> String {
    match added {
        Added::Kept => tr(done),
        Added::ForNow => tr("saved-for-now"),
        Added::Full => tr!("saved-full", "most" => MOST as f64),
    }
}
