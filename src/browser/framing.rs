//! Whether the page is shown within another one, and whose that is.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The origins of the pages around this one that are not of this site; `None` in it for one that does not say which it
/// is. Empty for a page that stands by itself.
pub fn strangers_around() -> Vec<Option<String>> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let top = window.top().ok().flatten();
    if top.as_ref().is_none_or(|top| JsValue::from(top) == JsValue::from(&window)) {
        return Vec::new();
    }
    let own = window.location().origin().ok();
    let ancestors = Reflect::get(&window.location(), &"ancestorOrigins".into()).unwrap_or_default();
    let around: Vec<Option<String>> = if ancestors.is_object() {
        js_sys::Array::from(&ancestors).iter().map(|origin| origin.as_string()).collect()
    } else {
        // A page of this site may be asked; one of another site throws.
        let of_top = top.and_then(|top| Reflect::get(&top, &"origin".into()).ok()?.as_string());
        vec![of_top.or_else(referring)]
    };
    around.into_iter().filter(|origin| origin.is_none() || *origin != own).collect()
}

/// The origin of the page that this one was loaded from, which is the one around it.
fn referring() -> Option<String> {
    let address = web_sys::window()?.document()?.referrer();
    web_sys::Url::new(&address).ok().map(|url| url.origin())
}
