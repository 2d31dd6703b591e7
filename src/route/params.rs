//! The parameters of the pages that find records: the mapping tool, open calls, trainings, partner requests.

use std::fmt;

use crate::collection::{Collection, LabelSource, facet};
use crate::domain::{CountryCode, Day, OWN, Point, decimal};
use crate::explore::{Bounds, Choice, FacetId, Near, NumberRange, Query, Sort, sort_values};

/// Longest search text kept from a link, in characters: a name is shorter, and a pasted page is no search.
const LONGEST_TEXT: usize = 200;
/// Furthest cut-off one can ask for, in days.
const LONGEST_WAIT: u16 = 3_660;
/// Most values kept per facet: more than any vocabulary here has.
const MOST_VALUES: usize = 600;

/// What a page that finds records shows: filters, view, order, selection and day.
///
/// Every collection has the same parameters but for its facets; what only makes sense for records with a place is
/// not read for the others.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FindParams {
    /// Which records.
    pub collection: Collection,
    /// Search text.
    pub q: String,
    /// Chosen values per facet.
    pub facets: Choices,
    /// Only calls whose next cut-off is at most so many days away.
    pub closes_within: Option<u16>,
    /// Within a distance of a point.
    pub near: Option<NearParam>,
    /// Within a box.
    pub bbox: Option<Bounds>,
    /// Which view is open.
    pub view: View,
    /// The order of the list.
    pub sort: SortKey,
    /// The selected record's identifier.
    pub sel: Option<String>,
    /// Where the map looks, when a person has moved it.
    pub map: Option<MapView>,
    /// What the rows of the coverage matrix are.
    pub rows: Axis,
    /// What the columns of the coverage matrix are: regions instead of countries.
    pub by_region: bool,
    /// The day of viewing; `None` is today.
    pub at: Option<Day>,
}

/// Chosen values, facet by facet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices(Vec<(FacetId, Vec<String>)>);

impl Choices {
    /// The values chosen in a facet.
    pub fn of(&self, facet: &str) -> &[String] {
        self.0.iter().find(|(id, _)| *id == facet).map_or(&[], |(_, values)| values)
    }

    /// Chooses these values in a facet, and no others.
    pub fn set(&mut self, facet: FacetId, values: Vec<String>) {
        // In one order, so that the same choices are equal.
        let at = self.0.iter().position(|(id, _)| *id >= facet).unwrap_or(self.0.len());
        if self.0.get(at).is_none_or(|(id, _)| *id != facet) {
            if !values.is_empty() {
                self.0.insert(at, (facet, values));
            }
        } else if values.is_empty() {
            self.0.remove(at);
        } else {
            self.0[at].1 = values;
        }
    }

    /// Each facet with a choice, and its values.
    pub fn iter(&self) -> impl Iterator<Item = (FacetId, &[String])> {
        self.0.iter().map(|(id, values)| (*id, values.as_slice()))
    }

    /// How many values are chosen in all facets.
    pub fn len(&self) -> usize {
        self.0.iter().map(|(_, values)| values.len()).sum()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A circle on the globe, as links write it: `lat,lon,km`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NearParam {
    /// The centre.
    pub point: Point,
    /// The radius in kilometres, 1 to 5000.
    pub km: f64,
}

/// Where the map looks, as links write it: `lat,lon,zoom`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapView {
    /// The centre.
    pub centre: Point,
    /// The zoom level, 0 to 18.
    pub zoom: u8,
}

/// Which view of the matches is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// Map and list side by side where there is room, the list alone on a phone.
    #[default]
    Both,
    /// The map: beside the list where there is room, alone on a phone.
    Map,
    /// The list alone.
    List,
    /// The coverage matrix.
    Coverage,
    /// Months across, records as bars.
    Timeline,
    /// A month, day by day.
    Month,
    /// Countries against countries.
    Matrix,
}

