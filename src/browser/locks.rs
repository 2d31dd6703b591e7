//! One at a time among all tabs: Web Locks, and a word among tabs where a browser has none, as over plain http.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::tabs::wait;

/// A lock that this tab holds until this is dropped. The browser takes it back when the tab dies.
pub struct Lock(Hold);

enum Hold {
    /// Ends the promise for which the browser keeps the lock.
    Browser(Function),
    /// Tells whoever asks that it is taken.
    Word(#[expect(dead_code, reason = "it answers until it is dropped")] Word),
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Hold::Browser(end) = &self.0 {
            // The function of a promise does not throw.
            let _ = end.call0(&JsValue::UNDEFINED);
        }
    }
}

/// What came of asking for a lock.
pub enum Locked {
    /// This tab has it.
    Held(Lock),
    /// Another tab has it.
    Taken,
    /// The browser has no locks, and nobody can be asked.
    NoLocks,
}

/// Waits for the lock of a name.
pub async fn lock(name: &str) -> Locked {
    ask(name, false).await.unwrap_or(Locked::NoLocks)
}

/// Takes the lock of a name if nobody has it. Without locks of the browser, the tabs are asked whether one of them has
/// it: a tab that sleeps does not answer, and what two of them do under one name must not harm for that.
pub async fn try_lock(name: &str) -> Locked {
    match ask(name, true).await {
        Some(locked) => locked,
        None => Word::of(name).await,
    }
}

async fn ask(name: &str, only_if_free: bool) -> Option<Locked> {
    let navigator = web_sys::window()?.navigator();
    // Without a secure context there is no such object.
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &only_if_free.into());
    // Whoever does not wait for it any more lets go of it at once: it is released when nobody has it.
    let mine = Rc::new(RefCell::new(None));
    let answered = Promise::new(&mut |resolve, reject| {
        let mine = mine.clone();
        // The lock is held for as long as the promise that this gives is open.
        let hold = Closure::once_into_js(move |lock: JsValue| {
            let held = Promise::new(&mut |end, _| {
                if lock.is_null() {
                    let _ = end.call0(&JsValue::UNDEFINED);
                } else {
                    mine.replace(Some(Lock(Hold::Browser(end))));
                }
            });
            let _ = resolve.call0(&JsValue::UNDEFINED);
            JsValue::from(held)
        });
        let asked = request.call3(&locks, &name.into(), &options, &hold);
        // A request that is refused has to end the waiting too.
        let refused = Closure::once_into_js(move |error: JsValue| {
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        });
        let promise = asked.unwrap_or_else(|error| Promise::reject(&error).into());
        let catch = Reflect::get(&promise, &"catch".into()).and_then(JsCast::dyn_into::<Function>);
        let _ = catch.and_then(|catch| catch.call1(&promise, &refused));
    });
    JsFuture::from(answered).await.ok()?;
    Some(mine.take().map_or(Locked::Taken, Locked::Held))
}

/// So long, in milliseconds, other tabs have for an answer.
const ANSWERED_WITHIN: i32 = 150;

/// A name that this tab has by its word: it says so to every tab that asks.
struct Word {
    channel: web_sys::BroadcastChannel,
    _listener: Closure<dyn Fn(JsValue)>,
}

impl Drop for Word {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

impl Word {
    /// Asks who has a name. Of two that ask at the same time, the one with the lower number has it.
    async fn of(name: &str) -> Locked {
        let Ok(channel) = web_sys::BroadcastChannel::new(name) else { return Locked::NoLocks };
        let number = (js_sys::Math::random() * 1e9).floor();
        let (has_it, is_taken) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
        let listener = Closure::<dyn Fn(JsValue)>::new({
            let (channel, has_it, is_taken) = (channel.clone(), has_it.clone(), is_taken.clone());
            move |event: JsValue| {
                let asked = Reflect::get(&event, &"data".into()).ok().and_then(|data| data.as_f64());
                match asked {
                    // Somebody asks.
                    Some(other) if has_it.get() || other > number => {
                        // A channel that is closed has nobody to tell.
                        let _ = channel.post_message(&JsValue::NULL);
                    }
                    // Somebody who asks goes first, or somebody has it.
                    _ if !has_it.get() => is_taken.set(true),
                    _ => {}
                }
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        let word = Self { channel, _listener: listener };
        // A channel that was just opened is not closed.
        let _ = word.channel.post_message(&number.into());
        wait(ANSWERED_WITHIN).await;
        if is_taken.get() {
            return Locked::Taken;
        }
        has_it.set(true);
        Locked::Held(Lock(Hold::Word(word)))
    }
}
