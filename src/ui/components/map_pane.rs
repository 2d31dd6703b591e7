//! The map of the matches, in step with the list. Whatever it can do, the list can do too.

use leptos::html;
use leptos::prelude::*;

use crate::browser::{self, AtlasMap, MapEvents, MapText, MapView as Seen};
use crate::domain::Point;
use crate::explore::{Bounds, Bubble, BubbleKind, LAST_ZOOM, Viewport};
use crate::route::{MapView, NearParam};
use crate::ui::files;
use crate::ui::messages::{language, tr, tr_view};
use crate::ui::reactive::{effect, live, memo};
use crate::ui::search_context::{Found, SearchContext};
use crate::ui::sentences;
use crate::ui::task::while_there;

use super::Dialog;

/// What the map shows when nothing restricts the matches and they are all over it: Europe, without the outermost regions.
const EUROPE: Bounds = Bounds { west: -10.0, south: 36.0, east: 38.0, north: 63.0 };
/// Marks closer than this cover each other at the closest zoom: about 30 pixels, in kilometres.
const COVERED_KM: f64 = 0.05;
/// The continent and its seas: matches elsewhere do not decide what the map shows, unless they are the most.
const CONTINENT: Bounds = Bounds { west: -25.0, south: 34.0, east: 50.0, north: 72.0 };
/// The radius that "near me" starts with, in kilometres.
const NEAR_ME_KM: f64 = 100.0;

/// The map, its buttons, and the card of what is selected on it: of whatever records the page finds.
#[component]
pub fn MapPane(
    /// What is shown of the record in a row.
    line: fn(u32) -> AnyView,
) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let element = NodeRef::<html::Div>::new();
    let map = StoredValue::new_local(None::<AtlasMap>);
    let seen = RwSignal::new(None::<Seen>);
    let pile = RwSignal::new(Vec::<u32>::new());
    let trouble = RwSignal::new(None::<String>);

    // The map is made once its element is in the page.
    effect(move |_| {
        let Some(element) = element.get() else { return };
        if map.with_value(Option::is_some) {
            return;
        }
        let events = MapEvents {
            on_move: Box::new(move |view: Seen| {
                seen.set(Some(view));
                if view.by_user {
                    remember(search, view);
                }
            }),
            on_pick: Box::new(move |bubble| pick(search, map, pile, &bubble)),
            on_hover: Box::new(move |bubble| {
                search.pointed.set(bubble.and_then(|bubble| match bubble.kind {
                    BubbleKind::One(row) => Some(row),
                    BubbleKind::SamePoint(_) | BubbleKind::Several(_) => None,
                }));
            }),
        };
        let tiles = untrack(|| search.app.atlas()).and_then(|atlas| atlas.config.tiles.clone());
        let text = MapText { attribution: untrack(|| attribution(search)) };
        let made = AtlasMap::new(&element, &text, tiles.as_ref(), events);
        match made {
            Ok(made) => {
                place(search, &made, Moves::Always);
                made.set_language(&untrack(language));
                seen.set(Some(made.view()));
                map.set_value(Some(made));
                draw_base(map, trouble);
            }
            Err(_) => trouble.set(Some(tr("map-failed"))),
        }
    });
    on_cleanup(move || map.update_value(|map| drop(map.take())));

    // The map follows the address: with the matches where another question is asked, at once where only the view changes.
    let address = memo(move |_| search.params.with(|p| (p.map, p.query())));
    let placed = StoredValue::new(address.get_untracked());
    let follow = move |is_answered: bool| {
        let now = address.get_untracked();
        let (is_placed, is_same) = placed.with_value(|before| (*before == now, before.1 == now.1));
        if !is_placed && is_same != is_answered {
            placed.set_value(now);
            with(map, |map| place(search, map, Moves::IfUnseen));
        }
    };
    effect(move |_| {
        // Read, not only tracked: a memo that nobody reads never finds out.
        address.with(|_| ());
        follow(false);
    });
    // Bubbles follow the outcome and the view.
    effect(move |_| {
        search.later.track();
        follow(true);
    });
    effect(move |_| {
        let (Some(view), Found { index, outcome }) = (seen.get(), search.later.get()) else { return };
        let viewport = Viewport { bounds: view.bounds, zoom: view.zoom };
        let bubbles = index.core().bubbles(&outcome, &viewport);
        with(map, |map| map.show(bubbles));
    });
    effect(move |_| {
        seen.track();
        let near = search.params.with(|params| params.near);
        // Where it is the middle of a town, it has a name beside the filters.
        let area = near.inspect(|_| drop(search.app.store.towns().wanted())).map(NearParam::circle);
        with(map, |map| map.show_area(area));
    });
    let point_of = move |row: u32| search.catalogue.with_untracked(|index| index.core().point(row));
    effect(move |_| {
        let (selected, pointed) = (search.selected(), search.pointed.get());
        seen.track();
        with(map, |map| match (selected.and_then(point_of), pointed.and_then(point_of)) {
            (_, Some(point)) => map.highlight(Some(point), false),
            (Some(point), None) => map.highlight(Some(point), true),
            (None, None) => map.highlight(None, false),
        });
    });
    follow_language_and_paper(search, map);
    browser::on_resize_of(element, move || {
        with(map, AtlasMap::resize);
    });
    browser::on_colours_change(move || {
        with(map, |map| map.set_colours(&browser::map_colours()));
    });

    view! {
        <section class="map" aria-label=tr_view("map")>
            <h2 class="unseen">{tr_view("map")}</h2>
            // Leaflet works inside; the keyboard pans and zooms it, and every record is in the list as well.
            <div class="map-canvas" node_ref=element></div>
            <MapButtons map seen trouble/>
            <NothingLocated/>
            {live(move || trouble.get().map(|text| view! { <p class="map-trouble" role="alert">{text}</p> }.into_any()))}
            {browser::is_embedded().then(|| view! { <GestureHints/> }.into_any())}
            <SelectedCard line/>
            <Pile pile line/>
        </section>
    }
}

