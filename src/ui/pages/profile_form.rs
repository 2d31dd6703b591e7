//! Registering an organisation and proposing a correction, step by step: the same machine as a sign-up, another form.

use leptos::prelude::*;

use crate::collection::Collection;
use crate::domain::{Organisation, OrganisationKind};
use crate::route::{FindParams, Route};
use crate::signup::{
    Entry, EntryState, Field, Origin, ProfileDraft, ProfileField as Of, ProfileTexts, Publication, Published,
    Receiver, Relation, Step, looks_personal, publication,
};
use crate::ui::atlas::Atlas;
use crate::ui::components::{MissingRecord, page_title};
use crate::ui::form::{
    Choosable, FormController, Plan, Running, TextLook, Wording, area_field, check_list, chooser_field,
    combobox, countries, form_page, framed_notice, recipient_note, relation_words, text_field, towns,
};
use crate::ui::messages::{date, language, tr, tr_view};
use crate::ui::outbox::outbox;
use crate::ui::shared::Shared;
use crate::ui::state::app;

/// The page: for a new organisation, or for the one with an identifier.
#[component]
pub fn ProfileFormPage(atlas: Shared<Atlas>, record: Option<String>) -> impl IntoView {
    let known = record.as_deref().and_then(|id| atlas.organisation(id)).cloned();
    let (known, title) = match (known, record) {
        (Some(known), _) => (Some(known), "profile-correct"),
        (None, Some(id)) => {
            let find = FindParams::of(Collection::Organisations);
            return view! { <MissingRecord id atlas find/> }.into_any();
        }
        (None, None) => (None, "profile-register"),
    };
    page_title(&atlas, {
        let name = known.as_ref().map(|known| known.name.clone());
        move || match &name {
            Some(name) => tr!("comma-title", "words" => tr(title), "title" => name.as_str()),
            None => tr(title),
        }
    });
    let (back, words) = match &known {
        Some(known) => {
            (Route::record(Collection::Organisations, known.id.as_str()).to_hash(), "back-to-profile")
        }
        None => (FindParams::of(Collection::Organisations).link(), "back-to-explore"),
    };
    let heading = known.as_ref().map(|known| known.name.clone());
    let lead = if known.is_some() { "profile-correct-lead" } else { "profile-register-lead" };
    let body = if atlas.config.reaches_somebody(&atlas.config.profiles) {
        framed_notice(&atlas.config).unwrap_or_else(|| form(&atlas, known))
    } else {
        let why = tr_view("profile-nobody");
        view! { <p class="note">{why} " " <a href="#/about-data">{tr_view("request-nobody-sources")}</a></p> }
            .into_any()
    };
    view! {
        <main id="main" class="page sign-up" tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href=back>{tr_view(words)}</a></nav>
            <h1>{match heading {
                Some(name) => view! { <span class="kicker">{tr_view(title)}</span> " " <span>{name}</span> }.into_any(),
                None => tr_view(title).into_any(),
            }}</h1>
            <p class="lead">{tr_view(lead)}</p>
            {body}
        </main>
    }
    .into_any()
}

/// What a proposal about an organisation is made against.
fn published(atlas: &Atlas, known: Option<&Organisation>) -> Published {
    let file = Atlas::file_of(&atlas.config, &atlas.manifest, Collection::Organisations);
    let edition = file.and_then(|file| atlas.manifest.edition_of(&file).map(str::to_owned));
    Published {
        record: known.map(|known| known.id.as_str().to_owned()).unwrap_or_default(),
        name: known.map(|known| known.name.clone()).unwrap_or_default(),
        texts: known.map(ProfileTexts::of).unwrap_or_default(),
        edition,
        published: atlas.manifest.published,
    }
}

