//! The one place where what a visitor typed and submitted is kept on this device: texts by name, in `IndexedDB`.
//!
//! Nothing else in the app stores anything about a person. At a screen that many people use it keeps nothing but
//! envelopes that nobody there can open; all else is in the memory of the visit ([`super::visit`]).

mod connection;
mod held;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use idb::{Database, Error, ObjectStore, Request as _, StoreEvent as _, TransactionMode};
use js_sys::{Promise, Reflect};
use thiserror::Error;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::embedding::is_embedded;
use super::scope::{names, scoped};
use super::visit;

pub(super) use connection::{cause, open_database, settled};
use connection::{connect, database_names, databases, forget};
use held::HELD;

/// Where it is tried out whether anything can be kept.
const TRIAL: &str = "trial";
/// More than a sign-up takes up, in bytes.
const TRIAL_SIZE: usize = 65_536;

/// Why something could not be kept or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The browser's settings deny storage to this page.
    #[error("this browser does not let the page keep anything")]
    Denied,
    /// There is no room left.
    #[error("there is no room left to keep anything")]
    Full,
    /// The browser's storage does not work as it should.
    #[error("the browser's storage does not work")]
    Broken,
    /// A later version of the app has been here, and has changed how things are kept.
    #[error("what is kept here is kept by a later version of the app")]
    Newer,
}

/// What is in a drawer.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// The texts with their names, in the order of these.
    pub texts: Vec<(String, String)>,
    /// What is no text, or has no text for a name, by the keys that it is kept under: none of it is the app's.
    pub foreign: Vec<Foreign>,
}

/// Something that is kept and is no text.
#[derive(Debug, Clone)]
pub struct Foreign {
    key: JsValue,
    value: JsValue,
}

impl Foreign {
    /// Its key and what it is, as JSON as far as it can be said in JSON.
    pub fn to_json(&self) -> String {
        let said = |value: &JsValue| {
            js_sys::JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or("null".to_owned())
        };
        format!("{{\"key\":{},\"value\":{}}}", said(&self.key), said(&self.value))
    }
}

/// Where a text is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawer {
    /// Forms that are being filled in.
    Drafts,
    /// Forms that were submitted.
    Outbox,
}

impl Drawer {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Outbox => "outbox",
        }
    }
}

/// One change of what is kept.
#[derive(Debug, Clone)]
pub enum Change {
    /// Keep a text under a name, in place of the one there was.
    Put(Drawer, String, String),
    /// Keep a text under a name, unless there is one already.
    Add(Drawer, String, String),
    /// Remove a text.
    Remove(Drawer, String),
    /// Remove something that is no text.
    RemoveForeign(Drawer, Foreign),
}

/// What went wrong in an answer, when the transaction was under way already.
#[derive(Clone, Default)]
struct Late(Rc<Cell<Option<StoreError>>>);

impl Late {
    /// Ends the transaction of a store where something could not be asked for: a request that throws at once does not
    /// end it, and what was asked for before would be kept without it.
    fn unless(&self, asked: Result<(), Error>, store: &ObjectStore) {
        if let Err(error) = asked {
            self.0.set(Some(cause(&error)));
            // It cannot be over yet: this is the answer to one of its requests.
            let _ = store.transaction().abort();
        }
    }
}

/// The name of the store of envelopes.
const SEALED: &str = "sealed";
/// The name of the store of the mark of a locked screen, and that of the mark in it.
const LOCK: &str = "kiosk/lock";

/// Access to what is kept.
#[derive(Clone)]
pub struct Store {
    /// `None` where it is the memory of a visit.
    database: Option<Rc<Database>>,
    /// It is that of this deployment, not one that an earlier version has left.
    own: bool,
}

impl Store {
    /// Opens the store, and makes it where there is none yet.
    pub async fn open() -> Result<Self, StoreError> {
        if visit::is_kiosk() {
            return Ok(Self { database: None, own: true });
        }
        let store = Self { database: Some(connect().await?), own: true };
        store.take_held(&scoped(HELD)).await;
        Ok(store)
    }

    /// Opens the store of envelopes, which stays when a visit is over. They are in its outbox.
    pub async fn sealed() -> Result<Self, StoreError> {
        let (database, _) = open_database(&scoped(SEALED)).await?;
        let store = Self { database: Some(Rc::new(database)), own: false };
        // Before the deployment had an identifier they were kept under its folder.
        let known = databases().await.unwrap_or_default();
        for name in names(SEALED).into_iter().skip(1).filter(|name| known.contains(name)) {
            if let Ok((database, _)) = open_database(&name).await {
                let earlier = Self { database: Some(Rc::new(database)), own: false };
                earlier.move_to(&store, Drawer::Outbox).await;
            }
        }
        Ok(store)
    }