/// The order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SortKey {
    /// What fits best: relevance with a search text, distance near a point, else the name.
    #[default]
    Best,
    /// By name.
    Name,
    /// By country, then name.
    Country,
    /// By distance from the point.
    Distance,
    /// By what is next: open calls by their next cut-off, then forthcoming ones, then the archive.
    Deadline,
}

/// What the rows of the coverage matrix are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Axis {
    /// Industrial ecosystems.
    Ecosystem,
    /// Topics of expertise: what an organisation may have several of says more than what it has one of.
    #[default]
    Expertise,
}

macro_rules! named {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// All values.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The name used in links.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
            pub(super) fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == name)
            }
        }
    };
}
named!(View { Both = "map,list", Map = "map", List = "list", Coverage = "coverage", Timeline = "timeline",
    Month = "month", Matrix = "matrix" });
named!(SortKey { Best = "best", Name = "name", Country = "country", Distance = "distance", Deadline = "deadline" });
named!(Axis { Ecosystem = "ecosystem", Expertise = "expertise" });

impl FindParams {
    /// A collection without any filter.
    pub fn of(collection: Collection) -> Self {
        Self { collection, ..Self::default() }
    }

    /// The page that these parameters are for.
    pub fn route(self) -> super::Route {
        super::Route::Find(Box::new(self))
    }

    /// The link to the page that these parameters are for.
    pub fn link(self) -> String {
        self.route().to_hash()
    }

    /// The values chosen in the facet called `name`; empty for a name that is no facet.
    pub fn chosen(&self, name: &str) -> &[String] {
        self.facets.of(name)
    }

    /// How many values, places and texts restrict the matches.
    pub fn restrictions(&self) -> usize {
        self.facets.len()
            + usize::from(!self.q.trim().is_empty())
            + usize::from(self.near.is_some())
            + usize::from(self.bbox.is_some())
            + usize::from(self.closes_within.is_some())
    }

    /// The same view without any filter, search, selection or map position.
    #[must_use]
    pub fn cleared(&self) -> Self {
        let Self { collection, view, rows, by_region, at, .. } = *self;
        Self { collection, view, rows, by_region, at, ..Self::default() }
    }

    /// The same with one value chosen, or no longer chosen, in a facet of the collection.
    #[must_use]
    pub fn with_value(&self, facet: FacetId, value: &str, chosen: bool) -> Self {
        let mut next = self.clone();
        let mut values = self.facets.of(facet).to_vec();
        values.retain(|v| v != value);
        if chosen {
            values.push(value.to_owned());
            sort_values(&mut values, &String::cmp);
        }
        next.facets.set(facet, values);
        next.sel = None;
        // The map goes where the new matches are.
        next.map = None;
        next
    }

    /// The question that these parameters ask; what only changes the view is not part of it.
    pub fn query(&self) -> Query {
        let closes = self.collection.about().closes.zip(self.closes_within);
        Query {
            text: self.q.clone(),
            facets: self.facets.iter().map(|(facet, values)| self.choice(facet, values)).collect(),
            ranges: closes
                .into_iter()
                .map(|(field, days)| NumberRange { field, from: None, to: Some(f64::from(days)) })
                .collect(),
            near: self.near.map(NearParam::circle),
            bounds: self.bbox,
            sort: match self.sort {
                // Without words to be relevant to, or a place to be near, records come in the order of their own.
                SortKey::Best if self.near.is_some() || !self.q.trim().is_empty() => Sort::Best,
                SortKey::Best | SortKey::Deadline => Sort::Own,
                SortKey::Name => Sort::Title,
                SortKey::Country => Sort::Facet(facet::COUNTRY),
                SortKey::Distance => Sort::Distance,
            },
        }
    }

    /// What is asked of a facet by its values in a link.
    fn choice(&self, facet: FacetId, values: &[String]) -> Choice {
        let mut choice = Choice { facet, ..Choice::default() };
        for value in values {
            match left_out(value) {
                Some(value) => choice.none_of.push(value.to_owned()),
                None => choice.any_of.push(value.clone()),
            }
        }
        if let Some(about) = self.collection.facet(facet) {
            let is_special = |value: &String| about.special.iter().any(|(special, _)| special == value);
            // Who asks for what says "any", or for what says nothing, asks for just that.
            if choice.any_of.iter().any(|value| !is_special(value)) {
                choice.any_of.extend(about.along.iter().map(|&value| value.to_owned()));
                choice.lesser.extend(about.lesser.iter().map(|&value| value.to_owned()));
            }
        }
        choice
    }

