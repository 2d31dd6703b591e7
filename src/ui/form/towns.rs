//! Towns to be picked: those of the dataset, of which its records know country and region, then larger ones, of
//! which only the point is known.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{CountryCode, Organisation, Point, Precision, RegionCode};
use crate::explore::{Town, fold};
use crate::signup::PickedTown;
use crate::ui::labels::Labels;
use crate::ui::messages::tr;
use crate::ui::state::app;

use super::combobox::{Offered, Suggest};
use super::wording::Wording;

/// Most towns offered at once.
const MOST: usize = 8;
/// Farther from each other, in kilometres, two points are of two towns.
const SAME_KM: f64 = 40.0;

/// Towns by any of their names.
pub fn towns(wording: &Wording) -> Suggest {
    let (atlas, labels, app) = (wording.atlas.clone(), wording.labels, app());
    app.synonyms().want();
    Arc::new(move |typed: &str| {
        let synonyms = app.synonyms().get();
        let labels = labels.get_untracked();
        let mut offers = Vec::new();
        let known = atlas.towns().called(typed, &synonyms, MOST);
        for town in &known {
            offers.extend(of_records(town, atlas.index.records(), &labels));
        }
        let is_known = |other: &Town| {
            known.iter().any(|town| {
                town.point.distance_km(other.point) < SAME_KM && fold(&town.name) == fold(&other.name)
            })
        };
        let larger = app.store.towns().wanted();
        for town in larger.called(typed, &synonyms, MOST).into_iter().filter(|town| !is_known(town)) {
            let picked = PickedTown { country: None, region: None, point: Some(town.point) };
            offers.push(Offered {
                id: picked.id(),
                name: town.name.clone(),
                detail: tr("profile-town-of-map"),
                country: None,
            });
        }
        offers.truncate(MOST);
        offers
    })
}

/// A town as the records in it know it: one offer a country, with the region where all of them say the same.
fn of_records(town: &Town, records: &[Organisation], labels: &Labels) -> Vec<Offered> {
    let name = fold(&town.name);
    let mut found: Vec<(&CountryCode, Point, Option<&RegionCode>)> = Vec::new();
    for record in records {
        let Some(location) = record.location else { continue };
        let is_here = record.city.as_deref().is_some_and(|city| fold(city) == name)
            && location.point.distance_km(town.point) < SAME_KM;
        if !is_here {
            continue;
        }
        let region = record.region.as_ref().and_then(|region| region.code.as_ref());
        match found.iter_mut().find(|(country, ..)| **country == record.country) {
            Some((.., known)) => *known = known.filter(|known| Some(*known) == region),
            // A point that is more exact than the city is somebody's address.
            None if location.precision == Precision::City => {
                found.push((&record.country, location.point, region));
            }
            None => found.push((&record.country, town.point, region)),
        }
    }
    let offer = |(country, point, region): (&CountryCode, Point, Option<&RegionCode>)| {
        let picked =
            PickedTown { country: Some(country.clone()), region: region.cloned(), point: Some(point) };
        let country = country.as_str();
        let place = region.map(|code| labels.of("region", code.as_str()));
        let place = place.into_iter().chain([labels.of("country", country)]);
        Offered {
            id: picked.id(),
            name: town.name.clone(),
            detail: place.collect::<Vec<_>>().join(" · "),
            country: Some(country.to_owned()),
        }
    };
    found.into_iter().map(offer).collect()
}