    /// Moves all texts of a drawer; what could not be written there stays here.
    async fn move_to(&self, other: &Self, drawer: Drawer) {
        for (key, text) in self.all(drawer).await.unwrap_or_default().texts {
            if other.write(&[Change::Add(drawer, key.clone(), text)]).await.is_ok() {
                // What is here still is moved the next time, and changes nothing there.
                let _ = self.write(&[Change::Remove(drawer, key)]).await;
            }
        }
    }

    /// The stores of earlier names that are there, each with the scope in front of its names.
    pub async fn earlier() -> Vec<(String, Self)> {
        let mut stores = Vec::new();
        if visit::is_kiosk() {
            return stores;
        }
        let own = database_names();
        for (scope, name) in names("").into_iter().zip(&own).skip(1) {
            if databases().await.is_none_or(|known| known.contains(name))
                && let Ok((database, _)) = open_database(name).await
            {
                stores.push((scope, Self { database: Some(Rc::new(database)), own: false }));
            }
        }
        stores
    }

    /// Whether something as large as a sign-up can be kept.
    pub async fn try_out() -> Result<(), StoreError> {
        if visit::is_kiosk() {
            return Ok(());
        }
        let text = "0".repeat(TRIAL_SIZE);
        let store = Self::open().await?;
        let key = JsValue::from(TRIAL);
        store
            .transact(TransactionMode::ReadWrite, |drawer, _| {
                drawer(TRIAL)?.put(&text.as_str().into(), Some(&key)).map(drop)
            })
            .await?;
        store
            .transact(TransactionMode::ReadWrite, |drawer, _| drawer(TRIAL)?.delete(key.clone()).map(drop))
            .await
    }

    /// The text under a name.
    pub async fn get(&self, drawer: Drawer, key: &str) -> Result<Option<String>, StoreError> {
        if self.database.is_none() {
            return Ok(visit::get(drawer, key));
        }
        let found = Rc::new(RefCell::new(None));
        self.transact(TransactionMode::ReadOnly, |open, _| {
            let mut request = open(drawer.name())?.get(JsValue::from(key))?;
            let found = found.clone();
            request.on_success(move |event| {
                found.replace(event.result().ok().flatten().and_then(|text| text.as_string()));
            });
            request.forget_callbacks();
            Ok(())
        })
        .await?;
        Ok(found.take())
    }

    /// All that is in a drawer.
    pub async fn all(&self, drawer: Drawer) -> Result<Contents, StoreError> {
        if self.database.is_none() {
            return Ok(visit::all(drawer));
        }
        let (keys, texts) = (Rc::new(RefCell::new(Vec::new())), Rc::new(RefCell::new(Vec::new())));
        self.transact(TransactionMode::ReadOnly, |open, _| {
            let store = open(drawer.name())?;
            let mut request = store.get_all_keys(None, None)?;
            let found = keys.clone();
            request.on_success(move |event| {
                found.replace(event.result().unwrap_or_default());
            });
            request.forget_callbacks();
            let mut request = store.get_all(None, None)?;
            let found = texts.clone();
            request.on_success(move |event| {
                found.replace(event.result().unwrap_or_default());
            });
            request.forget_callbacks();
            Ok(())
        })
        .await?;
        let mut contents = Contents::default();
        for (key, value) in keys.take().into_iter().zip(texts.take()) {
            match (key.as_string(), value.as_string()) {
                (Some(name), Some(text)) => contents.texts.push((name, text)),
                _ => contents.foreign.push(Foreign { key, value }),
            }
        }
        Ok(contents)
    }

    /// Makes several changes, all or none.
    pub async fn write(&self, changes: &[Change]) -> Result<(), StoreError> {
        if self.database.is_none() {
            visit::write(changes);
            return Ok(());
        }
        self.transact(TransactionMode::ReadWrite, |open, fault| {
            for change in changes {
                match change {
                    Change::Put(drawer, key, text) => {
                        open(drawer.name())?.put(&text.as_str().into(), Some(&key.as_str().into()))?;
                    }
                    Change::Add(drawer, key, text) => {
                        let store = open(drawer.name())?;
                        let mut request = store.get(JsValue::from(key.as_str()))?;
                        let (key, text) = (JsValue::from(key.as_str()), JsValue::from(text.as_str()));
                        let fault = fault.clone();
                        request.on_success(move |event| {
                            let asked = match event.result() {
                                Ok(None) => store.put(&text, Some(&key)).map(drop),
                                other => other.map(drop),
                            };
                            fault.unless(asked, &store);
                        });
                        request.forget_callbacks();
                    }
                    Change::Remove(drawer, key) => {
                        open(drawer.name())?.delete(JsValue::from(key.as_str()))?;
                    }
                    Change::RemoveForeign(drawer, foreign) => {
                        open(drawer.name())?.delete(foreign.key.clone())?;
                    }
                }
            }
            Ok(())
        })
        .await
    }

