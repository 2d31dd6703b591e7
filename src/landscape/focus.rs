//! What belongs to a theme, across collections.

use crate::collection::Collection;
use crate::collection::facet::{ECOSYSTEM, EXPERTISE, STATUS};
use crate::domain::{FactTopic, NetworkAim};
use crate::explore::{FacetId, Record};
use crate::route::FindParams;

/// A theme with a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The green transition.
    Green,
    /// The digital transition.
    Digital,
    /// Resilience.
    Resilience,
    /// Skills.
    Skills,
    /// Internationalisation.
    Internationalisation,
}

/// A part of a theme's page: a list with its filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Calls one can answer now.
    OpenCalls,
    /// Calls that will open.
    ComingCalls,
    /// All calls, those of the past too.
    AllCalls,
    /// Trainings one can apply for, or that are ahead.
    ComingTrainings,
    /// All trainings.
    AllTrainings,
    /// Events that are ahead.
    ComingEvents,
    /// All events.
    AllEvents,
    /// Policies.
    Policies,
    /// Services, tools, guides, news.
    Resources,
    /// Organisations by their expertise.
    Expertise,
    /// Organisations by their ecosystem.
    Ecosystem,
    /// Partner requests that are open, by the expertise that they are about.
    PartnerRequests,
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 5] =
        [Self::Green, Self::Digital, Self::Resilience, Self::Skills, Self::Internationalisation];

    /// The name used in links and in the vocabulary of themes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Digital => "digital",
            Self::Resilience => "resilience",
            Self::Skills => "skills",
            Self::Internationalisation => "internationalisation",
        }
    }

    /// The theme with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == name)
    }

    /// What calls pay for that belongs to it (vocabulary `purposes`).
    fn purpose(self) -> &'static str {
        // Calls pay for training; skills are what comes of it.
        if self == Self::Skills { "training" } else { self.as_str() }
    }

    /// What trainings are about that belongs to it (vocabulary `training_topics`).
    fn training_topics(self) -> &'static [&'static str] {
        match self {
            Self::Green => &[
                "bioeconomy",
                "clean-tech",
                "decarbonisation",
                "energy",
                "green-transition",
                "net-zero",
                "resource-efficiency",
            ],
            Self::Digital => &["digital-transition", "quantum", "smart-industry"],
            Self::Resilience => &["raw-materials", "resilience", "supply-chains"],
            Self::Skills => &["skills"],
            Self::Internationalisation => &["internationalisation", "interregional-collaboration"],
        }
    }

    /// Topics of expertise that belong to it; none where no topic does.
    fn expertise(self) -> &'static [&'static str] {
        match self {
            Self::Green => &[
                "batteries",
                "bioeconomy",
                "circular-economy",
                "clean-tech",
                "hydrogen",
                "renewable-energy",
                "water",
            ],
            Self::Digital => {
                &["artificial-intelligence", "cybersecurity", "electronics-semiconductors", "ict-software"]
            }
            Self::Skills => &["education-skills"],
            Self::Resilience | Self::Internationalisation => &[],
        }
    }

    /// The ecosystem that belongs to it.
    fn ecosystem(self) -> Option<&'static str> {
        match self {
            Self::Green => Some("energy-renewables"),
            Self::Digital => Some("digital"),
            Self::Resilience | Self::Skills | Self::Internationalisation => None,
        }
    }

    /// The topic of facts that belongs to it.
    pub fn facts(self) -> Option<FactTopic> {
        (self == Self::Skills).then_some(FactTopic::Skills)
    }

    /// The aim of networks that belongs to it.
    pub fn aim(self) -> Option<NetworkAim> {
        match self {
            Self::Skills => Some(NetworkAim::Train),
            Self::Internationalisation => Some(NetworkAim::Internationalise),
            Self::Green | Self::Digital | Self::Resilience => None,
        }
    }
}

impl Part {
    /// The list of a part, with the theme's filters; `None` where nothing in the collection belongs to the theme.
    pub fn list(self, theme: Theme) -> Option<FindParams> {
        let filtered = |collection, facets: &[(FacetId, &[&str])]| {
            let mut params = FindParams::of(collection);
            for (facet, values) in facets {
                if values.is_empty() {
                    return None;
                }
                params.facets.set(facet, values.iter().map(|&value| value.to_owned()).collect());
            }
            Some(params)
        };
        let purpose: (FacetId, &[&str]) = ("purpose", &[theme.purpose()]);
        let topics: (FacetId, &[&str]) = ("topic", theme.training_topics());
        let named: (FacetId, &[&str]) = ("theme", &[theme.as_str()]);
        match self {
            Self::OpenCalls => filtered(Collection::Calls, &[purpose, (STATUS, &["open"])]),
            Self::ComingCalls => filtered(Collection::Calls, &[purpose, (STATUS, &["forthcoming"])]),
            Self::AllCalls => filtered(Collection::Calls, &[purpose]),
            Self::ComingTrainings => {
                filtered(Collection::Trainings, &[topics, (STATUS, &["open", "upcoming"])])
            }
            Self::AllTrainings => filtered(Collection::Trainings, &[topics]),
            Self::ComingEvents => filtered(Collection::Events, &[named, (STATUS, &["running", "upcoming"])]),
            Self::AllEvents => filtered(Collection::Events, &[named]),
            Self::Policies => filtered(Collection::Policies, &[named]),
            Self::Resources => filtered(Collection::Resources, &[named]),
            Self::Expertise => filtered(Collection::Organisations, &[(EXPERTISE, theme.expertise())]),
            Self::PartnerRequests => {
                filtered(Collection::PartnerRequests, &[(EXPERTISE, theme.expertise()), (STATUS, &["open"])])
            }
            Self::Ecosystem => {
                filtered(Collection::Organisations, &[(ECOSYSTEM, theme.ecosystem().as_slice())])
            }
        }
    }
}

/// How many records a list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// So many.
    Of(u32),
    /// There are records, and of none the dataset says what they are chosen by: 0 would be untrue.
    NotStated,
}

/// How many records have one of the values chosen in each facet: what the list of these parameters counts. Only for
/// facets in which a value means itself and nothing along with it.
pub fn count<R: Record>(records: &[R], params: &FindParams) -> Counted {
    let has = |record: &R, facet: FacetId, is_wanted: &dyn Fn(&str) -> bool| {
        let mut found = false;
        if let Some(facet) = R::FACETS.iter().find(|one| one.id == facet) {
            (facet.values)(record, &mut |value| found |= is_wanted(value));
        }
        found
    };
    let is_stated = |facet: FacetId| records.iter().any(|record| has(record, facet, &|_| true));
    if !records.is_empty() && !params.facets.iter().all(|(facet, _)| is_stated(facet)) {
        return Counted::NotStated;
    }
    let matches = |record: &&R| {
        let mut chosen = params.facets.iter();
        chosen.all(|(facet, wanted)| has(record, facet, &|value| wanted.iter().any(|one| one == value)))
    };
    Counted::Of(u32::try_from(records.iter().filter(matches).count()).unwrap_or(u32::MAX))
}
