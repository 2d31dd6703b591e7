//! The page as a whole: its state for machines, its title, language and media.

use leptos::prelude::{RwSignal, Set as _};
use wasm_bindgen::prelude::*;

use crate::domain::decimal;

use super::embedding::{is_embedded, may_focus};

/// What `<html data-app>` tells assistive technology and automated checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AppState {
    /// Not usable yet.
    Loading,
    /// Data indexed, first view drawn, input accepted.
    Ready,
    /// The data could not be loaded, or the app stopped.
    Failed,
}

fn window() -> web_sys::Window {
    web_sys::window().expect("the app only runs in a window")
}

fn document() -> web_sys::Document {
    window().document().expect("a window shows a document")
}

fn set_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // The attribute names are ours and valid.
        let _ = root.set_attribute(name, value);
    }
}

/// Sets `<html data-app>`.
pub fn set_app_state(state: AppState) {
    set_root(
        "data-app",
        match state {
            AppState::Loading => "loading",
            AppState::Ready => "ready",
            AppState::Failed => "failed",
        },
    );
}

/// Sets `<html lang>`.
pub fn set_language(language: &str) {
    set_root("lang", language);
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The visitor's languages, preferred first.
pub fn preferred_languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|l| l.as_string()).collect()
}

/// Opens the print dialog once what changed is drawn.
pub fn print_soon() {
    if super::visit::is_kiosk() {
        return super::visit::take_along();
    }
    wasm_bindgen_futures::spawn_local(async {
        next_frame().await;
        // A browser without printing ignores the wish.
        let _ = window().print();
    });
}

/// Calls `then(true)` before the page is printed and `then(false)` after it; for as long as the page lives.
pub fn on_print(then: impl Fn(bool) + Clone + 'static) {
    for (event, printing) in [("beforeprint", true), ("afterprint", false)] {
        let then = then.clone();
        let listener = Closure::<dyn Fn()>::new(move || then(printing));
        // Adding a listener to a window cannot fail.
        let _ = window().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        listener.forget();
    }
}

/// Whether the head of the page names a file as another form of it: a feed, a calendar.
pub fn is_alternate(file: &str) -> bool {
    let link = ["link[rel=alternate][href='", file, "']"].concat();
    document().query_selector(&link).is_ok_and(|found| found.is_some())
}

/// Whether a media query holds now.
pub fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Calls `then` whenever a media query starts or stops to hold, until the owner is gone.
pub fn on_media_change(query: &str, then: impl Fn() + 'static) {
    if let Some(list) = window().match_media(query).ok().flatten() {
        listen(list.into(), &["change"], false, then);
    }
}

/// Calls `then` when light turns to dark or back: in the system, or on the page around a frame (`frame.js` tells of that), as
/// long as the owner lives.
pub fn on_colours_change(then: impl Fn() + Clone + 'static) {
    on_media_change("(prefers-color-scheme: dark)", then.clone());
    listen_until_gone(&["atlas-colours"], then);
}

/// Whether a media query holds; follows it as long as the owner lives.
pub fn media(query: &'static str) -> RwSignal<bool> {
    let holds = move || window().match_media(query).ok().flatten().is_some_and(|list| list.matches());
    let signal = RwSignal::new(holds());
    on_media_change(query, move || {
        let _ = signal.try_set(holds());
    });
    signal
}

/// Hands a panic to `boot.js`, which shows the failed page with a reload button.
pub fn report_panic(detail: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&detail.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("atlas-panic", &init) {
        let _ = window().dispatch_event(&event);
    }
}

/// Waits until the browser has drawn what changed.
pub async fn next_frame() {
    // The first callback comes before the next drawing, the second after it. A hidden tab draws nothing,
    // so a timer stands in.
    let drawn = js_sys::Promise::new(&mut |resolve, _| {
        let after = Closure::once_into_js({
            let resolve = resolve.clone();
            move || {
                let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0);
            }
        });
        let _ = window().request_animation_frame(after.unchecked_ref());
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 120);
    });
    // The promise is only ever resolved.
    let _ = wasm_bindgen_futures::JsFuture::from(drawn).await;
}

