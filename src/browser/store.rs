//! The one place where what a visitor typed and submitted is kept on this device: texts by name, in `IndexedDB`.
//!
//! Nothing else in the app stores anything about a person. At a screen that many people use it keeps nothing but
//! envelopes that nobody there can open; all else is in the memory of the visit ([`super::visit`]).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use idb::{
    Database, DatabaseEvent as _, Error, Factory, ObjectStore, ObjectStoreParams, Request as _,
    StoreEvent as _, Transaction, TransactionMode,
};
use js_sys::{Promise, Reflect};
use thiserror::Error;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::embedding::is_embedded;
use super::scope::{names, scoped};
use super::visit;

/// Its version: the number goes up when a drawer is added, never because of what is in one.
const VERSION: u32 = 1;
/// Where it is tried out whether anything can be kept.
const TRIAL: &str = "trial";
/// The name in that drawer under which stands which database it is: one that was deleted and made anew is another one.
const WHICH: &str = "which";
/// Where a draft is held while the page is being left.
const HELD: &str = "held/1";
/// Where it is noted of what could not be kept itself that it was posted: one key a line.
const POSTED: &str = "posted/1";
/// So many keys are noted at most, the latest.
const MOST_POSTED: usize = 200;
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

/// What was held when a page was left: a browser may end a transaction then, but not this.
#[derive(Clone, PartialEq, Eq)]
struct Held {
    key: String,
    text: String,
}

impl Held {
    fn read(name: &str) -> Option<Self> {
        let kept = super::storage::read(name).ok().flatten()?;
        let (key, text) = kept.split_once('\n')?;
        Some(Self { key: key.to_owned(), text: text.to_owned() })
    }

    fn forget(name: &str) {
        // What cannot be removed could not be kept either.
        let _ = super::storage::remove(name);
    }
}

/// A database that was met, by what was written into it when it was made; `None` for one without that word.
struct Met(Option<String>);

