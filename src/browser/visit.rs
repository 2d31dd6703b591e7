//! The memory of one visit at a screen that many people use (`mode=kiosk`): what elsewhere is stored lives here, and goes
//! with the document. Nothing that a visitor types reaches the address, the history or the disk.
//!
//! `kiosk.js` keeps the history; `boot.js` decides about the mode, because what the page looks like must be known before
//! the app is.

use std::cell::RefCell;

use js_sys::Reflect;
use litemap::LiteMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::embedding::is_mode;
use super::scope::scoped;
use super::store::{Change, Contents, Drawer};

thread_local! {
    // A document does not leave its screen.
    static KIOSK: bool = is_mode("kiosk");
    static TEXTS: RefCell<LiteMap<String, String>> = const { RefCell::new(LiteMap::new_vec()) };
    static DRAWERS: RefCell<LiteMap<(&'static str, String), String>> = const { RefCell::new(LiteMap::new_vec()) };
}

/// Whether the app runs at a screen that many people use.
pub fn is_kiosk() -> bool {
    KIOSK.with(|kiosk| *kiosk)
}

/// A small text under a name, as [`super::read_stored`] reads it elsewhere.
pub(super) fn text(name: &str) -> Option<String> {
    TEXTS.with_borrow(|texts| texts.get(name).cloned())
}

/// Keeps a small text, or forgets it.
pub(super) fn set_text(name: &str, text: Option<&str>) {
    TEXTS.with_borrow_mut(|texts| match text {
        Some(text) => drop(texts.insert(name.to_owned(), text.to_owned())),
        None => drop(texts.remove(name)),
    });
}

/// A text in a drawer.
pub(super) fn get(drawer: Drawer, key: &str) -> Option<String> {
    DRAWERS.with_borrow(|drawers| drawers.get(&(drawer.name(), key.to_owned())).cloned())
}

/// All texts of a drawer.
pub(super) fn all(drawer: Drawer) -> Contents {
    let texts = DRAWERS.with_borrow(|drawers| {
        let own = drawers.iter().filter(|((name, _), _)| *name == drawer.name());
        own.map(|((_, key), text)| (key.clone(), text.clone())).collect()
    });
    Contents { texts, foreign: Vec::new() }
}

/// Makes changes, as [`super::Store::write`] makes them elsewhere.
pub(super) fn write(changes: &[Change]) {
    DRAWERS.with_borrow_mut(|drawers| {
        for change in changes {
            match change {
                Change::Put(drawer, key, text) => {
                    drawers.insert((drawer.name(), key.clone()), text.clone());
                }
                Change::Add(drawer, key, text) => {
                    drawers.entry((drawer.name(), key.clone())).or_insert_with(|| text.clone());
                }
                Change::Remove(drawer, key) => {
                    drawers.remove(&(drawer.name(), key.clone()));
                }
                // Nothing gets here but texts.
                Change::RemoveForeign(..) => {}
            }
        }
    });
}

/// Puts `next` in the place of `seen`, as [`super::Store::replace`] does elsewhere.
pub(super) fn replace(drawer: Drawer, key: &str, seen: &str, next: Option<&str>) -> bool {
    let is_as_seen = get(drawer, key).as_deref() == Some(seen);
    if is_as_seen {
        let key = key.to_owned();
        write(&[match next {
            Some(next) => Change::Put(drawer, key, next.to_owned()),
            None => Change::Remove(drawer, key),
        }]);
    }
    is_as_seen
}

/// What `kiosk.js` offers under a name.
fn of_shell(name: &str) -> Option<JsValue> {
    let shell = Reflect::get(&js_sys::global(), &"atlasKiosk".into()).ok()?;
    Reflect::get(&shell, &name.into()).ok().filter(|value| !value.is_undefined())
}

fn call(name: &str) -> Option<JsValue> {
    call_with(name, &JsValue::UNDEFINED)
}

fn call_with(name: &str, argument: &JsValue) -> Option<JsValue> {
    of_shell(name)?.dyn_into::<js_sys::Function>().ok()?.call1(&JsValue::NULL, argument).ok()
}

/// The address of the view, as it would be in the address bar.
pub(super) fn address() -> Option<String> {
    if is_kiosk() { of_shell("address")?.as_string() } else { None }
}

/// The name of the screen in its address, `kiosk=NAME`.
pub fn kiosk_name() -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get("kiosk")
}

/// Whether there is a step to go back to.
pub fn can_go_back() -> bool {
    of_shell("depth").and_then(|depth| depth.as_f64()).is_some_and(|depth| depth > 0.0)
}

