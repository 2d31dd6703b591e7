//! What links mean, whatever has been done to them.

use proptest::prelude::*;

use super::*;

fn explore(hash: &str) -> FindParams {
    match Route::parse(hash) {
        Route::Find(params) => *params,
        other => panic!("{hash} gave {other:?}"),
    }
}

#[test]
fn an_address_that_names_itself_again_and_again_is_read() {
    for start in [
        "#mine?search=",
        "#/mine?search=",
        "#embed?of=",
        "#/embed?of=",
        "#/%65mbed?of=",
        "#mine?search=#embed?of=",
    ] {
        let route = Route::parse(&start.repeat(20_000));
        assert!(matches!(route, Route::Mine { .. } | Route::Embed { .. } | Route::Unknown { .. }), "{start}");
    }
}

#[test]
fn a_link_of_the_contract_reads_as_it_says() {
    let p = explore(
        "#/explore?q=p%C3%B4le&country=FR,DE&ecosystem=digital,health&near=48.85,2.35,100&view=map,list&sort=name&at=2024-02-21",
    );
    assert_eq!(p.q, "pôle");
    assert_eq!(p.chosen("country"), ["DE", "FR"]);
    assert_eq!(p.chosen("ecosystem"), ["digital", "health"]);
    assert_eq!(p.near.map(|n| n.km), Some(100.0));
    assert_eq!(p.at.map(|d| d.to_string()).as_deref(), Some("2024-02-21"));
}

#[test]
fn what_mail_and_people_do_to_links_is_undone() {
    let germany = explore("#/explore?country=DE&q=photonics");
    for link in [
        "#/explore?country=DE&amp;q=photonics",
        "#/explore%3Fcountry=DE&q=photonics",
        "#/explore%3fcountry=DE&q=photonics",
        "#/EXPLORE?country=DE&q=photonics",
        "#/explore?country=DE&q=photonics.",
        "#/explore?country=DE&q=photonics).",
        "#/explore?country=DE&q=photonics>,",
        "#/explore?country=DE&q=photo\r\nnics",
        "#/expl%0D%0Aore?country=DE&q=photonics",
        "#/explore?coun%0atry=DE&%0Aq=photonics",
        "#/explore?country=DE&q=phot%0%0AAonics",
        "#/explore%3Fcountry%3DDE%26q%3Dphotonics",
        "#/explore?country%3DDE%26q%3Dphotonics",
        "#%2Fexplore%3Fcountry%3DDE%26q%3Dphotonics",
        "#/EXPLORE?COUNTRY=DE&Q=photonics",
        "#/explore?country=DE&amp;amp;q=photonics",
        "#/explore?country=DE&q=photonics%3E",
        "#/explore?country=DE&q=photonics%22",
        "#/explore?country=DE&q=photonics%E2%80%A6",
        "#/explore?country=DE&q=photonics%E2%80%9D.",
        "#/explore?country=3DDE&q=3Dphotonics",
        "#/explore?country=DE&#38;q=photonics",
        "#/explore?country=3DDE&q=3Dphot=onics",
    ] {
        assert_eq!(explore(link), germany, "{link}");
    }
    let two = explore("#/explore?country=DE&ecosystem=digital");
    assert_eq!(explore("#/explore?country=DE;ecosystem=digital"), two);
    assert_eq!(explore("#/explore?q=3Dprinting").q, "3Dprinting");
    assert_eq!(explore("#/explore?country=DE&q=3D").q, "3D");
    assert_eq!(explore("#/explore?country=DE&country=FR").chosen("country"), ["DE", "FR"]);
    let profile = Route::record(Collection::Organisations, "fr-pole-action-media");
    assert_eq!(Route::parse("#/organisation/fr-pole-%20action-media"), profile);
    for end in [".", ")", "].", " ", "”"] {
        assert_eq!(Route::parse(&format!("{}{end}", profile.to_hash())), profile, "{end:?}");
    }
    for q in ["a>", "<b>", "“c”", "d…", "\"e\"", "f\""] {
        let asked = Route::Search { q: q.to_owned(), at: None };
        assert_eq!(Route::parse(&asked.to_hash()), asked, "{q}");
    }
    let dotted = Route::record(Collection::Organisations, "a.");
    assert_eq!(Route::parse(&dotted.to_hash()), dotted, "an identifier may end in a full stop");
}