thread_local! {
    static OPENED: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
    /// Resolved when the connection is opened, while somebody is opening it.
    static CONNECTING: RefCell<Option<Promise>> = const { RefCell::new(None) };
    /// The database that this page met last.
    static MET: RefCell<Option<Met>> = const { RefCell::new(None) };
    /// Whether another one has taken its place since.
    static REPLACED: Cell<bool> = const { Cell::new(false) };
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

    /// Puts what is held under a name among the drafts.
    pub async fn take_held(&self, name: &str) {
        let Some(held) = Held::read(name) else { return };
        let put = Change::Put(Drawer::Drafts, held.key.clone(), held.text.clone());
        // Where there is no room it stays held: what is kept already can be read and sent all the same. And another
        // tab may have held something since.
        if self.write(&[put]).await.is_ok() && Held::read(name).as_ref() == Some(&held) {
            Held::forget(name);
        }
    }

    /// The name under which a deployment of that scope holds what is kept while the page is being left.
    pub fn held_name(scope: &str) -> String {
        [scope, HELD].concat()
    }

    /// Holds a draft while the page is being left, when there is no time for more; [`Store::open`] puts it among the
    /// others. Whoever keeps it in the usual way after all calls [`Store::release`].
    pub fn hold(key: &str, text: &str) {
        // Where even this is denied there is nothing left to be done.
        let _ = super::storage::write(&scoped(HELD), &[key, "\n", text].concat());
    }

    /// Forgets what was held of a draft.
    pub fn release(key: &str) {
        let name = scoped(HELD);
        if Held::read(&name).is_some_and(|held| held.key == key) {
            Held::forget(&name);
        }
    }

    /// The keys of what was posted from this device and could not be kept with that word.
    pub fn posted() -> Vec<String> {
        // Of all names: a key stands for one entry, wherever that was submitted.
        let texts = names(POSTED).into_iter().filter_map(|name| super::storage::read(&name).ok().flatten());
        texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    /// Notes that something is about to be posted which cannot be kept itself: a key has room where nothing else has.
    pub fn note_posted(key: &str) {
        let mut keys = Self::posted();
        if keys.iter().any(|known| known == key) {
            return;
        }
        keys.push(key.to_owned());
        let latest = &keys[keys.len().saturating_sub(MOST_POSTED)..];
        // Where even this is denied there is nothing left to be done.
        let _ = super::storage::write(&scoped(POSTED), &latest.join("\n"));
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

    /// Whether what this page has kept was deleted from outside since it was opened; asked once, it is no news.
    pub fn was_replaced() -> bool {
        REPLACED.replace(false)
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

/// The names of this deployment's database, the present one first.
fn database_names() -> Vec<String> {
    let name = |scope: String| match scope.strip_suffix('/') {
        Some(name) => name.to_owned(),
        None => scope,
    };
    names("").into_iter().map(name).collect()
}

/// The names of all databases of this origin; `None` where the browser does not tell.
async fn databases() -> Option<Vec<String>> {
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into()).ok()?;
    let list = Reflect::get(&factory, &"databases".into()).ok()?;
    let promise = list.dyn_into::<js_sys::Function>().ok()?.call0(&factory).ok()?;
    let known = JsFuture::from(Promise::resolve(&promise)).await.ok()?;
    let name = |known| Reflect::get(&known, &"name".into()).ok()?.as_string();
    Some(js_sys::Array::from(&known).iter().filter_map(name).collect())
}

/// Whoever opens the connection, while the others wait: a second connection would be in nobody's hands, and be in the
/// way of a later version that wants to change the database.
struct Turn(js_sys::Function);

impl Drop for Turn {
    fn drop(&mut self) {
        CONNECTING.take();
        call(&self.0, &JsValue::UNDEFINED);
    }
}

impl Turn {
    /// Waits for one's turn.
    async fn of() -> Self {
        while let Some(promise) = CONNECTING.with_borrow(Clone::clone) {
            // The promise is only ever resolved.
            let _ = JsFuture::from(promise).await;
        }
        let mut end = None;
        let promise = Promise::new(&mut |resolve, _| end = Some(resolve));
        CONNECTING.set(Some(promise));
        Self(end.unwrap_or_default())
    }
}

/// The connection of this tab.
async fn connect() -> Result<Rc<Database>, StoreError> {
    if let Some(database) = OPENED.with_borrow(Clone::clone) {
        return Ok(database);
    }
    let _turn = Turn::of().await;
    if let Some(database) = OPENED.with_borrow(Clone::clone) {
        return Ok(database);
    }
    let (mut database, is_new) = open_database(&database_names().swap_remove(0)).await?;
    // A later version of the app in another tab must be able to change the database.
    database.on_version_change(|_| forget());
    database.on_close(|_| forget());
    let database = Rc::new(database);
    OPENED.set(Some(database.clone()));
    if is_new {
        // Where there is no room for a name, nobody notices in other tabs that the database was deleted.
        let _ = give_name(&database).await;
    }
    let which = which(&database).await;
    let met = MET.replace(Some(Met(which.clone())));
    if met.is_some_and(|Met(met)| is_new || met.is_some() && met != which) {
        REPLACED.set(true);
    }
    Ok(database)
}

/// Notes in a database which one it is.
async fn give_name(database: &Database) -> Option<()> {
    let transaction = database.transaction(&[TRIAL], TransactionMode::ReadWrite).ok()?;
    let name = super::random_bytes::<8>().map(|byte| byte.to_string()).join(".");
    transaction.object_store(TRIAL).ok()?.put(&name.into(), Some(&WHICH.into())).ok()?;
    settled(transaction).await.ok()
}

/// Which database it is; `None` for one of an earlier version.
async fn which(database: &Database) -> Option<String> {
    let transaction = database.transaction(&[TRIAL], TransactionMode::ReadOnly).ok()?;
    let found = Rc::new(RefCell::new(None));
    let mut request = transaction.object_store(TRIAL).ok()?.get(JsValue::from(WHICH)).ok()?;
    let answered = found.clone();
    request.on_success(move |event| {
        answered.replace(event.result().ok().flatten().and_then(|text| text.as_string()));
    });
    request.forget_callbacks();
    settled(transaction).await.ok()?;
    found.take()
}

fn forget() {
    if let Some(database) = OPENED.take() {
        database.close();
    }
}

/// Opens a database; whether it was made for that.
pub(super) async fn open_database(name: &str) -> Result<(Database, bool), StoreError> {
    let is_new = Rc::new(Cell::new(false));
    let made = is_new.clone();
    if is_embedded() {
        return Err(StoreError::Denied);
    }
    let factory = Factory::new().map_err(|_| StoreError::Denied)?;
    let mut request = factory.open(name, Some(VERSION)).map_err(|error| cause(&error))?;
    request.on_upgrade_needed(move |event| {
        let Ok(database) = event.database() else { return };
        for name in [Drawer::Drafts.name(), Drawer::Outbox.name(), TRIAL] {
            // One that is there already stays as it is.
            let _ = database.create_object_store(name, ObjectStoreParams::new());
        }
        made.set(true);
    });
    let answer = Promise::new(&mut |resolve, reject| {
        request.on_success(move |_| call(&resolve, &JsValue::UNDEFINED));
        request.on_error(move |event| {
            let error = idb::Event::target(&event).and_then(|request| request.error()).ok().flatten();
            call(&reject, &error.into());
        });
    });
    JsFuture::from(answer).await.map_err(|error| named(&error).unwrap_or(StoreError::Denied))?;
    let database = request.database().map_err(|error| cause(&error))?;
    Ok((database, is_new.get()))
}

/// Waits until a transaction is through.
pub(super) async fn settled(mut transaction: Transaction) -> Result<(), StoreError> {
    let answer = Promise::new(&mut |resolve, reject| {
        transaction.on_complete(move |_| call(&resolve, &JsValue::UNDEFINED));
        // An error of a request is followed by this.
        transaction.on_abort(move |event| {
            let target = event.target().map(JsValue::from).unwrap_or_default();
            call(&reject, &Reflect::get(&target, &"error".into()).unwrap_or_default());
        });
    });
    let settled = JsFuture::from(answer).await;
    drop(transaction);
    settled.map(drop).map_err(|error| named(&error).unwrap_or(StoreError::Broken))
}

fn call(function: &js_sys::Function, with: &JsValue) {
    // The functions of a promise do not throw.
    let _ = function.call1(&JsValue::UNDEFINED, with);
}

pub(super) fn cause(error: &Error) -> StoreError {
    let value = match error {
        Error::IndexedDbNotFound(_) => return StoreError::Denied,
        Error::IndexedDbOpenFailed(value) => return named(value).unwrap_or(StoreError::Denied),
        Error::TransactionOpenFailed(value)
        | Error::UpdateFailed(value)
        | Error::GetFailed(value)
        | Error::GetAllFailed(value) => value,
        _ => return StoreError::Broken,
    };
    named(value).unwrap_or(StoreError::Broken)
}

/// What the name of an exception means.
fn named(error: &JsValue) -> Option<StoreError> {
    match Reflect::get(error, &"name".into()).ok()?.as_string()?.as_str() {
        "QuotaExceededError" => Some(StoreError::Full),
        "SecurityError" | "NotAllowedError" => Some(StoreError::Denied),
        "VersionError" => Some(StoreError::Newer),
        _ => None,
    }
}
