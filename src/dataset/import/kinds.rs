//! Kinds of organisations as people write them.

use crate::domain::OrganisationKind;
use crate::explore::fold;

/// Names of the kinds, folded: their labels, and what lists call them in English, German and French. A legal form (Verein,
/// `GmbH`, association) says nothing of the kind.
const NAMES: [(OrganisationKind, &str); 4] = [
    (
        OrganisationKind::ClusterOrganisation,
        "|cluster|clusters|cluster organisation|cluster organization|clusterorganisation|cluster initiative|\
         clusterinitiative|cluster management|clustermanagement|cluster management organisation|co|organisme de cluster|\
         organisme de cluster grappe|grappe|grappe d entreprises|pole|pole de competitivite|pole competitivite|organisation de cluster|",
    ),
    (
        OrganisationKind::Network,
        "|network|networks|netzwerk|netzwerke|reseau|reseaux|cluster network|clusternetzwerk|network of clusters|\
         business network|unternehmensnetzwerk|reseau de clusters|reseau d entreprises|",
    ),
    (OrganisationKind::Eurocluster, "|eurocluster|euroclusters|euro cluster|"),
    (
        OrganisationKind::SupportOrganisation,
        "|support organisation|support organization|business support organisation|business support organization|bso|\
         intermediary|cluster support organisation|unterstutzungsorganisation|unterstutzer|wirtschaftsforderung|\
         organisme de soutien|organisme d appui|structure d accompagnement|",
    ),
];

/// The kind that a text names, as the format writes it.
pub(super) fn of_organisation(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    if folded.is_empty() {
        return None;
    }
    let name = format!("|{folded}|");
    let is_it = |kind: &OrganisationKind| fold(kind.as_str()) == folded;
    let by_name = || NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(kind, _)| *kind);
    OrganisationKind::ALL.into_iter().find(is_it).or_else(by_name).map(OrganisationKind::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_their_labels_and_usual_names() {
        for (text, kind) in [
            ("cluster", Some("cluster_organisation")),
            ("Cluster organisation", Some("cluster_organisation")),
            ("Pôle de compétitivité", Some("cluster_organisation")),
            ("Netzwerk", Some("network")),
            ("Réseau", Some("network")),
            ("EuroCluster", Some("eurocluster")),
            ("support_organisation", Some("support_organisation")),
            ("Verein", None),
            ("GmbH", None),
            ("", None),
        ] {
            assert_eq!(of_organisation(text), kind, "{text}");
        }
    }
}
