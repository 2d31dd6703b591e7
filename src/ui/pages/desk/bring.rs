//! Files come to the desk: each is read in slices, and goes where it belongs by what it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{self, Brought, Unread};
use crate::dataset;
use crate::signup;
use crate::ui::atlas::Atlas;
use crate::ui::messages::tr;
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;

use super::run::look;
use super::state::{Desk, Progress, Step};
use super::{opened, proposals, queue};

/// Takes files from the visitor. One takes the place of what is on the desk; several wait, and are taken one after the other.
pub fn bring(desk: Desk, atlas: &Shared<Atlas>, files: Vec<web_sys::File>) {
    let (atlas, app) = (atlas.clone(), app());
    let (announce, now) = (move |text| app.announce(text), app.now.get_untracked());
    let several = files.len() > 1;
    desk.unread.set(false);
    desk.busy.set(true);
    to_the_end(async move {
        let mut is_table = false;
        for file in files {
            let read = read(desk, &file).await;
            desk.progress().set(None);
            match read {
                Ok(brought) => is_table |= take_in(desk, &atlas, brought, several),
                Err(Unread::Failed) => {
                    if !several {
                        desk.clear_file();
                    }
                    desk.unread.set(true);
                }
                Err(Unread::Stopped) => {
                    announce(tr("desk-stopped"));
                    browser::focus_soon("desk-step");
                    break;
                }
            }
        }
        desk.busy.set(false);
        if is_table && !several {
            look(desk, None);
        } else if is_table
            && desk.step.get_untracked() == Step::File
            && desk.file.with_untracked(Option::is_none)
        {
            // Whoever has opened a package with them goes on with that; the files wait.
            queue::take_next(desk, &atlas, now);
        }
    });
}

/// Reads a file in slices, says how far that is, and stops when somebody wishes it.
async fn read(desk: Desk, file: &web_sys::File) -> Result<Brought, Unread> {
    let progress = desk.progress();
    let go_on = move |done, of| {
        // What is read in a moment says nothing.
        if done > 0 {
            progress.update(|now| {
                let stopped = now.is_some_and(|now| now.stopped);
                *now = Some(Progress { of_bytes: true, done, of, stopped });
            });
        }
        progress.with_untracked(|now| now.is_none_or(|now| !now.stopped))
    };
    browser::read_file_in_slices(file, go_on).await
}

/// Puts a file where it belongs, by what it is. Whether it is one to be imported.
fn take_in(desk: Desk, atlas: &Shared<Atlas>, brought: Brought, several: bool) -> bool {
    // What is proposed belongs to a dataset that is there; a file that was brought before stays.
    if signup::are_proposals(&brought.bytes) {
        proposals::take(desk, atlas, String::from_utf8_lossy(&brought.bytes).into_owned());
        return false;
    }
    if !several {
        desk.clear_file();
    }
    // A workbook is packed too, but holds no dataset.
    if let Some(files) = dataset::unpack(&brought.bytes) {
        opened::open_package(desk, brought.name, files);
        return false;
    }
    if several {
        queue::add(desk, brought);
        return true;
    }
    if !desk.told().get_untracked()
        && let Some(collection) = dataset::likely_collection(&brought.name, &brought.bytes)
        && collection != desk.collection.get_untracked()
    {
        desk.collection.set(collection);
        desk.mapping.set(BTreeMap::new());
    }
    desk.file.set(Some(Arc::new(brought)));
    desk.step.set(Step::File);
    true
}
