//! What people propose about organisations of the opened dataset: shown as differences, taken over or left out one by one.
//! What fits, and what becomes of the dataset, `signup::Applying` decides, as for `cargo xtask apply`.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::browser;
use crate::collection::{Collection, marks};
use crate::dataset::{Fetched, FindingKind, Manifest};
use crate::domain::Instant;
use crate::signup::{Applying, Difference, Judged, Proposal, ProposalFault, Relation, Unfit, proposals_in};
use crate::ui::atlas::Atlas;
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;
use crate::ui::{files, sentences};

use super::edit;
use super::field_names::field_name;
use super::opened::{self, PROVENANCE};
use super::state::{Desk, Finished, Step};

/// Proposals that nobody has decided about yet, as they are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Waiting {
    /// The files that they came in.
    files: Vec<String>,
    /// What was decided: which file, and which proposal in it.
    decided: BTreeSet<(usize, usize)>,
}

type Place = (usize, usize);

/// A field of a proposal that is not to be taken over.
pub type LeftField = (Place, &'static str);

impl Waiting {
    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    fn all(&self) -> Vec<(Place, Result<Proposal, ProposalFault>)> {
        let of_file = |(file, text): (usize, &String)| {
            let all = proposals_in(text.as_bytes()).into_iter().enumerate();
            all.map(move |(number, proposal)| ((file, number), proposal)).collect::<Vec<_>>()
        };
        let all = self.files.iter().enumerate().flat_map(of_file);
        all.filter(|(place, _)| !self.decided.contains(place)).collect()
    }

    /// Notes what was decided. Where all is, the files are forgotten: they name people.
    fn decide(&mut self, place: Place) {
        self.decided.insert(place);
        if self.all().is_empty() {
            *self = Self::default();
        }
    }
}

/// Puts a file of proposals to the dataset that is open, else to what is published.
pub fn take(desk: Desk, atlas: &Shared<Atlas>, text: String) {
    let editing = desk.editing();
    if !editing.is_open() {
        opened::open_published(desk, atlas.manifest.clone());
    }
    if editing.proposals.with_untracked(Waiting::is_empty) {
        editing.left.set_value(BTreeSet::new());
    }
    editing.proposals.update(|waiting| waiting.files.push(text));
    desk.collection.set(Collection::Organisations);
    let atlas = atlas.clone();
    desk.busy.set(true);
    to_the_end(async move {
        load_provenance(desk, &atlas).await;
        desk.busy.set(false);
        desk.go(Step::Edit);
    });
}

/// Fetches what is published of where single values are from, where a proposal waits and it is not here yet.
pub async fn load_provenance(desk: Desk, atlas: &Shared<Atlas>) {
    let editing = desk.editing();
    let is_here = editing.published.with_untracked(|all| all.contains_key(PROVENANCE));
    if editing.is_package() || is_here || editing.proposals.with_untracked(Waiting::is_empty) {
        return;
    }
    let text = published_provenance(atlas).await;
    if let Some(text) = text {
        editing.published.update(|all| drop(all.insert(PROVENANCE, text)));
    }
}

/// What is published of where single values are from: empty where that is nothing, `None` where it cannot be had.
pub async fn published_provenance(atlas: &Shared<Atlas>) -> Option<String> {
    let Some(file) = Applying::provenance_of(&atlas.manifest) else { return Some(String::new()) };
    let (_, fetched) = files::fetch(&Manifest::resolve(&atlas.config.dataset, file)).await;
    String::from_utf8(fetched.ok()?.body).ok()
}

/// The dataset as it is on the desk; `None` while it is not all here.
fn state(desk: Desk) -> Option<Result<Applying, Unfit>> {
    let organisations = edit::file_of(desk, Collection::Organisations)?;
    let editing = desk.editing();
    let provenance = match (editing.provenance.get(), editing.package()) {
        (Some(changed), _) => Some(changed),
        (None, Some((manifest, files))) => {
            Applying::provenance_of(&manifest).and_then(|name| files.get(name).cloned())
        }
        (None, None) => {
            let published = editing.published.with(|all| all.get(PROVENANCE).cloned())?;
            Some(published).filter(|text| !text.is_empty())
        }
    };
    let provenance = provenance.as_ref().map(|text| Fetched::opened("provenance.json", text.as_bytes()));
    let file = Fetched::opened("organisations.json", organisations.as_bytes());
    Some(Applying::open(&file, provenance.as_ref(), &desk.vocabularies.get_untracked()))
}

/// The proposals that wait.
pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let (editing, app) = (desk.editing(), app());
    let atlas = atlas.clone();
    (move || {
        // What is listed says when the organisations are here, and when they have changed.
        editing.listed.track();
        let waiting = editing.proposals.get();
        if waiting.is_empty() {
            return None;
        }
        let body = match state(desk) {
            None if desk.busy.get() => return None,
            None => view! { <p class="warning">{tr_view("desk-proposals-missing")}</p> }.into_any(),
            Some(Err(unfit)) => {
                let sentence = move || unfit_sentence(&unfit);
                view! { <p class="warning">{sentence}</p> }.into_any()
            }
            Some(Ok(state)) => {
                let one = |(place, proposal)| one(desk, &atlas, &state, place, proposal);
                let all = waiting.all().into_iter().map(one).collect_view();
                view! { <ul class="desk-proposals">{all}</ul> }.into_any()
            }
        };
        Some(view! {
            <section aria-labelledby="desk-proposals">
                <h3 id="desk-proposals" tabindex="-1">{tr_view("desk-proposals")}</h3>
                <p class="quiet">{tr_view("desk-proposals-note")}</p>
                {body}
                <p class="said" aria-hidden="true">{move || app.announcement.with(|it| it.text.clone())}</p>
            </section>
        })
    })
    .into_any()
}

