//! Sending to the deployment's receiver.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, RequestCache, RequestCredentials, RequestInit,
    RequestRedirect, ResponseType,
};

use crate::signup::{Answer, Response};

use super::tabs::wait;

/// Longest answer that is read, in bytes.
const LONGEST: usize = 1_048_576;

/// The event that tells of a request which the policy of the page refused, and how long after it that may come, in
/// milliseconds.
const REFUSAL: &str = "securitypolicyviolation";
const REFUSAL_IS_TOLD: i32 = 50;

/// What is sent.
#[derive(Debug, Clone, Copy)]
pub struct Parcel<'a> {
    /// The HTTP method.
    pub method: &'a str,
    /// To which address.
    pub url: &'a str,
    /// The header `Idempotency-Key`.
    pub key: &'a str,
    /// What is sent, where there is a body.
    pub body: Option<&'a str>,
    /// The media type of the body.
    pub kind: &'a str,
    /// An attempt is given up after so many milliseconds.
    pub timeout: i32,
}

/// Sends, and waits for the answer of that address and no other. No cookies are sent.
pub async fn send(parcel: Parcel<'_>) -> Response {
    let Ok(controller) = AbortController::new() else { return Response::NoNetwork };
    let Some(window) = web_sys::window() else { return Response::NoNetwork };
    let abort = Closure::<dyn Fn()>::new({
        let controller = controller.clone();
        move || controller.abort()
    });
    let timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(
        abort.as_ref().unchecked_ref(),
        parcel.timeout,
    );
    // To the request itself a refusal by the policy looks like a broken connection.
    let refused = Rc::new(Cell::new(false));
    let watch = Closure::<dyn Fn()>::new({
        let refused = refused.clone();
        move || refused.set(true)
    });
    let watched = watch.as_ref().unchecked_ref();
    // Without it the reason that is given is less exact, nothing more.
    let _ = window.add_event_listener_with_callback(REFUSAL, watched);
    let reply = exchange(&window, parcel, &controller).await;
    if let Ok(timer) = timer {
        window.clear_timeout_with_handle(timer);
    }
    let reply = match reply {
        Ok(Some(answer)) => Response::Answered(answer),
        Ok(None) => Response::Redirected,
        Err(_) if controller.signal().aborted() => Response::TimedOut,
        Err(_) => {
            // The refusal is told in a task of its own.
            wait(REFUSAL_IS_TOLD).await;
            if refused.get() { Response::Blocked } else { Response::NoNetwork }
        }
    };
    let _ = window.remove_event_listener_with_callback(REFUSAL, watched);
    reply
}

/// The answer; nothing where the address leads to another one.
async fn exchange(
    window: &web_sys::Window,
    parcel: Parcel<'_>,
    controller: &AbortController,
) -> Result<Option<Answer>, JsValue> {
    let headers = Headers::new()?;
    headers.set("Idempotency-Key", parcel.key)?;
    headers.set("Accept", "application/json, application/problem+json")?;
    let init = RequestInit::new();
    init.set_method(parcel.method);
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Manual);
    init.set_signal(Some(&controller.signal()));
    if let Some(body) = parcel.body {
        headers.set("Content-Type", parcel.kind)?;
        init.set_body(&body.into());
    }
    init.set_headers(&headers);
    let answer = JsFuture::from(window.fetch_with_str_and_init(parcel.url, &init)).await?;
    let answer: web_sys::Response = answer.dyn_into()?;
    if answer.type_() == ResponseType::Opaqueredirect || answer.redirected() {
        return Ok(None);
    }
    let header = |name| answer.headers().get(name).ok().flatten();
    Ok(Some(Answer {
        status: answer.status(),
        retry_after: header("Retry-After"),
        date: header("Date"),
        content_type: header("Content-Type"),
        // What is broken off has still been answered: the status says what happened.
        body: beginning(&answer).await.unwrap_or_default(),
    }))
}

/// The beginning of a body, so that no answer can fill the memory.
async fn beginning(answer: &web_sys::Response) -> Result<String, JsValue> {
    let Some(stream) = answer.body() else { return Ok(String::new()) };
    let reader = ReadableStreamDefaultReader::new(&stream)?;
    let mut bytes = Vec::new();
    while bytes.len() < LONGEST {
        let step = JsFuture::from(reader.read()).await?;
        if Reflect::get(&step, &"done".into())?.is_truthy() {
            break;
        }
        let piece: Uint8Array = Reflect::get(&step, &"value".into())?.dyn_into()?;
        bytes.extend(piece.to_vec());
    }
    if bytes.len() >= LONGEST {
        bytes.truncate(LONGEST);
        // What is left is of no interest, and neither is whether it could be stopped.
        let _: Promise = reader.cancel();
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
