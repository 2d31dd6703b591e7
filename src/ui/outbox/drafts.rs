//! The drafts among what is kept.

use leptos::prelude::*;

use crate::browser::{self, Change, Drawer, Store, StoreError};
use crate::signup::{DraftId, DraftOutline};
use crate::ui::task::to_the_end;

use super::{ASKED, Keeping, KeptDraft, Outbox};

impl Outbox {
    /// Keeps drafts again that were deleted from outside, and the entries, which the next pass keeps.
    pub(super) fn keep_anew(&self, drafts: Vec<KeptDraft>) {
        let outbox = self.clone();
        to_the_end(async move {
            let kept = drafts.into_iter().map(|draft| Change::Add(Drawer::Drafts, draft.id, draft.text));
            let kept: Vec<Change> = kept.collect();
            // What cannot be kept is said where it is typed.
            let _ = async { Store::open().await?.write(&kept).await }.await;
            outbox.catch_up().await;
            outbox.news().await;
        });
    }

    /// Removes drafts that have expired for certain. What cannot be changed is there the next time.
    pub(super) async fn tidy(&self) {
        let now = browser::now();
        let Ok(store) = Store::open().await else { return };
        for (id, text) in store.all(Drawer::Drafts).await.unwrap_or_default().texts {
            let Ok(outline) = DraftOutline::read(&text) else { continue };
            if outline.is_over(now) {
                self.remove_draft(&id).await;
            } else if let Some(noted) = outline.noted(&text, now) {
                let _ = store.replace(Drawer::Drafts, &id, &text, Some(&noted)).await;
            }
        }
    }

    /// Keeps a draft.
    pub async fn save_draft(&self, id: &DraftId, text: String) -> Result<(), StoreError> {
        let put = Change::Put(Drawer::Drafts, id.as_str().to_owned(), text.clone());
        let saved = async { Store::open().await?.write(&[put]).await }.await;
        let keeping = saved.map_or_else(Keeping::Fails, |()| Keeping::Works);
        if self.keeping_now() != keeping {
            self.keeping.set(keeping);
        }
        if saved.is_ok() {
            ask_to_last();
            Store::release(id.as_str());
            self.drafts.update(|drafts| {
                let outline = DraftOutline::read(&text).ok();
                let id = id.as_str().to_owned();
                match drafts.iter_mut().find(|known| known.id == id) {
                    Some(known) => *known = KeptDraft { id, text, outline },
                    None => drafts.push(KeptDraft { id, text, outline }),
                }
            });
            self.count();
        }
        saved
    }

    /// Removes a draft.
    pub async fn remove_draft(&self, id: &str) {
        Store::release(id);
        if let Ok(store) = Store::open().await {
            // What cannot be removed is there the next time, and can be removed then.
            let _ = store.write(&[Change::Remove(Drawer::Drafts, id.to_owned())]).await;
        }
        self.news().await;
    }

    /// The drafts, as they are kept now.
    pub async fn drafts_now(&self) -> Vec<KeptDraft> {
        self.look().await;
        self.drafts.get_untracked()
    }
}

/// From now on there is something to lose: the browser is asked, once, not to clear it by itself.
fn ask_to_last() {
    if !ASKED.replace(true) {
        to_the_end(async {
            let _ = browser::is_lasting(true).await;
        });
    }
}