fn one(
    desk: Desk,
    atlas: &Shared<Atlas>,
    state: &Applying,
    place: Place,
    proposal: Result<Proposal, ProposalFault>,
) -> AnyView {
    let leave = move |_| {
        desk.editing().proposals.update(|waiting| waiting.decide(place));
        app().announce(tr("desk-proposal-left"));
        browser::focus_soon("desk-step");
    };
    let leave = view! {
        <button type="button" class="button" on:click=leave>{tr_view("desk-proposal-leave")}</button>
    };
    let proposal = match proposal {
        Ok(proposal) => Arc::new(proposal),
        Err(fault) => {
            let sentence = move || fault_sentence(&fault);
            return view! {
                <li><h4>{tr_view("desk-proposal-unread")}</h4> <p class="warning">{sentence}</p> <p class="actions">{leave}</p></li>
            }
            .into_any();
        }
    };
    let told = {
        let proposal = Arc::clone(&proposal);
        move || {
            let relation = Relation::ALL.into_iter().find(|it| it.as_str() == proposal.profile.relation);
            let relation = match relation {
                Some(Relation::Staff) => "profile-relation-staff",
                Some(Relation::Member) => "profile-relation-member",
                Some(Relation::Authority) => "profile-relation-authority",
                Some(Relation::Other) | None => "profile-relation-other",
            };
            let (day, by) = (proposal.day.to_string(), proposal.contact.as_str());
            tr!("desk-proposal-by", "day" => day, "by" => by, "relation" => tr(relation))
        }
    };
    let heading = {
        let name = proposal.profile.name.clone();
        let is_new = proposal.profile.record.is_none();
        move || {
            let name = name.as_str();
            if is_new {
                tr!("desk-proposal-new", "name" => name)
            } else {
                tr!("desk-proposal-of", "name" => name)
            }
        }
    };
    let note = proposal.profile.note.clone().map(|note| view! { <blockquote>{note}</blockquote> }.into_any());
    let body = match state.judge(&proposal) {
        Err(fault) => {
            let sentence = move || fault_sentence(&fault);
            view! { <p class="warning">{sentence}</p> <p class="actions">{leave}</p> }.into_any()
        }
        Ok(Judged { differences, .. }) => {
            let rows = differences.iter().map(|difference| row(desk, place, difference)).collect_view();
            let (atlas, caption) = (atlas.clone(), heading.clone());
            let accept = move |_| accept(desk, &atlas, place, &proposal);
            view! {
                <div class="desk-scroll" tabindex="0" role="group" aria-label=caption>
                    <table>
                        <thead><tr>
                            <th scope="col">{tr_view("desk-edit-field")}</th>
                            <th scope="col">{tr_view("desk-edit-before")}</th>
                            <th scope="col">{tr_view("desk-proposal-after")}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <p class="actions">
                    {leave}
                    <button type="button" class="button primary" on:click=accept>{tr_view("desk-proposal-accept")}</button>
                </p>
            }
            .into_any()
        }
    };
    view! { <li><h4>{heading}</h4> <p class="quiet">{told}</p> {note} {body}</li> }.into_any()
}

/// A field that would change; without its tick it stays as it is.
fn row(desk: Desk, place: Place, difference: &Difference) -> AnyView {
    let (field, path) = ((place, difference.field.as_str()), difference.field.paths()[0]);
    let left = desk.editing().left;
    let is_taken = left.with_value(|left| !left.contains(&field));
    let change = move |event| {
        let is_taken = event_target_checked(&event);
        left.update_value(|left| {
            let _ = if is_taken { left.remove(&field) } else { left.insert(field) };
        });
    };
    let said = |text: &str| {
        let text = text.to_owned();
        move || if text.is_empty() { tr("desk-proposal-unknown") } else { text.clone() }
    };
    view! {
        <tr>
            <th scope="row">
                <label class="check">
                    <input type="checkbox" prop:checked=is_taken on:change=change/> <span>{move || field_name(path)}</span>
                </label>
            </th>
            <td class="desk-value">{said(&difference.before)}</td>
            <td class="desk-value">{said(&difference.after)}</td>
        </tr>
    }
    .into_any()
}

