//! Why an organisation and a call fit, in words.

use leptos::prelude::*;

use crate::domain::TermId;
use crate::explore::Reason;

use super::atlas::Atlas;
use super::labels::Labels;
use super::messages::{language, tr};
use super::shared::Shared;

/// The reasons of a match, in one line.
pub fn in_words(reasons: &[Reason], atlas: &Atlas) -> String {
    let labels = expect_context::<Memo<Shared<Labels>>>().get();
    let subject = reasons.iter().any(|reason| matches!(reason, Reason::MentionsExpertise(_)));
    // A shared topic says more than an ecosystem that nobody names.
    let told = reasons.iter().filter(|reason| !(subject && **reason == Reason::CallEcosystemUnknown));
    let each: Vec<String> = told.map(|reason| in_word(reason, &labels, atlas)).collect();
    each.join("; ")
}

fn in_word(reason: &Reason, labels: &Labels, atlas: &Atlas) -> String {
    match reason {
        Reason::CountryEligible(country) => {
            tr!("reason-country", "country" => labels.of("country", country.as_str()))
        }
        Reason::GroupEligible { group } => tr!("reason-group", "group" => group_name(group, atlas)),
        Reason::RegionEligible { region } => tr!("reason-region", "region" => labels.of("region", region)),
        Reason::OpenToAnyCountry => tr("reason-any-country"),
        Reason::EligibilityNotStated => tr("reason-eligibility-not-stated"),
        Reason::EligibilityUnknown { group } => {
            tr!("reason-group-unknown", "group" => group_name(group, atlas))
        }
        Reason::RegionUnknown => tr("reason-region-unknown"),
        Reason::SameEcosystem(term) => {
            tr!("reason-ecosystem", "ecosystem" => labels.of("ecosystem", term.as_str()))
        }
        Reason::CallEcosystemUnknown => tr("reason-call-ecosystem-unknown"),
        Reason::OrganisationEcosystemUnknown => tr("reason-organisation-ecosystem-unknown"),
        Reason::MentionsExpertise(term) => {
            tr!("reason-expertise", "topic" => labels.of("expertise", term.as_str()))
        }
        Reason::AudienceFits(term) => {
            tr!("reason-audience", "audience" => labels.of("audience", term.as_str()))
        }
        Reason::AudienceAmongMembers(term) => {
            tr!("reason-members", "audience" => labels.of("audience", term.as_str()))
        }
        Reason::MembersUnknown(term) => {
            tr!("reason-members-unknown", "audience" => labels.of("audience", term.as_str()))
        }
        Reason::AudienceUnknown => tr("reason-audience-unknown"),
    }
}

/// The name of a group of countries; its identifier where the vocabulary has no name.
pub fn group_name(group: &TermId, atlas: &Atlas) -> String {
    let language = language();
    let known = atlas.vocabularies.country_groups.iter().find(|known| known.term.id == *group);
    let label = known.and_then(|known| known.term.label.in_language(&language));
    label.map_or_else(|| group.as_str().to_owned(), |(_, label)| label.to_owned())
}
