//! Why an organisation and a call fit, in words.

use leptos::prelude::*;

use crate::domain::TermId;
use crate::explore::Reason;

use super::atlas::Atlas;
use super::labels::Labels;
use super::messages::{language, said, text};
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
            text!("reason-country", "country" => labels.of("country", country.as_str()))
        }
        Reason::GroupEligible { group } => text!("reason-group", "group" => group_name(group, atlas)),
        Reason::RegionEligible { region } => text!("reason-region", "region" => labels.of("region", region)),
        Reason::OpenToAnyCountry => said("reason-any-country"),
        Reason::EligibilityUnknown { group } => {
            text!("reason-group-unknown", "group" => group_name(group, atlas))
        }
        Reason::RegionUnknown => said("reason-region-unknown"),
        Reason::SameEcosystem(term) => {
            text!("reason-ecosystem", "ecosystem" => labels.of("ecosystem", term.as_str()))
        }
        Reason::CallEcosystemUnknown => said("reason-call-ecosystem-unknown"),
        Reason::OrganisationEcosystemUnknown => said("reason-organisation-ecosystem-unknown"),
        Reason::MentionsExpertise(term) => {
            text!("reason-expertise", "topic" => labels.of("expertise", term.as_str()))
        }
        Reason::AudienceFits(term) => {
            text!("reason-audience", "audience" => labels.of("audience", term.as_str()))
        }
        Reason::AudienceAmongMembers(term) => {
            text!("reason-members", "audience" => labels.of("audience", term.as_str()))
        }
        Reason::MembersUnknown(term) => {
            text!("reason-members-unknown", "audience" => labels.of("audience", term.as_str()))
        }
        Reason::AudienceUnknown => said("reason-audience-unknown"),
    }
}

/// The name of a group of countries; its identifier where the vocabulary has no name.
pub fn group_name(group: &TermId, atlas: &Atlas) -> String {
    let language = language();
    let known = atlas.vocabularies.country_groups.iter().find(|known| known.term.id == *group);
    let label = known.and_then(|known| known.term.label.in_language(&language));
    label.map_or_else(|| group.as_str().to_owned(), |(_, label)| label.to_owned())
}
