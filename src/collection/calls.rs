//! Open calls.

use std::sync::Arc;

use crate::dataset::ImportOptions;
use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded, Manifest};
use crate::domain::{
    ANY_COUNTRY, Budget, Call, CallStatus, CutOff, Eligibility, Instant, RecordId, Vocabularies, WebAddress,
};
use crate::explore::{CallAt, NOT_STATED};

use super::about::{AUDIENCE, COUNTRY, ECOSYSTEM, status};
use super::facet::{self, GROUP};
use super::feeds;
use super::related::sum;
use super::{
    About, Action, Between, Body, Collection, CollectionRecord, FacetAbout, Fact, Format, Importing,
    LabelSource, Line, ListWords, Phrase, RecordPage, SavingWords, Section, Setting, Shown, Words,
};

pub(super) const ABOUT: About = About {
    name: "calls",
    path: "calls",
    record_path: "calls",
    group: None,
    facets: &[
        status(STATES),
        AUDIENCE.titled("facet-applicants"),
        FacetAbout::new("purpose", "facet-purpose", LabelSource::Terms),
        ECOSYSTEM,
        FacetAbout {
            special: &[(ANY_COUNTRY, "call-any-country"), (NOT_STATED, "call-eligibility-not-stated")],
            along: &[ANY_COUNTRY],
            lesser: &[NOT_STATED],
            ..COUNTRY.titled("facet-eligible").noted("facet-eligible-note").unsearched()
        },
        FacetAbout::new("issuer", "facet-issuer", LabelSource::Itself).unsearched(),
    ],
    places: false,
    closes: Some("closes_in_days"),
    words: Words::any("nav-calls", "search-placeholder-calls", "suggestion-call"),
    saving: Some(SavingWords {
        list: "saved-calls/1",
        save: "call-save",
        saved: "call-save-on",
        named: "call-save-named",
        done: "call-saved",
        undone: "call-unsaved",
    }),
};

const STATES: &[(&str, &str)] = &[
    ("open", "status-open"),
    ("forthcoming", "status-forthcoming"),
    ("unknown", "status-unknown"),
    ("closed", "status-closed"),
    ("cancelled", "status-cancelled"),
];

impl AsRef<Call> for CallAt {
    fn as_ref(&self) -> &Call {
        self.call()
    }
}

impl CollectionRecord for Call {
    const COLLECTION: Collection = Collection::Calls;
    const FORMATS: &'static [Format] = &[Format::Csv, Format::Xlsx, Format::Json];
    const LIST: ListWords = ListWords {
        title: "calls-title",
        count: "calls-count",
        none: "calls-count-none",
        back: "back-to-calls",
        order: "sort-deadline",
    };
    const FEEDS: &'static [(&'static str, &'static str)] =
        &[("calls.atom", "calls-feed"), ("calls.ics", "calendar-subscribe")];
    type At = CallAt;
    /// Its state, and the next cut-off.
    type Standing = (CallStatus, Option<i64>);

    fn id(&self) -> &RecordId {
        &self.id
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn sources(&self) -> &[String] {
        &self.sources
    }

    fn read(file: &Fetched<'_>, vocabularies: &Vocabularies) -> Result<Loaded<Self>, DatasetError> {
        dataset::read_calls(file, vocabularies)
    }

    fn file(records: &[&Self], _vocabularies: &Vocabularies) -> String {
        dataset::calls_file(records)
    }

    fn export(format: Format, records: &[&Self], note: &ExportNote) -> Option<String> {
        match format {
            Format::Csv | Format::Xlsx => Some(dataset::calls_csv(records, note)),
            Format::Json => Some(dataset::calls_json(records, note)),
            Format::GeoJson => None,
        }
    }

    fn seen_in(&mut self, manifest: &Manifest) {
        self.report_days(|source| manifest.day_of(source), manifest.published);
    }

    fn status_at(&self, now: Instant) -> Option<&'static str> {
        Some(self.status(now).as_str())
    }

