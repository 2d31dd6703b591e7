//! A script of the site, with its style sheet, fetched when it is needed.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlElement};

/// Loads a script and its style sheet, unless they are there; ends when both are, or one cannot be had. A failed
/// script is taken away again, so that the next call tries anew.
pub async fn load(script: &str, style: &str) -> Result<(), JsValue> {
    let script = element("script", &[("src", script)]);
    let style = load_style(style).await;
    // Whatever became of the style sheet: a script that failed has to go.
    arrival(script?).await.and(style)
}

/// Loads a script, unless it is there.
pub async fn load_script(script: &str) -> Result<(), JsValue> {
    arrival(element("script", &[("src", script)])?).await
}

/// Loads a style sheet, unless it is there; what comes back ends when it is, or cannot be had. The browser begins at once,
/// whether or not anybody waits.
pub fn load_style(style: &str) -> impl Future<Output = Result<(), JsValue>> + use<> {
    let link = element("link", &[("rel", "stylesheet"), ("href", style)]);
    async { arrival(link?).await }
}

/// The element with these attributes in the head of the page, put there unless it is; and what stands for the event of its
/// arrival or its failure. That is an answer, too: nobody may be waiting, and a promise that fails unheard is an error of
/// the page.
fn element(name: &str, attributes: &[(&str, &str)]) -> Result<(HtmlElement, js_sys::Promise), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let (key, address) = attributes[attributes.len() - 1];
    if let Some(there) = document.query_selector(&format!("{name}[{key}=\"{address}\"][data-loaded]"))? {
        return Ok((there.unchecked_into(), js_sys::Promise::resolve(&JsValue::NULL)));
    }
    let made: HtmlElement = document.create_element(name)?.unchecked_into();
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        made.set_onload(Some(&resolve));
        made.set_onerror(Some(&resolve));
    });
    for (name, value) in attributes {
        made.set_attribute(name, value)?;
    }
    if let Some(head) = document.query_selector("head")? {
        head.append_child(&made)?;
    }
    Ok((made, promise))
}

async fn arrival((element, promise): (HtmlElement, js_sys::Promise)) -> Result<(), JsValue> {
    let answer = JsFuture::from(promise).await?;
    if answer.dyn_ref::<Event>().is_some_and(|event| event.type_() == "error") {
        element.remove();
        return Err(answer);
    }
    element.set_attribute("data-loaded", "")
}