/// A small text for the staff that outlives a document; nothing of a visitor is ever among them.
pub fn lasting(name: &str) -> Option<String> {
    web_sys::window()?.local_storage().ok()??.get_item(&scoped(name)).ok()?
}

/// Notes a small text for the staff.
pub fn set_lasting(name: &str, text: &str) {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    // Where nothing can be kept, the panel says that nothing is known.
    let _ = storage.map(|storage| storage.set_item(&scoped(name), text));
}

/// What was typed since the visit began: each field as it was last, and before something of it was taken away.
pub fn typed() -> Vec<String> {
    let texts = call("typed").map(|texts| js_sys::Array::from(&texts));
    texts.map(|texts| texts.iter().filter_map(|text| text.as_string()).collect()).unwrap_or_default()
}

/// All that the browser keeps of this origin in reach of a page, each place with its name: the address, the history,
/// both storages, every entry of every database, every cache. What cannot be read has no text.
pub async fn all_that_is_kept() -> Vec<(String, String)> {
    let Some(promise) = call("kept") else { return Vec::new() };
    let kept = JsFuture::from(js_sys::Promise::resolve(&promise)).await.unwrap_or_default();
    let pair = |pair: JsValue| {
        let pair = js_sys::Array::from(&pair);
        Some((pair.get(0).as_string()?, pair.get(1).as_string().unwrap_or_default()))
    };
    js_sys::Array::from(&kept).iter().filter_map(pair).collect()
}

/// Ends the visit: a fresh document in the place of this one. What comes late finds nobody. The text is what the next one
/// gets, through the browser's memory alone; an empty one is none.
pub fn fresh_document(handed: &str) {
    call_with("fresh", &handed.into());
}

/// What the document before this one has handed over; it is asked for once.
pub fn handed_over() -> Option<String> {
    call("handed")?.as_string()
}

/// Milliseconds of a clock that only goes forward, whatever is done to the one on the wall.
pub fn steady_milliseconds() -> u64 {
    let now = Reflect::get(&js_sys::global(), &"performance".into())
        .and_then(|clock| Reflect::get(&clock, &"now".into())?.dyn_into::<js_sys::Function>()?.call0(&clock));
    now.ok().and_then(|now| now.as_f64()).unwrap_or_default() as u64
}

/// Calls `then` whenever somebody touches the screen, presses a key or turns a wheel, but for what only stops the views that
/// go round while nobody is there; as long as the owner lives.
pub fn on_touch(then: impl Fn() + 'static) {
    super::page::listen_until_gone(&["atlas-touch"], then);
}

/// Calls `then` with the address that a link leads out of the page to; for as long as the page lives.
pub fn on_way_out(then: impl Fn(String) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(web_sys::CustomEvent)>::new(move |event: web_sys::CustomEvent| {
        then(event.detail().as_string().unwrap_or_default());
    });
    // Adding a listener to a window cannot fail.
    let _ = window.add_event_listener_with_callback("atlas-way-out", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Offers the present view to be taken along, as [`on_way_out`] hears of it.
pub fn take_along() {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&super::address::now().into());
    if let Some(window) = web_sys::window()
        && let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("atlas-way-out", &init)
    {
        // An event without listeners is heard by nobody.
        let _ = window.dispatch_event(&event);
    }
}

/// The envelope of a text that only the owner of a public key can open (RFC 7516), by the library `seal.js`.
pub async fn seal(library: &str, key: &str, text: &str) -> Option<String> {
    super::library::load_script(library).await.ok()?;
    let seal =
        Reflect::get(&js_sys::global(), &"atlasSeal".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let sealed = seal.call2(&JsValue::NULL, &key.into(), &text.into()).ok()?;
    JsFuture::from(js_sys::Promise::resolve(&sealed)).await.ok()?.as_string()
}

/// The field that is typed into: the one with the focus, or the one that had it before a key of the keyboard on the screen.
pub fn typing_field() -> Option<web_sys::HtmlElement> {
    of_shell("field")?.dyn_into().ok()
}

/// Calls `then` whenever the focus moves; as long as the owner lives.
pub fn on_focus_moves(then: impl Fn() + 'static) {
    super::page::listen_on_the_way_down(&["focusin", "focusout"], then);
}

/// Types a text into the field that has the focus, at its cursor, or with `None` takes away what is before it. The page
/// hears of it as of any typing.
pub fn type_text(text: Option<&str>) {
    call_with("type", &text.map_or(JsValue::NULL, JsValue::from));
}

/// Moves the focus to the next field of the page.
pub fn next_field() {
    call("next");
}
