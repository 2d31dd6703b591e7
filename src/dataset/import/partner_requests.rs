//! Importing partner requests.

use std::collections::HashSet;

use super::columns::PARTNER_REQUESTS;
use super::entries::{english, is_absent, put, sources, terms, text_of, word};
use super::identifiers::identify;
use super::input::Input;
use super::pace::at_once;
use super::values::Cells;
use super::{ImportError, ImportOptions};
use crate::dataset::json::{Entries, Json};
use crate::dataset::partner_requests::read_partner_request;
use crate::dataset::records::Titled;
use crate::dataset::report::{Loaded, Reading};
use crate::domain::{Call, PartnerRequest, RequestKind, Vocabularies};
use crate::explore::fold;

/// Imports partner requests: a table, a JSON list or a file of the format.
///
/// Countries may be names, what is sought a text `looking_for`. A request whose call is the topic of one of `calls` gets
/// that call's identifier; one that speaks of a challenge in its title or its call is a challenge.
pub fn import_partner_requests(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    vocabularies: &Vocabularies,
    calls: &[Call],
) -> Result<Loaded<PartnerRequest>, ImportError> {
    at_once(importing_partner_requests(file, bytes, options, vocabularies, calls))
}

/// The same at a pace of the options' own.
pub(crate) async fn importing_partner_requests(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    vocabularies: &Vocabularies,
    calls: &[Call],
) -> Result<Loaded<PartnerRequest>, ImportError> {
    let mut reading = Reading::new(file);
    let input = Input::open(file, bytes, options, &PARTNER_REQUESTS, &mut reading).await?;
    let names = Cells::new(vocabularies).with_words(&options.words);
    let mut titled = Titled::new(vocabularies);
    let mut ids = HashSet::new();
    let records = input
        .each(&names, &options.pace, &mut reading, &mut |mut value, reading| {
            if let Json::Object(entries) = &mut value {
                prepare(entries, &names, calls, options);
                identify(entries, "title", &mut ids, reading);
            }
            read_partner_request(&mut titled, value, reading)
        })
        .await?;
    Ok(Loaded { records, report: input.finish(reading) })
}

/// Brings a record into the shape of the format.
fn prepare(entries: &mut Entries<'_>, names: &Cells<'_>, calls: &[Call], options: &ImportOptions) {
    if entries.iter().any(|(name, _)| name == "looking_for") {
        english(entries, "looking_for", "seeks");
    }
    for text in ["seeks", "offers"] {
        english(entries, text, text);
    }
    terms(entries, "ecosystems", names);
    terms(entries, "expertise", names);
    for name in ["country", "partner_countries"] {
        let Some((_, value)) = entries.iter_mut().find(|(known, _)| known == name) else { continue };
        let list = match value {
            Json::List(list) => &mut list[..],
            one => std::slice::from_mut(one),
        };
        for value in list {
            if let Json::Text(text) = value
                && let Some(code) = names.countries.read(text).code()
            {
                *text = code.into();
            }
        }
    }
    let (call, title) = (text_of(entries, "call"), text_of(entries, "title"));
    let is_challenge =
        [&call, &title].iter().any(|text| fold(text).split(' ').any(|word| word == "challenge"));
    if is_challenge && is_absent(entries, "kind") {
        put(entries, "kind", Some(word(RequestKind::Challenge.as_str())));
    }
    if is_absent(entries, "call_id") && !call.is_empty() {
        let same = |known: &&Call| {
            known.topic_id.as_deref().is_some_and(|topic| topic.eq_ignore_ascii_case(call.trim()))
        };
        let known = calls.iter().find(same).map(|known| word(known.id.to_string()));
        put(entries, "call_id", known);
    }
    sources(entries, options);
}
