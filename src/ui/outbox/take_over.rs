//! What versions without a scope have kept for all sites at one origin goes, once, to the site that it belongs to.

use leptos::prelude::*;

use crate::browser::{self, Change, Drawer, Store};
use crate::signup::{Entry, Receiver, belongs_to};

use super::{NAME, Outbox};

impl Outbox {
    /// Who receives what is kept at this origin for another site, as far as anybody knows.
    pub fn elsewhere(&self) -> Vec<Receiver> {
        self.elsewhere.get()
    }

    /// Takes all of it over: its owner says that it belongs here. What was submitted to another receiver is held until
    /// its owner has been asked, as ever.
    pub async fn take_all_over(&self) {
        self.take_over(true).await;
        self.news().await;
        self.send_now();
    }

    /// Moves what belongs here out of the stores of earlier names.
    pub(super) async fn take_over(&self, all: bool) {
        let mut elsewhere = Vec::new();
        for (scope, earlier) in Store::earlier().await {
            // A page of an earlier version in another tab may be sending.
            let lock = browser::lock(&[scope.as_str(), NAME].concat()).await;
            let Ok(own) = Store::open().await else { return };
            let here = elsewhere.len();
            for (name, text) in earlier.all(Drawer::Outbox).await.unwrap_or_default().texts {
                // What cannot be read cannot be sent either: it is shown where somebody looks first.
                let entry = Entry::read(&text).ok();
                // Where nobody knows who receives what here, nothing is known to belong here.
                let belongs = |entry: &Entry| {
                    self.receiver_of(entry).is_some_and(|receiver| belongs_to(entry, &receiver))
                };
                let theirs = entry.filter(|entry| !all && !belongs(entry));
                if let Some(entry) = theirs {
                    elsewhere.push(entry.receiver().clone());
                } else {
                    moved(&earlier, &own, Drawer::Outbox, name, text).await;
                }
            }
            // What is being typed knows no receiver, and leaves when somebody says so, to one who is named then. Where
            // nothing at this origin is another site's, it is this one's.
            if elsewhere.len() == here {
                for (name, text) in earlier.all(Drawer::Drafts).await.unwrap_or_default().texts {
                    moved(&earlier, &own, Drawer::Drafts, name, text).await;
                }
                own.take_held(&Store::held_name(&scope)).await;
            }
            drop(lock);
        }
        elsewhere.dedup();
        self.elsewhere.set(elsewhere);
    }
}

/// Keeps a text here before it is removed there: whatever happens in between, it is somewhere, and the second time it
/// is found here already.
async fn moved(from: &Store, to: &Store, drawer: Drawer, name: String, text: String) {
    let add = Change::Add(drawer, name.clone(), text.clone());
    if to.write(&[add]).await.is_ok() {
        // One that an earlier version has changed meanwhile, or that cannot be removed, is looked at the next time.
        let _ = from.replace(drawer, &name, &text, None).await;
    }
}