/// Takes a proposal over, but for the fields that were left.
fn accept(desk: Desk, atlas: &Shared<Atlas>, place: Place, proposal: &Proposal) {
    let app = app();
    let now: Instant = app.now.get_untracked();
    let mut proposal = proposal.clone();
    let left = desk.editing().left.get_value();
    let is_left = |field: &str| left.iter().any(|(of, name)| *of == place && *name == field);
    proposal.profile.changes.retain(|field, _| !is_left(field));
    let Some(Ok(mut state)) = untrack(|| state(desk)) else { return };
    let judged = match state.judge(&proposal) {
        Ok(judged) => judged,
        // Nothing is left of it, say.
        Err(fault) => {
            app.announce(fault_sentence(&fault));
            return;
        }
    };
    let id = judged.record.id.to_string();
    let line = |difference: &Difference| {
        let path = difference.field.paths()[0].to_owned();
        [id.clone(), path, difference.before.clone(), difference.after.clone()]
    };
    let changes: Vec<_> = judged.differences.iter().map(line).collect();
    let begun = (!desk.editing().is_package()).then(|| marks(&state.organisations));
    state.apply(&proposal, judged, browser::day_here(now));
    let (organisations, provenance) = match state.files() {
        Ok(files) => files,
        Err(unfit) => {
            app.announce(unfit_sentence(&unfit));
            return;
        }
    };
    let editing = desk.editing();
    let name = Collection::Organisations.about().name;
    let records = state.organisations.len();
    desk.finished.update(|all| {
        let had = all.remove(name).unwrap_or_else(|| Finished { begun, ..Finished::default() });
        all.insert(name, Finished { file: organisations, records, ..had });
    });
    editing.provenance.set(Some(provenance));
    editing.note_changes(name, changes);
    editing.proposals.update(|waiting| waiting.decide(place));
    edit::list(desk, atlas);
    app.announce(tr!("desk-edit-saved", "title" => proposal.profile.name.as_str()));
    browser::focus_soon("desk-step");
}

fn unfit_sentence(unfit: &Unfit) -> String {
    match unfit {
        Unfit::Unreadable(error) => sentences::dataset_error(error),
        Unfit::Faulty { file, finding } => tr!(
            "desk-proposals-faulty",
            "file" => file.as_str(),
            "record" => finding.record.as_deref().unwrap_or("—"),
            "why" => sentences::finding(finding.kind),
        ),
        Unfit::NotTheSame => tr("desk-proposals-not-the-same"),
    }
}

/// Why a proposal cannot be taken over.
fn fault_sentence(fault: &ProposalFault) -> String {
    let field = |name: &str| {
        let known = crate::signup::ProfileField::named(name);
        field_name(known.map_or(name, |known| known.paths()[0]))
    };
    match fault {
        ProposalFault::TooLarge | ProposalFault::Unreadable { .. } => tr("desk-proposal-unreadable"),
        ProposalFault::OtherFormat { .. } => tr("desk-proposal-other-format"),
        ProposalFault::OtherKind { .. } => tr("desk-proposal-other-kind"),
        ProposalFault::Malformed { member } => tr!("desk-proposal-malformed", "member" => *member),
        ProposalFault::UnknownField { field } => {
            tr!("desk-proposal-unknown-field", "field" => field.as_str())
        }
        ProposalFault::NothingToChange => tr("desk-proposal-nothing"),
        ProposalFault::RecordGone { record } => tr!("desk-proposal-gone", "record" => record.as_str()),
        ProposalFault::AlreadyThere { record } => tr!("desk-proposal-there", "record" => record.as_str()),
        ProposalFault::AlreadyApplied => tr("desk-proposal-applied"),
        ProposalFault::AlreadySo => tr("desk-proposal-so"),
        ProposalFault::ChangedSince { field: name, from, now } => tr!(
            "desk-proposal-changed",
            "field" => field(name),
            "from" => from.as_str(),
            "now" => now.as_str(),
        ),
        ProposalFault::Invalid { field: name, value, why } => {
            let kind = FindingKind::ALL.iter().find(|kind| kind.as_str() == why);
            let why = kind.map_or_else(|| tr("finding-too-long"), |kind| sentences::finding(*kind));
            tr!("desk-edit-fault", "field" => field(name), "why" => why, "value" => value.as_str())
        }
    }
}