/// What `frame.js` shows for a moment to somebody who scrolls a host's page over the map: by the kind of gesture, how
/// to move the map instead. The keys of the map, which need no gesture, are what a screen reader is told of.
#[component]
fn GestureHints() -> impl IntoView {
    view! {
        <p class="gesture-hint" aria-hidden="true" data-gesture="wheel">{tr_view("frame-hint-wheel")}</p>
        <p class="gesture-hint" aria-hidden="true" data-gesture="wheel-mac">{tr_view("frame-hint-wheel-mac")}</p>
        <p class="gesture-hint" aria-hidden="true" data-gesture="touch">{tr_view("frame-hint-touch")}</p>
    }
}

/// Says why the map is empty although something matches.
#[component]
fn NothingLocated() -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let none = move || {
        search.outcome.with(|outcome| {
            let matches = outcome.rows.len();
            matches > 0 && matches == outcome.unlocated as usize
        })
    };
    move || none().then(|| view! { <p class="map-note">{tr_view("map-nothing-located")}</p> }.into_any())
}

#[component]
fn MapButtons(
    map: MapCell,
    seen: RwSignal<Option<Seen>>,
    trouble: RwSignal<Option<String>>,
) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let zoom = move |steps: i32| with(map, |map| map.zoom_by(steps));
    let search_here = move |_| {
        if let Some(view) = seen.get_untracked() {
            let b = view.bounds;
            search.filter(|params| {
                params.bbox =
                    Bounds::new(b.west.max(-180.0), b.south.max(-90.0), b.east.min(180.0), b.north.min(90.0));
                params.map = view_param(view);
                params.sel = None;
            });
        }
    };
    view! {
        <div class="map-zoom">
            <button type="button" aria-label=tr_view("zoom-in") on:click=move |_| zoom(1)>"+"</button>
            <button type="button" aria-label=tr_view("zoom-out") on:click=move |_| zoom(-1)>"−"</button>
            <NearMeButton trouble/>
            {browser::is_embedded().then(|| view! { <FullScreenButton/> }.into_any())}
        </div>
        <button type="button" class="here" on:click=search_here>{tr_view("look-here")}</button>
    }
}

