//! Sheets and dialogs in the browser's history, where the back button is at hand: it closes what lies over the page, and
//! leaves the page as it is.
//!
//! What opens puts a step after the present one, under the same address. Going back from there closes it; whoever closes
//! it otherwise goes back. An address that changes meanwhile gets its place before that step.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::address;
use super::page::matches_media;
use super::steps::{go_back, name_step, push_step, step};

/// Phones and what is held in a hand.
const BY_HAND: &str = "(max-width: 44rem), (pointer: coarse)";
/// What the history calls a step over which something lies.
pub(super) const UNDER: &str = "under";
/// What it calls the step after it.
pub(super) const OVER: &str = "over";

/// Something open: its number, and how it is closed.
type Open = (u32, Rc<dyn Fn()>);

thread_local! {
    /// What is open, the last one on top.
    static OPEN: RefCell<Vec<Open>> = const { RefCell::new(Vec::new()) };
    static LAST: Cell<u32> = const { Cell::new(0) };
    /// The address of the page under it.
    static ADDRESS: RefCell<String> = const { RefCell::new(String::new()) };
    /// Steps back that nobody but this has asked for.
    static TIDYING: Cell<u32> = const { Cell::new(0) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// Something that lies over the page, until this is dropped.
pub struct Overlay(u32);

impl Overlay {
    /// Lets the back button call `close`. `None` where there is none at hand, and within forms, whose steps have a
    /// place of their own in the history.
    pub fn open(close: impl Fn() + 'static) -> Option<Self> {
        let here = step();
        let is_free = here.as_deref().is_none_or(|here| here == UNDER || here == OVER);
        if !is_free || !matches_media(BY_HAND) {
            return None;
        }
        if !LISTENS.replace(true) {
            listen();
        }
        if here.as_deref() != Some(OVER) {
            name_step(UNDER);
            push_step(OVER);
        }
        moved_to(&address::now());
        let number = LAST.get().wrapping_add(1);
        LAST.set(number);
        OPEN.with_borrow_mut(|open| open.push((number, Rc::new(close))));
        Some(Self(number))
    }
}

impl Drop for Overlay {
    fn drop(&mut self) {
        let is_last = OPEN.with_borrow_mut(|open| {
            open.retain(|(number, _)| *number != self.0);
            open.is_empty()
        });
        if is_last && step().as_deref() == Some(OVER) {
            tidy();
        }
    }
}

/// The app has changed the address.
pub(super) fn moved_to(address: &str) {
    ADDRESS.with_borrow_mut(|known| address.clone_into(known));
}

fn tidy() {
    TIDYING.set(TIDYING.get() + 1);
    go_back(1);
}

fn listen() {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
        if TIDYING.get() > 0 {
            TIDYING.set(TIDYING.get() - 1);
            event.stop_immediate_propagation();
            return;
        }
        let here = step();
        let (top, below) = OPEN.with_borrow(|open| (open.last().cloned(), open.len().saturating_sub(1)));
        match (here.as_deref(), top) {
            (Some(UNDER), Some((_, close))) => {
                event.stop_immediate_propagation();
                let known = ADDRESS.with_borrow(Clone::clone);
                if known != address::now()
                    && let Some(history) = web_sys::window().and_then(|window| window.history().ok())
                {
                    // What was amended under what lay over it stays. A browser that refuses shows the older address.
                    let _ = history.replace_state_with_url(&UNDER.into(), "", Some(&known));
                }
                if below > 0 {
                    push_step(OVER);
                }
                close();
            }
            // A link led away from what was open: its step is left behind.
            (Some(OVER), None) => tidy(),
            _ => {}
        }
    });
    // Before anybody else hears of it. Adding a listener to a window cannot fail.
    let function = listener.as_ref().unchecked_ref();
    let _ = window.add_event_listener_with_callback_and_bool("popstate", function, true);
    listener.forget();
}
