//! Reading networks.

use crate::domain::{
    CountryCode, Network, NetworkAim, NetworkKind, NetworkScope, Partner, RecordId, Vocabularies,
};

use super::fields::{LINE, MOST_VALUES, NAME, Object, SUMMARY};
use super::file::{DatasetError, Fetched};
use super::json::Json;
use super::records::{Titled, knows, not_before, read_collection};
use super::report::{FindingKind as Kind, Loaded, Reading};

/// The `format` of a file of networks, without its version.
const FORMAT: &str = "cluster-atlas/networks";

/// Reads a file of networks. Terms that `vocabularies` does not have are kept and reported.
pub fn read_networks(
    fetched: &Fetched<'_>,
    vocabularies: &Vocabularies,
) -> Result<Loaded<Network>, DatasetError> {
    let mut records = Titled::new(vocabularies);
    read_collection(fetched, FORMAT, &mut |value, reading| read_network(&mut records, value, reading))
}

/// One record, or `None` where it has a fatal fault.
pub(crate) fn read_network(
    records: &mut Titled<'_>,
    value: Json<'_>,
    reading: &mut Reading,
) -> Option<Network> {
    let (mut object, id, name) = records.open_named(value, "name", reading)?;
    let known = records.known;
    let mut network = Network {
        id,
        name,
        full_name: object.line("full_name", "full_name", LINE, reading),
        acronym: object.line("acronym", "acronym", NAME, reading),
        kind: object
            .one_of("kind", "kind", &NetworkKind::ALL, NetworkKind::as_str, reading)
            .unwrap_or_default(),
        programme: object.line("programme", "programme", NAME, reading),
        programme_assumed: object.flag("programme_assumed", "programme_assumed", reading),
        round: object.whole("round", "round", 0..=u32::MAX, reading),
        strand: object.line("strand", "strand", NAME, reading),
        scope: object.one_of("scope", "scope", &NetworkScope::ALL, NetworkScope::as_str, reading),
        ecosystems: object.terms("ecosystems", &|id| knows(&known.ecosystems, id), reading),
        sectors: object.lines("sectors", LINE, reading),
        countries: object.codes("countries", Kind::BadCountry, &|_| true, reading),
        target_countries: object.codes("target_countries", Kind::BadCountry, &|_| true, reading),
        start: object.partial_date("start", reading),
        end: object.partial_date("end", reading),
        duration_months: object.whole("duration_months", "duration_months", 0..=u32::MAX, reading),
        date_note: object.line("date_note", "date_note", LINE, reading),
        coordinator: read_partner(&mut object, "coordinator", reading),
        coordinator_assumed: object.flag("coordinator_assumed", "coordinator_assumed", reading),
        partners: read_partners(&mut object, reading),
        partner_count: object.whole("partner_count", "partner_count", 0..=u32::MAX, reading),
        members: object.whole("members", "members", 0..=u32::MAX, reading),
        aims: object.many_of("aims", &NetworkAim::ALL, NetworkAim::as_str, reading),
        offers: object.lines("offers", LINE, reading),
        budget: object.budget("budget", reading),
        sme_budget: object.budget("sme_budget", reading),
        grant_agreement: object.line("grant_agreement", "grant_agreement", NAME, reading),
        grant_signed: object.partial_date("grant_signed", reading),
        outcome: object.line("outcome", "outcome", LINE, reading),
        figures: object.figures("figures", reading),
        related: object.related(reading),
        summary: object.local_text("summary", SUMMARY, reading),
        website: object.web("website", "website", reading),
        links: object.webs("links", reading),
        note: object.line("note", "note", LINE, reading),
        sources: object.sources(reading),
    };
    network.end = not_before(network.start, network.end, "end", reading);
    object.rest("", reading);
    Some(network)
}

fn read_partner(object: &mut Object<'_>, key: &str, reading: &mut Reading) -> Option<Partner> {
    let mut object = object.object(key, key, reading)?;
    let partner = partner(&mut object, key, reading);
    object.rest(&[key, "."].concat(), reading);
    partner
}

fn read_partners(object: &mut Object<'_>, reading: &mut Reading) -> Vec<Partner> {
    let mut partners = Vec::new();
    object.objects("partners", MOST_VALUES, reading, &mut |object, path, reading| {
        partners.extend(partner(object, path, reading));
    });
    partners
}

/// A partner; without a name there is none.
fn partner(object: &mut Object<'_>, path: &str, reading: &mut Reading) -> Option<Partner> {
    let member = |name: &str| [path, ".", name].concat();
    let name = object.line("name", &member("name"), NAME, reading);
    let organisation =
        object.parsed::<RecordId>("organisation", &member("organisation"), Kind::BadId, reading);
    let country = object.parsed::<CountryCode>("country", &member("country"), Kind::BadCountry, reading);
    let website = object.web("website", &member("website"), reading);
    let note = object.line("note", &member("note"), LINE, reading);
    if name.is_none() {
        reading.dropped(member("name"), Kind::MissingValue, "");
    }
    Some(Partner { name: name?, organisation, country, website, note })
}
