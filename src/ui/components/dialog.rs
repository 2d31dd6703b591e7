//! A modal dialog: the browser's own, with its focus trap and its Escape key.

use leptos::html;
use leptos::prelude::*;

use crate::browser::Overlay;
use crate::ui::messages::tr_view;
use crate::ui::reactive::{effect, live};

/// A modal dialog that is open while `open` holds; on phones, Back closes it. Focus goes back to where it was when it closes.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let over = StoredValue::new_local(None::<Overlay>);
    effect(move |_| {
        let Some(dialog) = element.get() else { return };
        if !open.get() {
            over.set_value(None);
        }
        if open.get() && !dialog.open() {
            // Only an element that is not in a page cannot be shown.
            let _ = dialog.show_modal();
            over.set_value(Overlay::open(move || {
                let _ = open.try_set(false);
            }));
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    // Told a moment later: it may be open again by then.
    let closed = move || {
        if element.get_untracked().is_none_or(|dialog| !dialog.open()) {
            let _ = open.try_set(false);
        }
    };
    view! {
        <dialog node_ref=element aria-label=live(move || title.get()) on:close=move |_| closed()>
            <div class="dialog-head">
                <h2>{live(move || title.get())}</h2>
                <button type="button" class="button" on:click=move |_| open.set(false)>{tr_view("close")}</button>
            </div>
            <div class="dialog-body">
                {live(move || open.get().then(|| children()))}
            </div>
        </dialog>
    }
}