    fn at(records: &[Arc<Self>], setting: &Setting<'_>) -> Vec<Self::At> {
        records.iter().map(|call| CallAt::new(call.clone(), setting.now, setting.vocabularies)).collect()
    }

    fn standing(&self, now: Instant) -> Self::Standing {
        (self.status(now), self.next_cutoff(now).map(|cutoff| cutoff.closes().unix()))
    }

    fn is_open(at: &Self::At) -> bool {
        at.status() == CallStatus::Open
    }

    fn line(at: &Self::At, now: Instant) -> Line {
        call_line(at.call(), now)
    }

    fn page(&self, now: Instant) -> RecordPage {
        let grant = self.max_grant_eur.map(|eur| euro(eur as f64));
        let facts = [
            Fact::new("facet-applicants", Phrase::terms("audience", &self.audience)),
            Fact::new("call-eligible", eligible(&self.eligibility)).or("call-eligibility-not-stated"),
            Fact::new("call-budget", self.budget.as_ref().and_then(money)),
            Fact::new("call-max-grant", grant),
            Fact::new("facet-purpose", Phrase::terms("purpose", &self.purpose)),
            Fact::new("facet-ecosystem", Shown::ecosystems(&self.ecosystems)).or("call-ecosystem-none"),
            Fact::new("call-official-page", self.url.clone().map(|url| page_of(url, self.url_is_list)))
                .or("call-official-page-unknown"),
            Fact::new("call-topic", self.topic_id.clone()),
            Fact::new("call-action-type", self.action_type.clone()),
        ];
        RecordPage {
            status: self.status_at(now),
            closes_in: self.closes_in_days(now),
            doubt: doubt(self, now),
            kicker: vec![Phrase::Text(self.issuer.clone())],
            actions: self
                .url
                .clone()
                .map(|address| Action::Leave(address, "call-official-page", true))
                .into_iter()
                .collect(),
            sections: vec![
                Section { heading: None, body: Body::Text(self.summary.clone()) },
                Section { heading: Some("call-facts"), body: Body::Facts(facts.to_vec()) },
            ],
            ..RecordPage::default()
        }
    }

    fn feed(file: &str, records: &[Self], build: &feeds::Build<'_>) -> Option<String> {
        match file {
            "calls.atom" => Some(feeds::calls_atom(records, build)),
            "calls.ics" => feeds::calls_ics(records, build),
            _ => None,
        }
    }

    fn states_deadline(&self) -> bool {
        !self.cutoffs.is_empty() || self.deadline_words.is_some()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> String {
        dataset::calls_schema()
    }

    fn import<'a>(
        (name, bytes): (&'a str, &'a [u8]),
        options: ImportOptions,
        vocabularies: &'a mut Vocabularies,
        _other: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Importing<'a, Self> {
        Box::pin(async move { dataset::importing_calls(name, bytes, &options, vocabularies).await })
    }
}

/// What a line of a list shows of a call at a moment.
pub fn call_line(call: &Call, now: Instant) -> Line {
    Line {
        status: Some(call.status(now).as_str()),
        about: vec![Phrase::Text(call.issuer.clone())],
        closes_in: call.closes_in_days(now),
        doubt: doubt(call, now),
        tags: (!call.eligibility.stated())
            .then_some(Phrase::Message("call-eligibility-not-stated"))
            .into_iter()
            .collect(),
        when: when(call, now),
        ecosystems: call.ecosystems.clone(),
    }
}

/// A call whose opening nobody states may not be open yet.
fn doubt(call: &Call, now: Instant) -> Option<&'static str> {
    let unsure = match call.status(now) {
        CallStatus::Open => !call.opening_known(),
        // Its end is known and ahead: what is not known is whether it had begun.
        CallStatus::Unknown => call.opens.is_none() && call.next_cutoff(now).is_some(),
        CallStatus::Forthcoming | CallStatus::Closed | CallStatus::Cancelled => false,
    };
    unsure.then_some("call-opening-unknown")
}