#[test]
fn the_builder_keeps_the_view_with_its_filters() {
    let view = Route::parse("#/explore?country=FR,DE&q=a&b%3Dc");
    let builder = Route::embed(&view);
    assert_eq!(Route::parse(&builder.to_hash()), builder);
    assert_eq!(builder, Route::Embed { of: Box::new(view), look: None });
    let link = "#/embed?of=%23%2Fcalls&look=lang:fr!height:450";
    let look = Some("lang:fr!height:450".to_owned());
    assert_eq!(Route::parse(link), Route::Embed { of: Box::new(Route::parse("#/calls")), look });
    assert_eq!(Route::parse(link).to_hash(), link);
    assert_eq!(Route::parse("#/embed").to_hash(), "#/embed");
    let nested = Route::parse("#/embed?of=%23%2Fembed%3Fof%3D%2523%252Fcalls");
    assert_eq!(nested, Route::parse("#/embed"), "a builder of builders is none");
    assert_eq!(Route::parse("#/embed?of=%23%2Fno%2Fsuch"), Route::parse("#/embed"));
}

#[test]
fn a_search_and_lists_that_are_handed_on_are_links() {
    assert_eq!(Route::parse("#/search?q=pôle%20Lyon"), Route::Search { q: "pôle Lyon".to_owned(), at: None });
    assert_eq!(Route::parse("#/search?x=1").to_hash(), "#/search");
    let mine = Route::parse("#/mine?calls=b,a,b&organisations=x&nothing=y");
    let list = |ids: &[&str]| ids.iter().map(|&id| id.to_owned()).collect::<Vec<_>>();
    let shared = vec![(Collection::Organisations, list(&["x"])), (Collection::Calls, list(&["b", "a"]))];
    assert_eq!(mine, Route::Mine { shared, search: None });
    for search in ["#/events?q=a&country=FR", "#/search?q=a"] {
        let search = Some(Box::new(Route::parse(search)));
        let saving = Route::Mine { shared: Vec::new(), search };
        assert_eq!(Route::parse(&saving.to_hash()), saving);
    }
    let own = Route::Mine { shared: Vec::new(), search: None };
    for none in ["#/mine?search=%23%2Fabout-data", "#/mine?search=%23%2Fmine", "#/mine?calls="] {
        assert_eq!(Route::parse(none), own, "{none}");
    }
}

#[test]
fn what_a_host_puts_behind_the_hash_is_no_part_of_it() {
    let germany = explore("#/explore?country=DE");
    assert_eq!(explore("#/explore?country=DE#?secret=Xy12"), germany);
    assert_eq!(Route::parse("#?secret=Xy12"), Route::default());
}

#[test]
fn commas_may_come_encoded() {
    assert_eq!(explore("#/explore?country=FR%2CDE").chosen("country"), ["DE", "FR"]);
}

#[test]
fn malformed_and_unknown_parameters_leave_no_trace() {
    let p = explore(
        "#/explore?near=48.85,2.35&bbox=1,2,3&bbox=a,b,c,d&at=2024-02-30&sort=sideways&utm_source=x&near=NaN,0,1&map=1,1,99",
    );
    assert_eq!(p, FindParams::default());
    assert_eq!(Route::Find(Box::new(p)).to_hash(), "#/explore");
}

#[test]
fn unknown_values_stay_so_that_the_page_can_name_them() {
    assert_eq!(explore("#/explore?country=ATLANTIS").chosen("country"), ["ATLANTIS"]);
}

