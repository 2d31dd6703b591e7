//! Files of the dataset, fetched and read.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use crate::browser::{self, FetchFailed, Response};
use crate::dataset::{self, BaseMap, DatasetError, Fetched};

/// A file as it was answered.
pub type Answer = (String, Result<Response, FetchFailed>);

/// Fetches a file.
pub fn fetch(file: &str) -> impl Future<Output = Answer> {
    let file = file.to_owned();
    async move {
        let response = browser::get(&file).await;
        (file, response)
    }
}

/// Fetches a file of the dataset and reads it.
pub async fn fetched<T>(
    file: &str,
    read: impl FnOnce(&Fetched<'_>) -> Result<T, DatasetError>,
) -> Result<T, DatasetError> {
    answer(&fetch(file).await, read)
}

/// Reads what was answered.
pub fn answer<T>(
    (file, response): &Answer,
    read: impl FnOnce(&Fetched<'_>) -> Result<T, DatasetError>,
) -> Result<T, DatasetError> {
    match response {
        Ok(response) => read(&Fetched {
            file,
            status: response.status,
            content_type: response.content_type.as_deref(),
            body: &response.body,
        }),
        Err(FetchFailed { .. }) => Err(DatasetError::Unreachable { file: file.clone() }),
    }
}

thread_local! {
    /// The base map, once it was read: to read it takes many times the memory that it has.
    static BASE: RefCell<Option<Rc<BaseMap>>> = const { RefCell::new(None) };
}

/// The base map and its place names, in the folder of the app. Without the names there is still a map.
pub async fn base_map() -> Result<Rc<BaseMap>, DatasetError> {
    if let Some(base) = BASE.with_borrow(Clone::clone) {
        return Ok(base);
    }
    let land = fetch("basemap/land.json").await;
    let places = fetch("basemap/places.json").await;
    answer(&land, |land| match answer(&places, |places| dataset::read_base_map(land, Some(places))) {
        Ok(base) => {
            let base = Rc::new(base);
            BASE.set(Some(base.clone()));
            Ok(base)
        }
        // The names may come the next time.
        Err(_) => dataset::read_base_map(land, None).map(Rc::new),
    })
}
