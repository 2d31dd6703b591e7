//! Finding things in the published dataset, as visitors do.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cluster_atlas::collection::facet::{COUNTRY, ECOSYSTEM, EXPERTISE, LOCATED, REGION};
use cluster_atlas::dataset::{Fetched, read_base_map, read_organisations, read_vocabularies};
use cluster_atlas::domain::angle::cos;
use cluster_atlas::domain::{Organisation, Vocabularies};
use cluster_atlas::explore::{
    Bounds, Bubble, BubbleKind, Choice, FacetId, Index, LAST_ZOOM, Outcome, Query, Sort, Suggestion,
    Synonyms, Viewport, fold,
};

/// The names that are published with the app.
const SYNONYMS: &str = include_str!("../public/names/synonyms.txt");

const WORLD: Bounds = Bounds { west: -180.0, south: -85.0, east: 180.0, north: 85.0 };

fn atlas() -> Index<Organisation> {
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data").join(name);
        std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let body = read("vocabularies.json");
    let (vocabularies, _) =
        read_vocabularies(&Fetched::opened("vocabularies.json", &body)).expect("vocabularies");
    let body = read("organisations.json");
    let loaded = read_organisations(&Fetched::opened("organisations.json", &body), &vocabularies)
        .expect("organisations");
    Index::build(loaded.records, &|facet, value, visit| labels(&vocabularies, facet, value, visit))
}

fn labels(vocabularies: &Vocabularies, facet: FacetId, value: &str, visit: &mut dyn FnMut(&str)) {
    let terms = match facet {
        // The page takes them from the browser.
        COUNTRY => {
            let names = [("DE", "Allemagne"), ("GR", "Greece"), ("PL", "Pologne"), ("RO", "Romania")];
            return names.into_iter().filter(|(code, _)| *code == value).for_each(|(_, name)| visit(name));
        }
        REGION => {
            let region = vocabularies.regions.iter().find(|region| region.code.as_str() == value);
            return region.into_iter().for_each(|region| visit(&region.name));
        }
        ECOSYSTEM => &vocabularies.ecosystems,
        EXPERTISE => &vocabularies.expertise,
        _ => return,
    };
    let term = terms.iter().find(|term| term.id.as_str() == value);
    if let Some((_, label)) = term.and_then(|term| term.label.in_language("en")) {
        visit(label);
    }
}

fn text(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

fn chosen(facet: FacetId, value: &str) -> Query {
    Query { facets: vec![Choice::any_of(facet, vec![value.to_owned()])], ..Query::default() }
}

fn names<'a>(index: &'a Index<Organisation>, outcome: &Outcome) -> Vec<&'a str> {
    outcome.rows.iter().map(|&row| index.records()[row as usize].name.as_str()).collect()
}

#[test]
fn all_organisations_are_there_with_and_without_a_place() {
    let index = atlas();
    let all = index.run(&Query::default());
    let counts: serde_json::Value =
        serde_json::from_str(include_str!("published/counts.json")).expect("JSON");
    let [whole, located, unlocated] = ["all", "located", "unlocated"]
        .map(|name| counts["organisations"][name].as_u64().expect("it is counted") as u32);
    assert_eq!((all.rows.len() as u32, all.located, all.unlocated), (whole, located, unlocated));
    assert_eq!(index.values(LOCATED), ["no", "yes"]);
    assert_eq!(all.counts.of(LOCATED), [unlocated, located]);
    let without = index.run(&chosen(LOCATED, "no"));
    assert_eq!((without.rows.len() as u32, without.located), (unlocated, 0));
    assert!(index.bounds_of(&without).is_none());
    assert!(index.bubbles(&without, &Viewport { bounds: WORLD, zoom: 3 }).is_empty());
}

#[test]
fn every_count_is_what_choosing_the_value_shows() {
    let index = atlas();
    let query = Query { text: "cluster".to_owned(), ..chosen(COUNTRY, "FR") };
    let outcome = index.run(&query);
    for facet in [COUNTRY, EXPERTISE] {
        for (position, value) in index.values(facet).iter().enumerate() {
            let mut with = query.clone();
            with.facets.retain(|choice| choice.facet != facet);
            with.facets.extend(chosen(facet, value).facets);
            assert_eq!(outcome.counts.of(facet)[position] as usize, index.run(&with).rows.len(), "{value}");
        }
    }
}

#[test]
fn every_organisation_is_found_first_by_its_name() {
    let index = atlas();
    for organisation in index.records() {
        let outcome = index.run(&text(&organisation.name));
        let first = names(&index, &outcome).first().copied().unwrap_or_default();
        assert_eq!(fold(first), fold(&organisation.name));
        assert!(outcome.similar.is_empty());
    }
}

