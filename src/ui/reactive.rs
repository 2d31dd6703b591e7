//! What follows signals, with its function boxed: the code around each, some kilobytes of WebAssembly, is then made once for a
//! type and not once for every function. The first load is made of these; chunks may as well use Leptos directly.

use std::sync::{Arc, Mutex};

use leptos::prelude::{Effect, Memo};
use leptos::tachys::reactive_graph::SharedReactiveFunction;

/// A part of a view, or the value of an attribute, that follows signals.
pub fn live<T: 'static>(of: impl FnMut() -> T + Send + 'static) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(of))
}

/// Does something now and whenever a signal that it reads has changed; it is told whether this is the first time.
pub fn effect(run: impl FnMut(bool) + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(mut run: Box<dyn FnMut(bool)>) {
    Effect::new(move |before: Option<()>| run(before.is_none()));
}

/// A value that follows signals, and tells of a change only where it is another one; it is given the value before.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    of: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed_memo(Box::new(of))
}

/// What makes the value of a memo of the one before.
type Of<T> = Box<dyn Fn(Option<&T>) -> T + Send + Sync>;

fn boxed_memo<T: PartialEq + Send + Sync + 'static>(of: Of<T>) -> Memo<T> {
    Memo::new(of)
}
