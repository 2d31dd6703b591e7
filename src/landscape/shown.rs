//! Which figure a map is shaded by and a table sorted by, as links write them.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use crate::explore::sort_values;

use super::countries::{CountryFigures, Landscape};
use super::population::per_million;

/// The figure that a map is shaded by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ShownFigure {
    /// Organisations.
    #[default]
    Organisations,
    /// Organisations for each million inhabitants, in hundredths.
    PerMillion,
    /// Organisations in an ecosystem.
    Ecosystem(String),
    /// Organisations with a topic of expertise.
    Expertise(String),
    /// Networks.
    Networks,
    /// Policies.
    Policies,
    /// Calls that are open.
    Calls,
    /// Events.
    Events,
}

impl ShownFigure {
    /// A country's value; `None` where it is not known.
    pub fn of(&self, figures: &CountryFigures) -> Option<u32> {
        match self {
            Self::Organisations => Some(figures.organisations.all),
            Self::PerMillion => per_million(figures.organisations.all, &figures.country),
            Self::Ecosystem(id) => Some(figures.organisations.in_ecosystem(id)),
            Self::Expertise(id) => Some(figures.organisations.with_topic(id)),
            Self::Networks => figures.networks,
            Self::Policies => figures.policies.map(|policies| policies.all),
            Self::Calls => figures.calls.map(|calls| calls.open),
            Self::Events => figures.events.map(|events| events.all),
        }
    }

    /// A value as a number to be written: shares are counted in hundredths.
    pub fn number(&self, value: u32) -> f64 {
        let value = f64::from(value);
        if *self == Self::PerMillion { value / 100.0 } else { value }
    }

    /// Whether the dataset has what it counts.
    pub fn is_known(&self, landscape: &Landscape) -> bool {
        let has =
            |terms: &[super::TermFigure], id: &str| terms.iter().any(|figure| figure.term.as_str() == id);
        match self {
            Self::Ecosystem(id) => has(&landscape.whole.ecosystems, id),
            Self::Expertise(id) => has(&landscape.whole.expertise, id),
            _ => true,
        }
    }
}

impl FromStr for ShownFigure {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let term = |id: &str| if id.is_empty() { Err(()) } else { Ok(id.to_owned()) };
        match text.split_once(':') {
            Some(("ecosystem", id)) => term(id).map(Self::Ecosystem),
            Some(("expertise", id)) => term(id).map(Self::Expertise),
            Some(_) => Err(()),
            None => match text {
                "organisations" => Ok(Self::Organisations),
                "per_million" => Ok(Self::PerMillion),
                "networks" => Ok(Self::Networks),
                "policies" => Ok(Self::Policies),
                "calls" => Ok(Self::Calls),
                "events" => Ok(Self::Events),
                _ => Err(()),
            },
        }
    }
}

impl fmt::Display for ShownFigure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Organisations => out.write_str("organisations"),
            Self::PerMillion => out.write_str("per_million"),
            Self::Ecosystem(id) => write!(out, "ecosystem:{id}"),
            Self::Expertise(id) => write!(out, "expertise:{id}"),
            Self::Networks => out.write_str("networks"),
            Self::Policies => out.write_str("policies"),
            Self::Calls => out.write_str("calls"),
            Self::Events => out.write_str("events"),
        }
    }
}

/// A column of the table of countries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Column {
    /// Its name.
    Country,
    /// Organisations.
    #[default]
    Organisations,
    /// Organisations for each million inhabitants, in hundredths.
    PerMillion,
    /// Ecosystems that at least one of its organisations is listed in.
    Ecosystems,
    /// Networks.
    Networks,
    /// Policies.
    Policies,
    /// Calls that are open.
    Calls,
    /// Events.
    Events,
    /// The figure of the map, where it is none of these.
    Shown,
}

impl Column {
    /// The columns of a table whose map is shaded by a figure: the country, that figure, and the others.
    pub fn beside(shown: &ShownFigure) -> Vec<Self> {
        let chosen = match shown {
            ShownFigure::Organisations => Self::Organisations,
            ShownFigure::PerMillion => Self::PerMillion,
            ShownFigure::Ecosystem(_) | ShownFigure::Expertise(_) => Self::Shown,
            ShownFigure::Networks => Self::Networks,
            ShownFigure::Policies => Self::Policies,
            ShownFigure::Calls => Self::Calls,
            ShownFigure::Events => Self::Events,
        };
        let others =
            Self::ALL.into_iter().filter(|other| ![Self::Country, Self::Shown, chosen].contains(other));
        [Self::Country, chosen].into_iter().chain(others).collect()
    }