/// Calls `then` once the browser has nothing better to do.
pub fn when_idle(then: impl FnOnce() + 'static) {
    #[wasm_bindgen]
    extern "C" {
        /// Not every browser has it.
        #[wasm_bindgen(js_name = requestIdleCallback, catch)]
        fn request_idle_callback(then: &js_sys::Function) -> Result<JsValue, JsValue>;
    }
    let then: js_sys::Function = Closure::once_into_js(then).unchecked_into();
    if request_idle_callback(&then).is_err() {
        // A window that sets no timers does not fetch ahead.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&then, 1_000);
    }
}

/// Removes the static frame of index.html, and puts the visitor's language into the panel that a later failure shows.
pub fn remove_static_frame(texts: &[(&str, String)]) {
    let document = document();
    if let Some(frame) = document.get_element_by_id("frame") {
        frame.remove();
    }
    for (key, text) in texts {
        // The keys are our own: letters and hyphens.
        if let Ok(Some(element)) = document.query_selector(&format!("#failed [data-message={key}]")) {
            element.set_text_content(Some(text));
        }
    }
}

/// Moves the focus to an element once it is in the page.
pub fn focus_soon(id: &str) {
    let id = id.to_owned();
    wasm_bindgen_futures::spawn_local(async move {
        next_frame().await;
        focus(&id);
    });
}

/// Makes a change that may move what has the focus: what is moved loses it, and gets it back unless something else has
/// taken it.
pub fn keep_focus(change: impl FnOnce()) {
    let before = document().active_element().map(|element| element.id()).filter(|id| !id.is_empty());
    change();
    let Some(id) = before else { return };
    wasm_bindgen_futures::spawn_local(async move {
        next_frame().await;
        // Where nothing has the focus, the browser says that the whole page has it.
        let is_lost =
            document().active_element().is_none_or(|element| element.has_type::<web_sys::HtmlBodyElement>());
        if is_lost {
            focus(&id);
        }
    });
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element.filter(|_| may_focus()) {
        let options = web_sys::FocusOptions::new();
        // In a frame the scrolling would be the host's; `frame.js` brings a new page into sight.
        options.set_prevent_scroll(is_embedded());
        // An element that cannot take focus leaves it where it was.
        let _ = element.focus_with_options(&options);
    }
}

/// Takes a class from the elements within `list` that have it, and gives it to the one that fits the selector.
pub fn move_class(list: &web_sys::Element, class: &str, to: Option<&str>) {
    let before = list.get_elements_by_class_name(class);
    // The collection follows the page: what loses the class is no longer in it.
    while let Some(element) = before.item(0) {
        if element.class_list().remove_1(class).is_err() {
            break;
        }
    }
    if let Some(element) = to.and_then(|to| list.query_selector(to).ok().flatten()) {
        // A class without spaces is always taken.
        let _ = element.class_list().add_1(class);
    }
}

