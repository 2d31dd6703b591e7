//! The landscape by country: what the records of all collections say of each country, counted.
//!
//! Every figure here is one that a list of the app counts too, so that it can be a link to that list; tests hold the two
//! together. What is not known is kept apart from zero: a collection that could not be loaded has no figures, and an
//! organisation without a listed ecosystem is in none.

mod bound;
mod countries;
mod eligible;
mod focus;
mod organisations;
mod population;
mod shades;
mod shown;

pub use bound::bounded;
pub use countries::{
    CallFigures, CountryFigures, EventFigures, Given, Landscape, PolicyFigures, trainings_in, years_of,
};
pub use eligible::{Eligible, eligible};
pub use focus::{Counted, Part, Theme, count};
pub use organisations::{OrganisationFigures, RegionFigure, TermFigure, share};
pub use population::{POPULATION_YEAR, inhabitants, per_million, population_source};
pub use shades::{Shade, shades};
pub use shown::{Column, Order, ShownFigure, order_by};