/// What `frame.js` shows where the host lets a frame fill the screen, and does when it is pressed: there the wheel and one
/// finger are the map's.
#[component]
fn FullScreenButton() -> impl IntoView {
    view! {
        <button type="button" class="full-screen" aria-pressed="false" aria-label=tr_view("frame-full-screen") title=tr_view("frame-full-screen")>
            <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M4 4h6v2H6v4H4zm10 0h6v6h-2V6h-4zM4 14h2v4h4v2H4zm14 0h2v6h-6v-2h4z"/>
            </svg>
        </button>
    }
}

/// Matches that fill less of the map than this, both ways, are hard to tell apart: it moves closer to them.
const TOO_SMALL: f64 = 1.0 / 6.0;

/// Where the map begins: Europe for data from all over it, else where the data are.
fn start(data: Bounds) -> Bounds {
    let is_within = CONTINENT.west <= data.west
        && data.east <= CONTINENT.east
        && CONTINENT.south <= data.south
        && data.north <= CONTINENT.north;
    let is_half = (data.east - data.west) * 2.0 >= EUROPE.east - EUROPE.west
        && (data.north - data.south) * 2.0 >= EUROPE.north - EUROPE.south;
    if is_within && is_half { EUROPE } else { data }
}

/// When the map moves to the matches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moves {
    /// In any case: it begins, or it is drawn for paper.
    Always,
    /// Where they would not be seen otherwise: who compares one filter with another compares two pictures of one place.
    IfUnseen,
}

/// The map looks where the address says, else at the matches; it begins with Europe where they are all over it. It moves at
/// once, because every frame of a way there would cost as much as all else that a change of a filter does.
fn place(search: SearchContext, map: &AtlasMap, moves: Moves) {
    let params = search.now();
    if let Some(view) = params.map {
        let now = map.view();
        if view_param(now) != Some(view) {
            map.set_view(view.centre, view.zoom);
        }
        return;
    }
    let found = search.outcome.with_untracked(|outcome| {
        search.catalogue.with_untracked(|index| index.core().bounds_of_most(outcome, CONTINENT))
    });
    let circle = params.near.map(|near| near.circle().bounds());
    let bounds = if params.restrictions() == 0 { found.map(start) } else { params.bbox.or(circle).or(found) };
    let bounds = bounds.unwrap_or(EUROPE);
    if moves == Moves::Always || !map.view().bounds.shows(bounds, TOO_SMALL) {
        map.fit(bounds, false);
    }
}

fn view_param(view: Seen) -> Option<MapView> {
    // Mercator stretches: the middle of the map is not halfway between its latitudes.
    view.centre.and_then(|centre| MapView::new(centre.lat(), centre.lon(), view.zoom))
}

/// Where a person has moved the map goes into the address, without a step in the history.
fn remember(search: SearchContext, view: Seen) {
    let mut params = search.now();
    params.map = view_param(view);
    search.app.adjust(params.route());
}

type MapCell = StoredValue<Option<AtlasMap>, LocalStorage>;

/// Does something with the map, if it is still there.
fn with(map: MapCell, act: impl FnOnce(&AtlasMap)) {
    map.try_with_value(|map| {
        if let Some(map) = map {
            act(map);
        }
    });
}

fn pick(search: SearchContext, map: MapCell, pile: RwSignal<Vec<u32>>, bubble: &Bubble) {
    let mut closest = false;
    with(map, |map| closest = map.view().zoom >= LAST_ZOOM);
    let around = if closest { around(search, bubble) } else { Vec::new() };
    match bubble.kind {
        // As close as the map gets, marks may still cover each other: then all of them are listed.
        _ if around.len() > 1 => pile.set(around),
        BubbleKind::One(row) => search.select(Some(row)),
        BubbleKind::SamePoint(row) => pile.set(search.outcome.with_untracked(|outcome| {
            search.catalogue.with_untracked(|index| index.core().at_same_point(outcome, row))
        })),
        BubbleKind::Several(bounds) => with(map, |map| map.open(bounds, true)),
    }
}