/// Scrolls as far as it takes to see an element.
pub fn reveal(id: &str) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    // Across sites too, it is the outermost page that scrolls.
    if let Some(element) = document().get_element_by_id(id).filter(|_| may_focus()) {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls an element into the middle of what can be seen.
pub fn reveal_element(element: &web_sys::Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Begins to read a page that was just gone to: at its very top, with the focus on its main part.
pub fn arrive_soon() {
    focus_main_soon();
    wasm_bindgen_futures::spawn_local(async {
        // After the focus, which scrolls to what it is given to: the header and its navigation stay in sight.
        next_frame().await;
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
}

/// Moves the focus to the page's main part once it is there.
pub fn focus_main_soon() {
    focus_soon("main");
}

/// Gives the focus to an element in the frame after the next, where what had it is gone by then and nothing else has it.
pub fn catch_focus_soon(id: &str) {
    let id = id.to_owned();
    wasm_bindgen_futures::spawn_local(async move {
        next_frame().await;
        if document().active_element().is_none_or(|element| element.tag_name() == "BODY") {
            focus_soon(&id);
        }
    });
}

/// Whether the focus goes from within an element to something outside of it; a focus that goes nowhere stays.
pub fn focus_leaves(event: &web_sys::FocusEvent, element: &web_sys::HtmlElement) -> bool {
    let next = event.related_target().and_then(|next| next.dyn_into::<web_sys::Node>().ok());
    next.is_some_and(|next| !element.contains(Some(&next)))
}

/// The size of one rem in pixels, as the visitor's settings have it.
pub fn rem_in_pixels() -> f64 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| decimal::read(size.trim_end_matches("px"))).unwrap_or(16.0)
}

/// Calls `then` once the element is in the page, and whenever its size changes, until the owner is gone.
pub fn on_resize_of<E>(element: leptos::prelude::NodeRef<E>, then: impl Fn() + Clone + 'static)
where
    E: leptos::html::ElementType,
    E::Output: JsCast + Clone + 'static,
{
    use leptos::prelude::{Effect, Get, StoredValue, on_cleanup};
    let held = StoredValue::new_local(None::<(web_sys::ResizeObserver, Closure<dyn Fn()>)>);
    Effect::new(move |_| {
        use leptos::prelude::SetValue;
        let Some(element) = element.get() else { return };
        let listener = Closure::<dyn Fn()>::new(then.clone());
        if let Ok(observer) = web_sys::ResizeObserver::new(listener.as_ref().unchecked_ref()) {
            observer.observe(element.unchecked_ref());
            held.set_value(Some((observer, listener)));
        }
    });
    on_cleanup(move || {
        use leptos::prelude::UpdateValue;
        held.try_update_value(|held| {
            if let Some((observer, _)) = held.take() {
                observer.disconnect();
            }
        });
    });
}

/// Calls `then` whenever anything on the page is scrolled, until the owner is gone.
pub fn on_any_scroll(then: impl Fn() + 'static) {
    // Only a listener that catches events on their way down hears of parts that scroll.
    listen(window().into(), &["scroll"], true, then);
}

/// How many pixels of an element lie below what is in sight of it, whether it scrolls itself or with the page.
pub fn left_below(element: &web_sys::HtmlElement) -> f64 {
    let inside = element.scroll_height() - element.scroll_top() - element.client_height();
    let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    f64::from(inside) + (element.get_bounding_client_rect().bottom() - screen).max(0.0)
}

/// Calls `then` at events of the window, until the owner is gone.
pub(super) fn listen_until_gone(events: &'static [&'static str], then: impl Fn() + 'static) {
    listen(window().into(), events, false, then);
}

/// The same before anybody else in the page hears of them.
pub(super) fn listen_on_the_way_down(events: &'static [&'static str], then: impl Fn() + 'static) {
    listen(window().into(), events, true, then);
}

/// Calls `then` at events of a target, until the owner is gone; with `on_the_way_down` also at those of its elements
/// that do not bubble up to it.
fn listen(
    target: web_sys::EventTarget,
    events: &'static [&'static str],
    on_the_way_down: bool,
    then: impl Fn() + 'static,
) {
    use leptos::prelude::{StoredValue, UpdateValue, on_cleanup};
    let listener = Closure::<dyn Fn()>::new(then);
    for event in events {
        let function = listener.as_ref().unchecked_ref();
        // Adding a listener cannot fail, and neither can removing it.
        let _ = target.add_event_listener_with_callback_and_bool(event, function, on_the_way_down);
    }
    let held = StoredValue::new_local(Some((target, listener)));
    on_cleanup(move || {
        held.try_update_value(|held| {
            if let Some((target, listener)) = held.take() {
                let function = listener.as_ref().unchecked_ref();
                for event in events {
                    let _ =
                        target.remove_event_listener_with_callback_and_bool(event, function, on_the_way_down);
                }
            }
        });
    });
}