#[test]
fn pages_that_count_have_their_own_parameters_and_no_others() {
    for (given, link) in [
        (
            "#/countries?show=ecosystem:digital&sort=-networks&region=ES61",
            "#/countries?show=ecosystem:digital&sort=-networks",
        ),
        (
            "#/country/es?region=ES61&compare=FR,es,DE,FR,IT,PT&show=x",
            "#/country/ES?region=ES61&compare=FR,DE,IT",
        ),
        ("#/country/ES?at=2024-02-21", "#/country/ES?at=2024-02-21"),
        ("#/figures?show=programmes&at=2024-02-21", "#/figures?show=programmes"),
        ("#/focus?at=2024-02-21", "#/focus/green?at=2024-02-21"),
        ("#/Focus/Green?at=2024-02-21&q=x", "#/focus/green?at=2024-02-21"),
    ] {
        let route = Route::parse(given);
        assert!(matches!(route, Route::Landscape(_)), "{given}");
        assert_eq!(route.to_hash(), link);
    }
    for none in
        ["#/country", "#/country/", "#/countries/ES", "#/focus/green/x", "#/figures/2024", "#/country/ES/x"]
    {
        assert!(matches!(Route::parse(none), Route::Unknown { .. }), "{none}");
    }
}

#[test]
fn a_proposal_is_about_an_organisation_or_a_new_one() {
    let of = |record: Option<&str>, correct: Option<&str>| Route::Profile {
        record: record.map(str::to_owned),
        correct: correct.map(str::to_owned),
    };
    for (link, route) in [
        ("#/profile/new", of(None, None)),
        ("#/profile/fr-minalogic/edit", of(Some("fr-minalogic"), None)),
        ("#/profile/new/edit?correct=k", of(Some("new"), Some("k"))),
    ] {
        assert_eq!(Route::parse(link), route);
        assert_eq!(route.to_hash(), link);
    }
    for none in ["#/profile", "#/profile/fr-minalogic", "#/profile/a/change", "#/profile/a/edit/b"] {
        assert!(matches!(Route::parse(none), Route::Unknown { .. }), "{none}");
    }
}

#[test]
fn at_most_four_are_compared_and_none_twice() {
    let Route::Compare { ids } = Route::parse("#/compare?ids=a,b,a,c,d,e") else { panic!("not compare") };
    assert_eq!(ids, ["a", "b", "c", "d"]);
}

proptest! {
    #[test]
    fn any_text_is_a_route_and_its_link_gives_it_again(hash in ".{0,200}") {
        let route = Route::parse(&hash);
        prop_assert_eq!(Route::parse(&route.to_hash()), route);
    }

    #[test]
    fn any_parameters_survive_their_own_link(
        path in "(search|mine|countries|figures|(country|focus)/[a-zA-Z%0-9]{1,5}|explore|calls|training|partner-requests|compare|shortlist|saved-calls|sign-ups|about-data|embed|partner-requests/new|profile/(new|[a-z%0-9]{1,5}/edit)|(organisation|calls|training|events|partner-requests)/[a-z%0-9]{1,5}(/sign-up)?)",
        pairs in prop::collection::vec(
            ("(q|correct|like|look|organisations|events|search|show|compare|country|region|ecosystem|located|near|bbox|view|sort|sel|map|at|rows|by|ids|for|of|call|status|audience|closes_within|x)", "[-a-zA-Z0-9%+,. ßД\u{202e}\u{0}]{0,20}"),
            0..8,
        ),
    ) {
        let query: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let route = Route::parse(&format!("#/{path}?{}", query.join("&")));
        prop_assert_eq!(Route::parse(&route.to_hash()), route);
    }

    #[test]
    fn numbers_survive_a_link(lat in -90.0..90.0f64, lon in -180.0..180.0f64, km in 1.0..5000.0f64, zoom in 0..19u8) {
        let hash = format!("#/explore?near={lat},{lon},{km}&map={lat},{lon},{zoom}&bbox={lon},{lat},{lon},{lat}");
        let route = Route::parse(&hash);
        prop_assert!(route.to_hash().contains("near=") && route.to_hash().contains("bbox="));
        prop_assert_eq!(Route::parse(&route.to_hash()), route);
    }
}