    /// The same with a value left out of a facet of the collection, or no longer.
    #[must_use]
    pub fn without_value(&self, facet: FacetId, value: &str, out: bool) -> Self {
        self.with_value(facet, value, false).with_value(facet, &[LEAVES_OUT, value].concat(), out)
    }

    pub(super) fn read(&mut self, key: &str, value: &str) {
        match key {
            "q" => self.q = search_text(value),
            "near" | "bbox" | "map" if !self.collection.about().places => {}
            "near" => self.near = near(value),
            "bbox" => self.bbox = bbox(value),
            "map" => self.map = map_view(value),
            "closes_within" if self.collection.about().closes.is_some() => {
                self.closes_within = value.parse().ok().filter(|days| (1..=LONGEST_WAIT).contains(days));
            }
            "view" => {
                self.view = View::named(value).unwrap_or_default();
            }
            "sort" => self.sort = SortKey::named(value).unwrap_or_default(),
            "rows" => self.rows = Axis::named(value).unwrap_or_default(),
            "by" => self.by_region = value == "region",
            "sel" => self.sel = identifier(value),
            "at" => self.at = Day::asked(value),
            _ => {
                if let Some(facet) = self.collection.facet(key) {
                    // Chosen twice, both are meant.
                    let before = self.facets.of(facet.id).join(",");
                    let is_countries = matches!(facet.labels, LabelSource::Countries);
                    // Codes of countries have no semicolon.
                    let value = if is_countries { value.replace(';', ",") } else { value.to_owned() };
                    let mut all = values(&[&before, ",", &value].concat());
                    if is_countries {
                        all.iter_mut().for_each(to_code);
                        sort_values(&mut all, &String::cmp);
                        all.dedup();
                    }
                    self.facets.set(facet.id, all);
                }
            }
        }
    }

    pub(super) fn write(&self, out: &mut super::hash::Writer) {
        if !self.q.is_empty() {
            out.pair("q", &self.q);
        }
        for facet in self.collection.facets() {
            out.list(facet.id, self.facets.of(facet.id));
        }
        for (facet, values) in self.facets.iter().filter(|(facet, _)| facet.starts_with(OWN)) {
            out.list(facet, values);
        }
        if let Some(near) = self.near {
            out.numbers("near", &[near.point.lat(), near.point.lon(), near.km]);
        }
        if let Some(b) = self.bbox {
            out.numbers("bbox", &[b.west, b.south, b.east, b.north]);
        }
        if let Some(days) = self.closes_within {
            out.raw("closes_within", format_args!("{days}"));
        }
        let mut named = |key: &str, value: &str, default: &str| {
            if value != default {
                out.raw(key, format_args!("{value}"));
            }
        };
        named("view", self.view.as_str(), View::default().as_str());
        named("sort", self.sort.as_str(), SortKey::default().as_str());
        named("rows", self.rows.as_str(), Axis::default().as_str());
        named("by", if self.by_region { "region" } else { "country" }, "country");
        if let Some(sel) = &self.sel {
            out.pair("sel", sel);
        }
        if let Some(map) = self.map {
            out.numbers("map", &[map.centre.lat(), map.centre.lon(), f64::from(map.zoom)]);
        }
        if let Some(at) = self.at {
            out.raw("at", format_args!("{at}"));
        }
    }
}

/// What stands before a value that is to be left out: `country=-FR`.
pub const LEAVES_OUT: &str = "-";

/// The value that a choice in a link leaves out; `None` for one that it asks for.
pub fn left_out(value: &str) -> Option<&str> {
    value.strip_prefix(LEAVES_OUT).filter(|value| !value.is_empty())
}

