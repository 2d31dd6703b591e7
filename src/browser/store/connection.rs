//! The connection to the database: one in a tab, opened when it is first needed, and told apart from one that took its place.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use idb::{
    Database, DatabaseEvent as _, Error, Factory, ObjectStoreParams, Request as _, StoreEvent as _,
    Transaction, TransactionMode,
};
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::browser::embedding::is_embedded;
use crate::browser::random_bytes;
use crate::browser::scope::names;

use super::{Drawer, Store, StoreError, TRIAL};

/// Its version: the number goes up when a drawer is added, never because of what is in one.
const VERSION: u32 = 1;
/// The name in that drawer under which stands which database it is: one that was deleted and made anew is another one.
const WHICH: &str = "which";

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
    /// Called when the connection goes that was open.
    static LOST: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
}

impl Store {
    /// Whether what this page has kept was deleted from outside since it was opened; asked once, it is no news.
    pub fn was_replaced() -> bool {
        REPLACED.replace(false)
    }

    /// Calls `then` when the database is deleted, or changed by a later version, while this page has it open; for as long as
    /// the page lives.
    pub fn on_lost(then: impl Fn() + 'static) {
        LOST.set(Some(Rc::new(then)));
    }
}

/// The names of this deployment's database, the present one first.
pub(super) fn database_names() -> Vec<String> {
    let name = |scope: String| match scope.strip_suffix('/') {
        Some(name) => name.to_owned(),
        None => scope,
    };
    names("").into_iter().map(name).collect()
}

/// The names of all databases of this origin; `None` where the browser does not tell.
pub(super) async fn databases() -> Option<Vec<String>> {
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
pub(super) async fn connect() -> Result<Rc<Database>, StoreError> {
    if let Some(database) = OPENED.with_borrow(Clone::clone) {
        return Ok(database);
    }
    let _turn = Turn::of().await;
    if let Some(database) = OPENED.with_borrow(Clone::clone) {
        return Ok(database);
    }
    let (mut database, is_new) = open_database(&database_names().swap_remove(0)).await?;
    // A later version of the app in another tab must be able to change the database.
    database.on_version_change(|_| lose());
    database.on_close(|_| lose());
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
    let name = random_bytes::<8>().map(|byte| byte.to_string()).join(".");
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

/// The database goes, and whoever has something of it in memory looks what there is now.
fn lose() {
    forget();
    if let Some(then) = LOST.with_borrow(Clone::clone) {
        then();
    }
}

pub(super) fn forget() {
    if let Some(database) = OPENED.take() {
        database.close();
    }
}

/// Opens a database; whether it was made for that.
pub(in crate::browser) async fn open_database(name: &str) -> Result<(Database, bool), StoreError> {
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
pub(in crate::browser) async fn settled(mut transaction: Transaction) -> Result<(), StoreError> {
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

pub(in crate::browser) fn cause(error: &Error) -> StoreError {
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