/// The matches whose marks cover a bubble at the closest zoom.
fn around(search: SearchContext, bubble: &Bubble) -> Vec<u32> {
    let Ok(here) = Point::new(bubble.lat, bubble.lon) else { return Vec::new() };
    search.outcome.with_untracked(|outcome| {
        search.catalogue.with_untracked(|index| {
            let covers = |row: &&u32| {
                index.core().point(**row).is_some_and(|point| point.distance_km(here) < COVERED_KM)
            };
            outcome.rows.iter().filter(covers).copied().collect()
        })
    })
}

/// Names and thanks follow the language; on paper the map is as large as it is there, and shows all that was found.
fn follow_language_and_paper(search: SearchContext, map: MapCell) {
    effect(move |_| {
        let (language, attribution) = (language(), attribution(search));
        with(map, |map| {
            map.set_language(&language);
            map.set_attribution(&attribution);
        });
    });
    effect(move |is_first| {
        let printing = search.app.printing.get();
        if !is_first {
            with(map, |map| {
                map.for_paper(printing);
                place(search, map, Moves::Always);
            });
        }
    });
}

/// Whom the map is owed to.
fn attribution(search: SearchContext) -> String {
    let tiles = search.app.atlas().and_then(|atlas| atlas.config.tiles.clone());
    tiles.map_or_else(|| tr("map-attribution"), |tiles| tiles.attribution)
}

/// The base map is fetched after the first view is drawn; without it the bubbles are still there.
fn draw_base(map: MapCell, trouble: RwSignal<Option<String>>) {
    while_there(trouble, async move {
        match files::base_map().await {
            Ok(base) => with(map, |map| map.set_base(&base, &browser::map_colours())),
            Err(error) => trouble.set(Some(sentences::dataset_error(&error))),
        }
    });
}

#[component]
fn NearMeButton(trouble: RwSignal<Option<String>>) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let waiting = RwSignal::new(false);
    let ask = move |_| {
        waiting.set(true);
        trouble.set(None);
        browser::locate(move |answer| {
            // The visitor may have gone to another page before answering.
            if waiting.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(point) => search.filter(|params| {
                    params.near = NearParam::new(point, NEAR_ME_KM);
                    params.map = None;
                }),
                Err(error) => trouble.set(Some(sentences::locate_error(error))),
            }
        });
    };
    view! {
        <button type="button" class="near-me" aria-label=tr_view("near-me") title=tr_view("near-me") aria-busy=live(move || waiting.get().to_string()) on:click=ask>
            <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm9 3h-2.1A7 7 0 0 0 13 5.1V3h-2v2.1A7 7 0 0 0 5.1 11H3v2h2.1a7 7 0 0 0 5.9 5.9V21h2v-2.1a7 7 0 0 0 5.9-5.9H21zm-9 6a5 5 0 1 1 0-10 5 5 0 0 1 0 10z"/>
            </svg>
        </button>
    }
}

/// What is selected, over the map.
#[component]
fn SelectedCard(line: fn(u32) -> AnyView) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let selected = memo(move |_| search.selected());
    move || {
        selected.get().map(|row| {
            view! {
                <div class="card" role="group" aria-label=tr_view("selected")>
                    {line(row)}
                    <button type="button" class="icon card-close" aria-label=tr_view("close") on:click=move |_| search.select(None)>"×"</button>
                </div>
            }
        })
    }
}

/// Everything on one point, as a list.
#[component]
fn Pile(pile: RwSignal<Vec<u32>>, line: fn(u32) -> AnyView) -> impl IntoView {
    let open = RwSignal::new(false);
    effect(move |_| {
        if !pile.with(Vec::is_empty) {
            open.set(true);
        }
    });
    effect(move |_| {
        if !open.get() && !pile.with_untracked(Vec::is_empty) {
            pile.set(Vec::new());
        }
    });
    let title = Signal::derive(move || tr!("pile-title", "count" => pile.with(Vec::len) as f64));
    view! {
        <Dialog open title>
            <p class="quiet">{tr_view("pile-note")}</p>
            <ul class="plain-lines">
                {live(move || {
                    pile.get()
                        .into_iter()
                        .map(|row| view! { <li>{line(row)}</li> }.into_any())
                        .collect_view()
                })}
            </ul>
        </Dialog>
    }
}
