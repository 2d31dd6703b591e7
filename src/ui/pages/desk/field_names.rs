//! What the fields of the format are called for people who have never seen the format.

use crate::domain::OWN;
use crate::ui::messages::tr;

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
        "cutoffs" => "desk-field-deadline",
        "source" | "sources" => "desk-field-source",
        _ => return path.replace(['_', '.'], " "),
    };
    tr(key)
}