/// The form, under its heading.
fn form(atlas: &Shared<Atlas>, known: Option<Organisation>) -> AnyView {
    let app = app();
    let begin_with = match untrack(|| app.route()) {
        Route::Profile { correct, .. } => Origin::in_address(correct.as_deref(), None),
        _ => None,
    };
    let start = known.as_ref().map_or_else(ProfileDraft::blank, ProfileDraft::of);
    let against = published(atlas, known.as_ref());
    let record = Some(against.record.clone()).filter(|id| !id.is_empty());
    let machine = Running::new(start, move |_| against.clone(), |_| 0, |_, _| false);
    let controller = FormController::open(Plan {
        machine: Box::new(machine),
        outbox: outbox(atlas),
        receiver: Receiver::of_profiles(&atlas.config),
        begin_with,
    });
    let wording = Wording::new(atlas.clone());
    let words = wording.clone();
    let step = move |step| match step {
        Step::Work => work(controller, &words),
        Step::Size => size(controller),
        Step::Proposer => proposer(controller),
        _ => what(controller, &words),
    };
    let page = form_page(
        controller,
        wording,
        || ().into_any(),
        step,
        move |kept| {
            // Whoever registers one organisation may register another.
            let profile = kept.entry.contents().profile.as_ref();
            record.is_some() && profile.is_some_and(|profile| profile.record == record)
        },
    );
    view! {
        {recipient_note(&Receiver::of_profiles(&atlas.config), &atlas.config)}
        {page}
    }
    .into_any()
}

const NEEDED: TextLook = TextLook { label: None, hint: None, optional: false, kind: "", autocomplete: "" };
const OPTIONAL: TextLook = TextLook { optional: true, ..NEEDED };

/// What it is.
fn what(controller: FormController, wording: &Wording) -> AnyView {
    let labels = wording.labels;
    let kinds = Signal::derive(move || {
        let named = |kind: OrganisationKind| {
            let kind = kind.as_str();
            (kind.to_owned(), labels.with(|labels| labels.of("kind", kind)))
        };
        OrganisationKind::ALL.into_iter().map(named).collect()
    });
    let email = Memo::new(move |_| {
        controller.changes.track();
        controller.read(|machine| looks_personal(&machine.text(Field::Profile(Of::Email))))
    });
    view! {
        {text_field(controller, Field::Profile(Of::Name), TextLook { autocomplete: "organization", ..NEEDED })}
        {text_field(controller, Field::Profile(Of::Acronym), OPTIONAL)}
        {chooser_field(controller, Field::Profile(Of::Kind), NEEDED, kinds)}
        {summaries(controller)}
        {text_field(controller, Field::Profile(Of::Website), TextLook { kind: "url", autocomplete: "url", ..OPTIONAL })}
        {text_field(controller, Field::Profile(Of::Email), TextLook { kind: "email", hint: Some("profile-email-hint"), ..OPTIONAL })}
        <div aria-live="polite">
            {move || email.get().then(|| view! { <p class="warning">{tr_view("profile-email-personal")}</p> }.into_any())}
        </div>
    }
    .into_any()
}

/// What it does: in the language of the page, and in the others for those who have it.
fn summaries(controller: FormController) -> AnyView {
    let own = untrack(language);
    let all = [("en", Of::Summary), ("de", Of::SummaryDe), ("fr", Of::SummaryFr)];
    let (first, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(tag, _)| *tag == own);
    let is_said = |field| controller.read(|machine| !machine.text(Field::Profile(field)).is_empty());
    let open = others.iter().any(|(_, field)| is_said(*field));
    let look = TextLook { hint: Some("profile-summary-hint"), ..OPTIONAL };
    let area = |(_, field)| area_field(controller, Field::Profile(field), look);
    view! {
        {first.into_iter().map(area).collect_view()}
        <details open=open>
            <summary>{tr_view("profile-summary-others")}</summary>
            {others.into_iter().map(area).collect_view()}
        </details>
    }
    .into_any()
}

/// Where it is, and what it works on.
fn work(controller: FormController, wording: &Wording) -> AnyView {
    let labels = wording.labels;
    let choices = Signal::derive(move || countries(&labels.get()));
    let terms = |ids: Vec<String>, facet: &'static str| {
        let one = |id: String| {
            let name = id.clone();
            let words = view! { <span>{move || labels.with(|labels| labels.of(facet, &name))}</span> };
            Choosable { id, words: words.into_any(), disabled: false }
        };
        ids.into_iter().map(one).collect::<Vec<_>>()
    };
    let vocabularies = &wording.atlas.vocabularies;
    let ids = |terms: &[crate::domain::Term]| terms.iter().map(|term| term.id.as_str().to_owned()).collect();
    let ecosystems = terms(ids(&vocabularies.ecosystems), "ecosystem");
    let expertise = terms(ids(&vocabularies.expertise), "expertise");
    let expertise_look = TextLook { hint: Some("profile-expertise-hint"), ..OPTIONAL };
    view! {
        {combobox(controller, Field::Profile(Of::City), TextLook { hint: Some("profile-town-hint"), ..OPTIONAL }, towns(wording), false)}
        {chooser_field(controller, Field::Profile(Of::Country), TextLook { autocomplete: "country", ..NEEDED }, choices)}
        {check_list(controller, Field::Profile(Of::Ecosystems), OPTIONAL, ecosystems)}
        {check_list(controller, Field::Profile(Of::Expertise), expertise_look, expertise)}
    }
    .into_any()
}

