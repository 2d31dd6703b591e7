//! What the fields of the format are called for people who have never seen the format.

use leptos::prelude::*;

use crate::domain::{OWN, OwnField};
use crate::ui::messages::{language, number, tr};

use super::state::Desk;

/// What a field is called on the desk.
pub fn label(desk: Desk, path: &str) -> String {
    desk.vocabularies.with(|vocabularies| label_of(&vocabularies.fields, path))
}

/// What a field is called: one of the dataset's own as it is declared, an element of a list with its number.
pub fn label_of(fields: &[OwnField], path: &str) -> String {
    let (list, rest) = path.split_once('[').map_or((path, None), |(list, rest)| (list, Some(rest)));
    let own = list.strip_prefix(OWN).and_then(|id| {
        let field = fields.iter().find(|field| field.id.as_str() == id)?;
        field.label.in_language(&language()).map(|(_, label)| label.to_owned())
    });
    let name = own.unwrap_or_else(|| field_name(list));
    let Some(rest) = rest else { return name };
    let (place, member) = rest.split_once(']').unwrap_or((rest, ""));
    let place = number((place.parse::<usize>().unwrap_or_default() + 1) as f64);
    // A value of a list has no name of its own.
    let member = member.trim_start_matches('.').replace('_', " ");
    if member.is_empty() {
        [&name, " ", &place].concat()
    } else {
        [&name, " ", &place, ": ", &member].concat()
    }
}

/// The name of a field; where there is none in words, its name in the format.
pub fn field_name(path: &str) -> String {
    if let Some(language) = path.strip_prefix("summary.") {
        return tr!("desk-field-summary", "language" => language);
    }
    if let Some(own) = path.strip_prefix(OWN) {
        return own.to_owned();
    }
    let key = match path {
        "id" => "desk-field-id",
        "name" => "desk-field-name",
        "title" => "desk-field-title",
        "acronym" => "fact-acronym",
        "kind" => "desk-field-kind",
        "country" => "facet-country",
        "city" => "fact-city",
        "city_listed" => "fact-city-listed",
        "location.precision" => "desk-field-precision",
        "expertise_basis" => "desk-field-expertise-basis",
        "members.sme" => "desk-field-members-sme",
        "members.large" => "desk-field-members-large",
        "members.research" => "desk-field-members-research",
        "members.other" => "desk-field-members-other",
        "label.until" => "desk-field-label-until",
        "region" | "region.name" => "facet-region",
        "region.code" => "desk-field-region-code",
        "location" => "desk-field-location",
        "location.lat" => "desk-field-lat",
        "location.lon" => "desk-field-lon",
        "ecosystems" => "facet-ecosystem",
        "expertise" => "facet-expertise",
        "nace" => "fact-nace",
        "members.total" => "fact-members",
        "founded" => "fact-founded",
        "staff_fte" => "fact-staff",
        "label.level" => "facet-label",
        "website" | "url" => "fact-website",
        "email" => "fact-email",
        "updated" => "desk-field-updated",
        "cutoffs" | "deadline" => "desk-field-deadline",
        "source" | "sources" => "desk-field-source",
        "issuer" => "facet-issuer",
        "topic_id" => "call-topic",
        "action_type" => "call-action-type",
        "audience" => "facet-audience",
        "purpose" => "facet-purpose",
        "eligible_countries" => "call-eligible",
        "eligible_groups" => "desk-field-eligible-groups",
        "eligible_regions" => "desk-field-eligible-regions",
        "opens" => "call-opens-on",
        "deadline_words" => "desk-field-deadline-words",
        "deadline_known" => "desk-field-deadline-known",
        "url_is_list" => "desk-field-url-is-list",
        "timezone" => "desk-field-timezone",
        "published" => "call-published",
        "status" | "state" => "facet-status",
        "budget" | "budget.eur" => "call-budget",
        "budget.note" => "desk-field-budget-note",
        "max_grant_eur" => "call-max-grant",
        "format" => "facet-format",
        "sessions" => "training-sessions",
        "session.date" => "desk-field-date",
        "session.start" | "start_time" => "desk-field-start-time",
        "session.end" | "end_time" => "desk-field-end-time",
        "session.place" | "venue" => "event-place",
        "application_deadline" => "training-deadline",
        "capacity" => "training-capacity",
        "participants" => "training-participants",
        "language" => "facet-language",
        "host" | "hosts" => "training-host",
        "topics" => "facet-topic",
        "note" => "training-note",
        "registration" => "event-registration",
        "registration_deadline" => "event-register-until",
        "start" => "desk-field-start",
        "end" => "desk-field-end",
        "countries" => "event-countries",
        "themes" => "facet-theme",
        "outcome" => "event-outcome",
        "requester" => "request-asker",
        "looking_for" | "seeks.en" => "desk-field-seeks",
        "offers" | "offers.en" => "desk-field-offers",
        "partner_countries" => "desk-field-partner-countries",
        "call" => "facet-call",
        _ => return path.replace(['_', '.'], " "),
    };
    tr(key)
}