/// When it matters next: the next cut-off and how far off it is; nothing where the status says it all.
fn when(call: &Call, now: Instant) -> Option<Phrase> {
    let unknown = || Phrase::Message("call-dates-unknown");
    let dots = |first, second| Phrase::Several(vec![first, second], Between::Dots);
    let cutoff = |cutoff: &CutOff| Phrase::Moment(cutoff.date, cutoff.time);
    match call.status(now) {
        CallStatus::Open => Some(match call.next_cutoff(now) {
            Some(next) => dots(cutoff(next), closes(call, next, now)),
            None => Phrase::Message("call-open-end"),
        }),
        CallStatus::Forthcoming => Some(call.opens.or(call.published).map_or_else(unknown, |day| {
            Phrase::With("call-opens", vec![("date", Phrase::Day(day)), ("away", Phrase::Away(day, None))])
        })),
        CallStatus::Closed => {
            let last = call.cutoffs.iter().max_by_key(|cutoff| cutoff.closes());
            Some(last.map_or_else(unknown, |last| dots(cutoff(last), Phrase::Closes(last.date, last.time))))
        }
        CallStatus::Unknown => match (&call.deadline_words, call.next_cutoff(now)) {
            (Some(words), _) => Some(Phrase::Text(words.clone())),
            (None, Some(next)) => Some(cutoff(next)),
            (None, None) => None,
        },
        CallStatus::Cancelled => None,
    }
}

/// The next cut-off and the close are two things: "closes in 8 days" only where the next cut-off is the last.
fn closes(call: &Call, next: &CutOff, now: Instant) -> Phrase {
    let rounds = match call.after_next(now) {
        Some((further, last)) => Phrase::With(
            "call-rounds",
            vec![("date", Phrase::Day(last.date)), ("count", Phrase::Number(f64::from(further)))],
        ),
        None if !call.deadline_known => Phrase::Message("call-rounds-unknown"),
        None => return Phrase::Closes(next.date, next.time),
    };
    let next = Phrase::With("call-next-cutoff", vec![("away", Phrase::Away(next.date, next.time))]);
    Phrase::Several(vec![next, rounds], Between::Dots)
}

/// The official page, or the list on which the call has to be looked for.
fn page_of(url: WebAddress, is_list: bool) -> Shown {
    let page = Shown::Elsewhere(url, None);
    if is_list { page.remarked(Phrase::Message("call-official-page-list")) } else { page }
}

fn euro(amount: f64) -> Phrase {
    Phrase::With("money-eur", vec![("amount", Phrase::Number(amount))])
}

fn money(budget: &Budget) -> Option<Phrase> {
    Some(match sum(budget) {
        Some((eur, "")) => euro(eur),
        Some((eur, note)) => {
            let note = Phrase::Text(note.to_owned());
            Phrase::With("money-eur-note", vec![("amount", Phrase::Number(eur)), ("note", note)])
        }
        None => Phrase::Text(budget.note.clone()?),
    })
}

/// From where one may apply.
fn eligible(eligibility: &Eligibility) -> Option<Phrase> {
    if eligibility.any {
        return Some(Phrase::Message("call-any-country"));
    }
    if !eligibility.stated() {
        return None;
    }
    let value = |facet, id: &str| Phrase::Value(facet, id.to_owned());
    let groups = eligibility.groups.iter().map(|group| value(GROUP, group.as_str()));
    let countries = eligibility.countries.iter().map(|country| value(facet::COUNTRY, country.as_str()));
    let regions = eligibility.regions.iter().map(|region| {
        let country = value(facet::COUNTRY, region.country.as_str());
        let name = region.name.clone().map(Phrase::Text);
        let name = name.or_else(|| region.code.as_ref().map(|code| value(facet::REGION, code.as_str())));
        match name {
            Some(name) => Phrase::With("region-of", vec![("region", name), ("country", country)]),
            None => country,
        }
    });
    Some(Phrase::Several(groups.chain(countries).chain(regions).collect(), Between::Semicolons))
}