/// The values of a list parameter: separated by commas, without doubles, in order.
fn values(text: &str) -> Vec<String> {
    let mut values: Vec<String> =
        text.split(',').map(str::trim).filter(|v| !v.is_empty()).take(MOST_VALUES).map(clean).collect();
    values.retain(|v| !v.is_empty());
    sort_values(&mut values, &String::cmp);
    values.dedup();
    values
}

/// A country as the dataset writes its code: in capitals, Greece as `GR`. What is no country stays as it is.
fn to_code(value: &mut String) {
    let out = left_out(value).is_some();
    let code = value.strip_prefix(LEAVES_OUT).unwrap_or(value);
    if let Ok(code) = code.parse::<CountryCode>() {
        *value = [if out { LEAVES_OUT } else { "" }, code.as_str()].concat();
    }
}

fn clean(value: &str) -> String {
    value
        .chars()
        .filter(|c| !c.is_control() && *c != ',')
        .take(LONGEST_TEXT)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// A search text as far as a link can be trusted with one.
pub(super) fn search_text(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(LONGEST_TEXT).collect()
}

/// An identifier as far as a link can be trusted with one: not empty, not endless.
pub(super) fn identifier(text: &str) -> Option<String> {
    let id = clean(text);
    (!id.is_empty()).then_some(id)
}

fn numbers<const N: usize>(text: &str) -> Option<[f64; N]> {
    let parts: Vec<f64> = text.split(',').map(|part| decimal::read(part.trim())).collect::<Option<_>>()?;
    parts.try_into().ok()
}

/// Rounded to so many decimals that a link stays short: 4 decimals are 11 metres.
pub(super) fn rounded(number: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    // Adding zero turns -0 into 0, which would be written differently.
    (number * scale).round() / scale + 0.0
}

fn near(text: &str) -> Option<NearParam> {
    let [lat, lon, km] = numbers::<3>(text)?;
    NearParam::new(Point::new(lat, lon).ok()?, km)
}

fn bbox(text: &str) -> Option<Bounds> {
    let [west, south, east, north] = numbers::<4>(text)?;
    Bounds::new(west, south, east, north)
}

fn map_view(text: &str) -> Option<MapView> {
    let [lat, lon, zoom] = numbers::<3>(text)?;
    (0.0..=18.0).contains(&zoom).then_some(())?;
    MapView::new(lat, lon, zoom as u8)
}

impl NearParam {
    /// The circle that is searched.
    pub fn circle(self) -> Near {
        Near { point: self.point, km: self.km }
    }

    /// A circle, its centre rounded to 4 decimals; `None` where the radius is not within 1 to 5000 kilometres.
    pub fn new(centre: Point, km: f64) -> Option<Self> {
        let point = Point::new(rounded(centre.lat(), 4), rounded(centre.lon(), 4)).ok()?;
        (1.0..=5000.0).contains(&km).then_some(Self { point, km: rounded(km, 1) })
    }
}

impl MapView {
    /// A view of the map, its centre rounded to 4 decimals; `None` where the centre is off the globe.
    pub fn new(lat: f64, lon: f64, zoom: u8) -> Option<Self> {
        Some(Self { centre: Point::new(rounded(lat, 4), rounded(lon, 4)).ok()?, zoom: zoom.min(18) })
    }
}

impl Bounds {
    /// A box from its edges in degrees, rounded to 4 decimals; `None` where they are off the globe or upside down.
    pub fn new(west: f64, south: f64, east: f64, north: f64) -> Option<Self> {
        let [west, south, east, north] = [west, south, east, north].map(|n| rounded(n, 4));
        let on_globe = [west, east].iter().all(|n| (-180.0..=180.0).contains(n))
            && [south, north].iter().all(|n| (-90.0..=90.0).contains(n));
        (on_globe && south <= north).then_some(Self { west, south, east, north })
    }
}

impl fmt::Display for NearParam {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}, {}", decimal::written(self.point.lat()), decimal::written(self.point.lon()))
    }
}