/// How large it is.
fn size(controller: FormController) -> AnyView {
    let fields = [Of::Founded, Of::Members, Of::Sme, Of::Large, Of::Research, Of::Staff];
    let look = TextLook { kind: "number", ..OPTIONAL };
    view! {
        <p>{tr_view("profile-size-text")}</p>
        {fields.into_iter().map(|field| text_field(controller, Field::Profile(field), look)).collect_view()}
    }
    .into_any()
}

/// Who proposes it.
fn proposer(controller: FormController) -> AnyView {
    let choices = Signal::derive(|| {
        Relation::ALL.into_iter().map(|one| (one.as_str().to_owned(), relation_words(one))).collect()
    });
    view! {
        <p>{tr_view("profile-proposer-text")}</p>
        {text_field(controller, Field::ContactName, TextLook { label: Some("profile-contact-name"), autocomplete: "name", ..NEEDED })}
        {text_field(controller, Field::ContactEmail, TextLook { kind: "email", autocomplete: "email", hint: Some("profile-contact-hint"), ..NEEDED })}
        {chooser_field(controller, Field::Relation, NEEDED, choices)}
        {area_field(controller, Field::Note, TextLook { hint: Some("profile-note-hint"), ..OPTIONAL })}
    }
    .into_any()
}

/// Whether a proposal is on its way or with its receiver, as far as the app knows.
fn stands(entry: &Entry) -> bool {
    match entry.state() {
        EntryState::Queued(_)
        | EntryState::Sending { .. }
        | EntryState::ByHand
        | EntryState::HandedOver { .. }
        | EntryState::Acknowledged(_) => true,
        EntryState::Rejected { .. }
        | EntryState::WithdrawQueued(_)
        | EntryState::WithdrawSending { .. }
        | EntryState::Withdrawn { .. } => false,
    }
}

/// On the profile: what was proposed on this device, and is not in the published data. Nothing of it is shown as published.
pub fn proposed_notice(atlas: &Shared<Atlas>, id: String) -> AnyView {
    let outbox = outbox(atlas);
    let atlas = atlas.clone();
    (move || {
        let records = atlas.index.records();
        let of_this = |kept: &crate::ui::outbox::Kept| {
            let profile = kept.entry.contents().profile.as_ref();
            profile.is_some_and(|profile| {
                profile.record.as_ref() == Some(&id)
                    && !profile.changes.is_empty()
                    && publication(profile, records.iter()) == Publication::NotYet
            }) && stands(&kept.entry)
        };
        // The latest first.
        let made = outbox.entries().into_iter().find(of_this).map(|kept| kept.entry.made().in_brussels().day);
        made.map(|day| {
            view! {
                <p class="note proposed" role="note">
                    {move || tr!("profile-proposed-on", "date" => date(day))} " "
                    <a href="#/sign-ups">{tr_view("earlier-see")}</a>
                </p>
            }
            .into_any()
        })
    })
    .into_any()
}

/// On "My sign-ups": whether what was proposed is in the published data by now. `None` for entries that propose nothing, or
/// do not any more.
pub fn publication_note(entry: &Entry, atlas: &Shared<Atlas>) -> Option<AnyView> {
    // A remark is never published.
    let profile = entry.contents().profile.clone().filter(|profile| !profile.changes.is_empty())?;
    if atlas.fault.is_some() || !stands(entry) {
        return None;
    }
    let href = profile.record.as_deref().map(|id| Route::record(Collection::Organisations, id).to_hash());
    let words = match publication(&profile, atlas.index.records().iter()) {
        Publication::NotYet => "profile-not-published",
        Publication::Published => "profile-is-published",
        Publication::ChangedSince => "profile-changed-since",
    };
    let link = href.map(|href| view! { " " <a href=href>{tr_view("profile-see")}</a> }.into_any());
    Some(view! { <p class="note">{tr_view(words)} {link}</p> }.into_any())
}
