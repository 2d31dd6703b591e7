//! What is on the operator's desk, kept on this device: values by name, in a database of its own beside what visitors
//! submit, because a workbook of many megabytes must never be in the way of a sign-up.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use idb::{Database, Request as _, StoreEvent as _, TransactionMode};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};

use super::files::Brought;
use super::scope::scoped;
use super::store::{Drawer, StoreError, cause, open_database, settled};

/// What the database is called, behind the scope.
const NAME: &str = "desk";
/// The store in it that is used: every database of the app is made with the same ones.
const DRAWER: &str = Drawer::Drafts.name();

/// A value that is kept.
#[derive(Debug, Clone)]
pub enum KeptValue {
    /// A text.
    Text(String),
    /// A file with its name.
    File(Arc<Brought>),
    /// Several of them.
    Files(Vec<Arc<Brought>>),
}

/// Access to what is kept of the desk.
#[derive(Clone)]
pub struct DeskStore(Rc<Database>);

impl DeskStore {
    /// Opens the store. [`StoreError::Denied`] in a frame on another page, where nothing is stored.
    pub async fn open() -> Result<Self, StoreError> {
        let (mut database, _) = open_database(&scoped(NAME)).await?;
        // Whoever deletes it, as "clear site data" does, does not have to wait for this page.
        database.on_version_change(|event| {
            if let Ok(database) = idb::DatabaseEvent::database(&event) {
                database.close();
            }
        });
        Ok(Self(Rc::new(database)))
    }

    /// Keeps a value under a name, in place of the one there was; `None` removes it.
    pub async fn put(&self, name: &str, value: Option<KeptValue>) -> Result<(), StoreError> {
        let failed = |error| cause(&error);
        let transaction = self.0.transaction(&[DRAWER], TransactionMode::ReadWrite).map_err(failed)?;
        let store = transaction.object_store(DRAWER).map_err(failed)?;
        let asked = match value {
            Some(KeptValue::Text(text)) => store.put(&text.into(), Some(&name.into())).map(drop),
            Some(KeptValue::File(file)) => store.put(&pair(&file), Some(&name.into())).map(drop),
            Some(KeptValue::Files(files)) => {
                let all: Array = files.iter().map(|file| pair(file)).collect();
                store.put(&all, Some(&name.into())).map(drop)
            }
            None => store.delete(JsValue::from(name)).map(drop),
        };
        asked.map_err(failed)?;
        settled(transaction).await
    }

    /// The value under a name; `None` where there is none, or one that the app has not put there.
    pub async fn get(&self, name: &str) -> Result<Option<KeptValue>, StoreError> {
        let failed = |error| cause(&error);
        let transaction = self.0.transaction(&[DRAWER], TransactionMode::ReadOnly).map_err(failed)?;
        let store = transaction.object_store(DRAWER).map_err(failed)?;
        let found = Rc::new(RefCell::new(None));
        let mut request = store.get(JsValue::from(name)).map_err(failed)?;
        let answered = found.clone();
        request.on_success(move |event| drop(answered.replace(event.result().ok().flatten())));
        request.forget_callbacks();
        settled(transaction).await?;
        Ok(found.take().as_ref().and_then(read))
    }
}

fn read(value: &JsValue) -> Option<KeptValue> {
    if let Some(text) = value.as_string() {
        return Some(KeptValue::Text(text));
    }
    let list = value.dyn_ref::<Array>()?;
    if list.iter().all(|part| part.is_instance_of::<Array>()) {
        return list
            .iter()
            .map(|part| part.dyn_ref().and_then(file))
            .collect::<Option<_>>()
            .map(KeptValue::Files);
    }
    file(list).map(KeptValue::File)
}

fn pair(file: &Brought) -> Array {
    Array::of2(&file.name.as_str().into(), &Uint8Array::from(file.bytes.as_slice()))
}

fn file(pair: &Array) -> Option<Arc<Brought>> {
    let (name, bytes) = (pair.get(0).as_string()?, pair.get(1).dyn_into::<Uint8Array>().ok()?);
    Some(Arc::new(Brought { name, bytes: bytes.to_vec() }))
}