    /// Puts `next` in the place of `seen`, or removes it; only if `seen` is still what is kept under that name.
    /// Returns whether it was.
    pub async fn replace(
        &self,
        drawer: Drawer,
        key: &str,
        seen: &str,
        next: Option<&str>,
    ) -> Result<bool, StoreError> {
        if self.database.is_none() {
            return Ok(visit::replace(drawer, key, seen, next));
        }
        let done = Rc::new(Cell::new(false));
        self.transact(TransactionMode::ReadWrite, |open, fault| {
            let store = open(drawer.name())?;
            let mut request = store.get(JsValue::from(key))?;
            let (done, fault) = (done.clone(), fault.clone());
            let (key, seen, next) = (JsValue::from(key), seen.to_owned(), next.map(JsValue::from));
            // In the answer itself: nobody can come in between, and the transaction is still open.
            request.on_success(move |event| {
                let asked = event.result().and_then(|kept| {
                    if kept.and_then(|text| text.as_string()).as_deref() != Some(seen.as_str()) {
                        return Ok(());
                    }
                    done.set(true);
                    match next {
                        Some(next) => store.put(&next, Some(&key)).map(drop),
                        None => store.delete(key).map(drop),
                    }
                });
                fault.unless(asked, &store);
            });
            request.forget_callbacks();
            Ok(())
        })
        .await?;
        Ok(done.get())
    }

    /// Does what `work` asks for in one transaction, and waits until it is written.
    async fn transact(
        &self,
        mode: TransactionMode,
        work: impl Fn(&dyn Fn(&str) -> Result<ObjectStore, Error>, &Late) -> Result<(), Error>,
    ) -> Result<(), StoreError> {
        let names = [Drawer::Drafts.name(), Drawer::Outbox.name(), TRIAL];
        let Some(database) = &self.database else { return Err(StoreError::Broken) };
        let transaction = if let Ok(transaction) = database.transaction(&names, mode) {
            transaction
        } else if !self.own {
            return Err(StoreError::Broken);
        } else {
            // A browser may close a connection on its own; then another one is needed.
            forget();
            connect().await?.transaction(&names, mode).map_err(|error| cause(&error))?
        };
        let late = Late::default();
        let asked = work(&|name| transaction.object_store(name), &late);
        match asked {
            // What ended it says more than that it was ended.
            Ok(()) => settled(transaction).await.map_err(|error| late.0.get().unwrap_or(error)),
            Err(error) => {
                // What was asked for before must not be half of it.
                let _ = transaction.abort();
                Err(cause(&error))
            }
        }
    }
}

/// The mark that a screen is locked, where there is one. It is in a database, because what is written there is on the disk
/// when the browser says so: the power may fail right after.
pub async fn lock_mark() -> Result<Option<String>, StoreError> {
    lock_store().await?.get(Drawer::Outbox, LOCK).await
}

/// Puts a mark that the screen is locked, or takes it away.
pub async fn set_lock_mark(mark: Option<&str>) -> Result<(), StoreError> {
    let change = match mark {
        Some(mark) => Change::Put(Drawer::Outbox, LOCK.to_owned(), mark.to_owned()),
        None => Change::Remove(Drawer::Outbox, LOCK.to_owned()),
    };
    lock_store().await?.write(&[change]).await
}

async fn lock_store() -> Result<Store, StoreError> {
    let (database, _) = open_database(&scoped(LOCK)).await?;
    Ok(Store { database: Some(Rc::new(database)), own: false })
}

/// Has the browser asked not to clear what is kept when room gets short, or, without `ask`, says whether it will not.
/// A browser that does not tell may do it.
pub async fn is_lasting(ask: bool) -> bool {
    let name = if ask { "persist" } else { "persisted" };
    let asked = || {
        let navigator = web_sys::window()?.navigator();
        let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
        let function = Reflect::get(&storage, &name.into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
        function.call0(&storage).ok()
    };
    let Some(promise) = asked() else { return false };
    JsFuture::from(Promise::resolve(&promise)).await.is_ok_and(|lasting| lasting.is_truthy())
}

/// Whether there is a database from an earlier visit; `true` where the browser does not tell.
pub async fn has_store() -> bool {
    if is_embedded() || visit::is_kiosk() {
        return false;
    }
    let ours = database_names();
    databases().await.is_none_or(|known| known.iter().any(|name| ours.contains(name)))
}