#[test]
fn accents_case_slips_and_beginnings_are_forgiven() {
    let index = atlas();
    let found = index.run(&text("pole"));
    assert!(names(&index, &found).iter().any(|name| name.contains("Pôle")));
    let photonics = index.run(&text("photonics"));
    assert!(photonics.rows.len() > 5);
    let slipped = index.run(&text("PHTONICS"));
    assert_eq!(slipped.similar[0].asked, "phtonics");
    assert!(slipped.similar[0].found.contains(&"photonics".to_owned()));
    assert!(photonics.matched.iter().all(|row| slipped.matched.contains(row)));
    assert!(index.run(&text("photon")).rows.len() >= photonics.rows.len());
    assert!(index.run(&text("qwxzqwxz")).rows.is_empty());
    assert_eq!(index.run(&text("allemagne")).rows.len(), index.run(&chosen(COUNTRY, "DE")).rows.len());
}

#[test]
fn the_search_box_offers_expertise_before_names() {
    let index = atlas();
    let offered = index.suggest("photon", &Synonyms::default(), 8);
    assert!(matches!(offered[0], Suggestion::Value { facet: EXPERTISE, .. }), "{offered:?}");
    assert!(offered.iter().any(|suggestion| matches!(suggestion, Suggestion::Record { .. })));
    assert!(index.suggest(" ", &Synonyms::default(), 8).is_empty());
}

#[test]
fn by_country_each_country_is_one_block() {
    let index = atlas();
    let outcome = index.run(&Query { sort: Sort::Facet(COUNTRY), ..Query::default() });
    let mut countries: Vec<_> =
        outcome.rows.iter().map(|&row| index.records()[row as usize].country.as_str()).collect();
    countries.dedup();
    assert_eq!(countries.len(), index.values(COUNTRY).len());
}

/// The view that a map of 360 × 500 pixels shows after a click on a bubble: as close as the bounds allow, closer
/// than before in any case.
fn clicked(bounds: Bounds, zoom: u8) -> Viewport {
    let fits = |zoom: u8| {
        let pixel = 360.0 / (256.0 * f64::from(1_u32 << zoom));
        let width = (bounds.east - bounds.west) / pixel;
        let height = (bounds.north - bounds.south) / pixel / cos(bounds.north.to_radians()).max(0.1);
        width < 320.0 && height < 460.0
    };
    let zoom = (zoom + 1..=LAST_ZOOM).rev().find(|&zoom| fits(zoom)).unwrap_or(zoom + 1);
    Viewport { bounds, zoom: zoom.min(LAST_ZOOM) }
}

#[test]
fn clicking_on_bubbles_leads_to_every_organisation() {
    let index = atlas();
    let all = index.run(&Query::default());
    let mut reached: BTreeMap<u32, usize> = BTreeMap::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut to_click: Vec<(Bubble, u8, usize)> = index
        .bubbles(&all, &Viewport { bounds: WORLD, zoom: 2 })
        .into_iter()
        .map(|bubble| (bubble, 2, 0))
        .collect();
    while let Some((bubble, zoom, clicks)) = to_click.pop() {
        match bubble.kind {
            BubbleKind::One(row) => drop(reached.entry(row).or_insert(clicks)),
            BubbleKind::SamePoint(row) => {
                for row in index.at_same_point(&all, row) {
                    reached.entry(row).or_insert(clicks);
                }
            }
            BubbleKind::Several(bounds) => {
                let view = clicked(bounds, zoom);
                let inside = index.bubbles(&all, &view);
                assert!(
                    zoom < LAST_ZOOM && inside.len() > 1,
                    "a click on {bubble:?} at zoom {zoom} parts it"
                );
                // Neighbours from outside may have been drawn in: whatever the view shows can be clicked next.
                let next =
                    inside.into_iter().filter(|bubble| seen.insert(format!("{} {bubble:?}", view.zoom)));
                to_click.extend(next.map(|bubble| (bubble, view.zoom, clicks + 1)));
            }
        }
    }
    assert_eq!(reached.len(), all.located as usize);
    assert!(reached.values().all(|&clicks| clicks <= 8), "{:?}", reached.values().max());
}

#[test]
fn a_few_records_overseas_do_not_decide_what_the_map_shows() {
    let index = atlas();
    let continent = Bounds { west: -25.0, south: 34.0, east: 50.0, north: 72.0 };
    let france = index.run(&chosen(COUNTRY, "FR"));
    let whole = index.bounds_of(&france).expect("located matches");
    let most = index.bounds_of_most(&france, continent).expect("located matches");
    assert!(whole.south < 0.0, "an organisation on Réunion: {whole:?}");
    assert!(most.south > 41.0 && most.north < 51.5 && most.west > -6.0 && most.east < 10.0, "{most:?}");
    let elsewhere = Bounds { west: 150.0, south: -50.0, east: 170.0, north: -30.0 };
    assert_eq!(index.bounds_of_most(&france, elsewhere), Some(whole), "most are not in there: all count");
}

/// How many of the published organisations a text finds, with the published synonyms.
fn matches(index: &Index<Organisation>, synonyms: &Synonyms, text: &str) -> usize {
    index.run_with(&self::text(text), synonyms).rows.len()
}

