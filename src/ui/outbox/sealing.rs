//! What is submitted at a screen that many people use is kept in an envelope that only the organiser can open; the entry
//! itself goes with the visit.

use leptos::prelude::*;

use crate::browser::{self, Change, Drawer, Store, StoreError};
use crate::signup::{Entry, Sealed};

use super::Outbox;

/// The library that seals, as `cargo xtask vendor` makes it.
const LIBRARY: &str = "vendor/jose/seal.js";

impl Outbox {
    /// Puts the envelope of an entry where the shell of the screen finds and delivers it.
    pub(super) async fn seal(&self, entry: &Entry) -> Result<(), StoreError> {
        let Some(key) = self.seals_for.get_untracked() else { return Err(StoreError::Denied) };
        let library = browser::edition_file(LIBRARY);
        let envelope =
            browser::seal(&library, &key.to_jwk(), entry.body()).await.ok_or(StoreError::Broken)?;
        let sealed =
            Sealed::of(entry, key.id.as_str(), envelope, browser::now()).ok_or(StoreError::Denied)?;
        let put = Change::Put(Drawer::Outbox, sealed.key.as_str().to_owned(), sealed.to_json());
        Store::sealed().await?.write(&[put]).await
    }
}
