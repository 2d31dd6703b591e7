//! Files of the dataset, fetched and read.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use crate::browser::{self, FetchFailed, Response};
use crate::dataset::{self, BaseMap, CountryShape, DatasetError, Fetched, Manifest};

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

/// Fetches a file that a manifest names, in the edition that it names: records of another are never shown with it.
/// Where the dataset was published anew meanwhile, the file of that edition is kept under a name of its own, or gone.
pub async fn fetched_with<T>(
    manifest: &Manifest,
    file: &str,
    read: impl FnOnce(&Fetched<'_>) -> Result<T, DatasetError>,
) -> Result<T, DatasetError> {
    let mut response = fetch(file).await;
    let found = |(_, response): &Answer| {
        response.as_ref().ok().and_then(|it| dataset::edition_of(&it.body).map(str::to_owned))
    };
    if let Some(edition) = manifest.edition_of(file)
        && found(&response).is_some_and(|found| found != edition)
    {
        response = fetch(&browser::with_hash(file, edition)).await;
        if found(&response).as_deref() != Some(edition) {
            return Err(DatasetError::OtherEdition { file: file.to_owned() });
        }
    }
    answer(&response, read)
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

/// The shapes of countries, in the folder of the app.
pub async fn country_shapes() -> Result<Vec<CountryShape>, DatasetError> {
    fetched(&browser::edition_file("basemap/countries.json"), dataset::read_country_shapes).await
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
    let land = fetch(&browser::edition_file("basemap/land.json")).await;
    let places = fetch(&browser::edition_file("basemap/places.json")).await;
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
