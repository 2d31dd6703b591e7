//! One at a time among all tabs: Web Locks.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A lock that this tab holds until this is dropped. The browser takes it back when the tab dies.
pub struct Lock(Function);

impl Drop for Lock {
    fn drop(&mut self) {
        // The function of a promise does not throw.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// What came of asking for a lock.
pub enum Locked {
    /// This tab has it.
    Held(Lock),
    /// Another tab has it.
    Taken,
    /// The browser has no locks.
    NoLocks,
}

/// Waits for the lock of a name.
pub async fn lock(name: &str) -> Locked {
    ask(name, false).await.unwrap_or(Locked::NoLocks)
}

/// Takes the lock of a name if nobody has it.
pub async fn try_lock(name: &str) -> Locked {
    ask(name, true).await.unwrap_or(Locked::NoLocks)
}

async fn ask(name: &str, only_if_free: bool) -> Option<Locked> {
    let navigator = web_sys::window()?.navigator();
    // Without a secure context there is no such object.
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &only_if_free.into());
    let release = Rc::new(RefCell::new(None));
    let answered = Promise::new(&mut |resolve, reject| {
        let release = release.clone();
        // The lock is held for as long as the promise that this gives is open.
        let hold = Closure::once_into_js(move |lock: JsValue| {
            let held = Promise::new(&mut |end, _| {
                if lock.is_null() {
                    let _ = end.call0(&JsValue::UNDEFINED);
                } else {
                    release.replace(Some(end));
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
    Some(release.take().map_or(Locked::Taken, |end| Locked::Held(Lock(end))))
}