#[test]
fn a_place_is_found_by_any_of_its_names() {
    let (index, synonyms) = (atlas(), Synonyms::read(SYNONYMS));
    for names in [
        &["Catalonia", "Cataluña", "Catalunya", "Katalonien", "catalogne"][..],
        &["Basque Country", "País Vasco", "Euskadi", "Baskenland", "pays basque"],
        &["Bavaria", "Bayern", "Bavière"],
        &["Lombardy", "Lombardia", "Lombardei"],
        &["Andalusia", "Andalucía", "Andalusien"],
        &["Αθήνα", "Athens", "Athen", "Athènes"],
        &["Lüttich", "Luik", "Liège"],
        &["Duesseldorf", "Düsseldorf", "dusseldorf"],
        &["Greece", "Ελλάδα", "Griechenland", "Kreikka"],
        &["Vienna", "Wien", "Bécs"],
    ] {
        let counts: Vec<usize> = names.iter().map(|name| matches(&index, &synonyms, name)).collect();
        assert!(counts[0] > 0 && counts.iter().all(|count| *count == counts[0]), "{names:?}: {counts:?}");
    }
    // Typed so far, a name finds what it is about to find; and a place is never a country that is spelled like it.
    let cologne = matches(&index, &synonyms, "Köln");
    assert!(cologne > 0 && cologne < 60, "{cologne}");
    assert!(matches(&index, &synonyms, "Colog") >= 1);
    assert!(matches(&index, &synonyms, "Cologne") <= cologne);
    let romanian = matches(&index, &synonyms, "Romania");
    assert!(matches(&index, &synonyms, "Rom") > romanian / 2, "what is typed goes on being a beginning");
    assert!(matches(&index, &synonyms, "Rome") < romanian / 2, "Roma is no Romania");
}

#[test]
fn a_topic_is_found_in_every_language_of_the_interface() {
    let (index, synonyms) = (atlas(), Synonyms::read(SYNONYMS));
    for words in [
        &["photonics", "Photonik", "photonique"][..],
        &["hydrogen", "Wasserstoff", "hydrogène"],
        &["robotics", "Robotik", "robotique"],
        &["renewable energy", "erneuerbare Energien", "énergies renouvelables"],
    ] {
        let counts: Vec<usize> = words.iter().map(|word| matches(&index, &synonyms, word)).collect();
        assert!(counts[0] > 0 && counts.iter().all(|count| *count == counts[0]), "{words:?}: {counts:?}");
    }
    let with = |text: &str| matches(&index, &synonyms, text);
    assert_eq!(with("cluster -photonique"), with("cluster -photonics"), "left out in every language too");
}

#[test]
fn a_compound_is_found_however_it_is_written() {
    let (index, synonyms) = (atlas(), Synonyms::read(SYNONYMS));
    // With and without synonyms: the rule is one for all compounds, not for those that somebody thought of.
    for synonyms in [&synonyms, &Synonyms::default()] {
        for words in [
            &["agrifood", "agri-food", "agri food"][..],
            &["biotech", "bio-tech"],
            &["nanotech", "nano-tech"],
            &["cybersecurity", "cyber-security"],
        ] {
            let counts: Vec<usize> = words.iter().map(|word| matches(&index, synonyms, word)).collect();
            assert!(counts[0] > 0 && counts.iter().all(|count| *count == counts[0]), "{words:?}: {counts:?}");
        }
        // Two halves somewhere are no compound.
        assert!(matches(&index, synonyms, "network") < matches(&index, synonyms, "net"), "net and work");
    }
}

#[test]
fn a_word_that_begins_with_another_letter_is_offered_not_taken() {
    let index = atlas();
    let outcome = index.run(&text("Tologne"));
    let [similar] = outcome.similar.as_slice() else { panic!("{:?}", outcome.similar) };
    assert!(
        !similar.taken && outcome.rows.is_empty() && similar.found.contains(&"pologne".to_owned()),
        "{similar:?}"
    );
    let outcome = index.run(&text("photnics"));
    assert!(outcome.similar[0].taken && !outcome.rows.is_empty());
}

#[test]
fn what_the_map_calls_a_town_is_found_under_the_towns_other_names_too() {
    let land = Fetched::opened("land.json", include_bytes!("../public/basemap/land.json"));
    let places = Fetched::opened("places.json", include_bytes!("../public/basemap/places.json"));
    let base = read_base_map(&land, Some(&places)).expect("a base map");
    let synonyms = Synonyms::read(SYNONYMS);
    let named: Vec<_> = base.towns.iter().filter(|town| !town.named.is_empty()).collect();
    assert!(named.len() > 90, "{}", named.len());
    for town in named {
        let mut known: Vec<String> = Vec::new();
        for name in town.named.iter().map(|(_, name)| &**name).chain([&*town.name]) {
            let folded = fold(name);
            let others = synonyms.names_of(&folded);
            // Where the synonyms know one of its names, they know them all as names of one thing.
            assert!(known.is_empty() || known.contains(&folded), "{} is not {name}", town.name);
            known.extend(others.into_iter().map(str::to_owned));
        }
    }
}