    /// All columns.
    pub const ALL: [Self; 9] = [
        Self::Country,
        Self::Shown,
        Self::Organisations,
        Self::PerMillion,
        Self::Ecosystems,
        Self::Networks,
        Self::Policies,
        Self::Calls,
        Self::Events,
    ];

    /// The name used in links.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Organisations => "organisations",
            Self::PerMillion => "per_million",
            Self::Ecosystems => "ecosystems",
            Self::Networks => "networks",
            Self::Policies => "policies",
            Self::Calls => "calls",
            Self::Events => "events",
            Self::Shown => "shown",
        }
    }

    /// A value in the column as a number to be written.
    pub fn number(self, value: u32, shown: &ShownFigure) -> f64 {
        match self {
            Self::Shown => shown.number(value),
            Self::PerMillion => ShownFigure::PerMillion.number(value),
            _ => f64::from(value),
        }
    }

    /// A country's value in a column of numbers; `None` where it is not known.
    pub fn of(self, figures: &CountryFigures, shown: &ShownFigure) -> Option<u32> {
        match self {
            Self::Country => None,
            Self::Organisations => Some(figures.organisations.all),
            Self::PerMillion => ShownFigure::PerMillion.of(figures),
            Self::Ecosystems => {
                let some = figures.organisations.ecosystems.iter().filter(|figure| figure.count > 0);
                Some(u32::try_from(some.count()).unwrap_or(u32::MAX))
            }
            Self::Networks => figures.networks,
            Self::Policies => figures.policies.map(|policies| policies.all),
            Self::Calls => figures.calls.map(|calls| calls.open),
            Self::Events => figures.events.map(|events| events.all),
            Self::Shown => shown.of(figures),
        }
    }
}

/// By which column a table is sorted: names from A, numbers from the greatest, or the other way round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// The other way round.
    pub reversed: bool,
}

impl FromStr for Order {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (reversed, name) = text.strip_prefix('-').map_or((false, text), |name| (true, name));
        let column = Column::ALL.into_iter().find(|column| column.as_str() == name).ok_or(())?;
        Ok(Self { column, reversed })
    }
}

impl fmt::Display for Order {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", if self.reversed { "-" } else { "" }, self.column.as_str())
    }
}

/// Countries that are in the order of their names, in another. What is not known comes last either way; what is equal stays in
/// the order of names.
pub fn order_by(all: &mut Vec<&CountryFigures>, order: Order, shown: &ShownFigure) {
    if order.column == Column::Country {
        if order.reversed {
            all.reverse();
        }
        return;
    }
    let turned = |found: Ordering| if order.reversed { found.reverse() } else { found };
    sort_values(all, &|a, b| match (order.column.of(a, shown), order.column.of(b, shown)) {
        (Some(a), Some(b)) => turned(b.cmp(&a)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figure_of_the_map_stands_beside_the_country_and_once() {
        let columns = |shown: &str| Column::beside(&shown.parse().expect("a figure"));
        assert_eq!(columns("networks")[..3], [Column::Country, Column::Networks, Column::Organisations]);
        assert_eq!(columns("ecosystem:digital")[1], Column::Shown);
        assert!(
            columns("organisations").contains(&Column::PerMillion),
            "it can be sorted by without the map"
        );
        for shown in ["organisations", "per_million", "networks", "policies", "calls", "events"] {
            assert_eq!(columns(shown).len(), Column::ALL.len() - 1, "{shown}");
        }
    }

    #[test]
    fn what_links_write_is_read_again() {
        for text in [
            "organisations",
            "per_million",
            "ecosystem:digital",
            "expertise:photonics",
            "networks",
            "policies",
            "calls",
            "events",
        ] {
            assert_eq!(text.parse::<ShownFigure>().map(|shown| shown.to_string()).as_deref(), Ok(text));
        }
        for text in ["", "ecosystem:", "money", "ecosystem", "theme:green"] {
            assert!(text.parse::<ShownFigure>().is_err(), "{text}");
        }
        for column in Column::ALL {
            for reversed in [false, true] {
                let order = Order { column, reversed };
                assert_eq!(order.to_string().parse(), Ok(order));
            }
        }
        assert!("-".parse::<Order>().is_err());
    }
}
