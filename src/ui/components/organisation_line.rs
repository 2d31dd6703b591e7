//! An organisation in a few lines, wherever it appears in a list.

use leptos::prelude::*;

use crate::collection::Collection;
use crate::domain::{Day, Organisation, TermId};
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::labels::Labels;
use crate::ui::messages::{tr, tr_view};
use crate::ui::reactive::live;
use crate::ui::shared::Shared;

use super::SaveButton;

/// Most topics named in a list line.
const FEW_TOPICS: usize = 3;

/// City, region and country in one line, as far as they are known.
pub fn place(organisation: &Organisation, labels: &Labels) -> String {
    let city = organisation.city.clone();
    let region = organisation.region.as_ref().map(|region| labels.region(region));
    // Capital regions carry their city's name: once is enough.
    let region = region.filter(|region| city.as_deref() != Some(region));
    let country = labels.of("country", organisation.country.as_str());
    [city, region, Some(country)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The industrial ecosystems, each with its two letters; says so where none is listed.
#[component]
pub fn EcosystemBadges(ecosystems: Vec<TermId>, atlas: Shared<Atlas>) -> impl IntoView {
    let labels = expect_context::<Memo<Shared<Labels>>>();
    if ecosystems.is_empty() {
        return view! { <span class="eco none">{tr_view("ecosystem-none")}</span> }.into_any();
    }
    ecosystems
        .into_iter()
        .map(|id| {
            let term = atlas.vocabularies.ecosystems.iter().find(|term| term.id == id);
            // What the vocabulary does not have is marked; what it has without letters needs none.
            let badge = term.map_or_else(|| Some("?".to_owned()), |term| term.badge.clone());
            let name = {
                let id = id.clone();
                move || labels.with(|labels| labels.of("ecosystem", id.as_str()))
            };
            view! {
                <span class="eco" data-ecosystem=id.as_str().to_owned()>
                    {badge.map(|badge| view! { <b aria-hidden="true">{badge}</b> })}
                    {name}
                </span>
            }
            .into_any()
        })
        .collect_view()
        .into_any()
}

/// Topics of expertise; `most` of them, and how many more there are.
#[component]
pub fn ExpertiseTags(expertise: Vec<TermId>, #[prop(optional)] most: Option<usize>) -> impl IntoView {
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let hidden = most.map_or(0, |most| expertise.len().saturating_sub(most));
    let shown = expertise.len() - hidden;
    let more = (hidden > 0).then(|| {
        view! { <span class="tag">{live(move || tr!("more-topics", "count" => hidden as f64))}</span> }
            .into_any()
    });
    let tags = expertise
        .into_iter()
        .take(shown)
        .map(|id| view! { <span class="tag">{live(move || labels.with(|labels| labels.of("expertise", id.as_str())))}</span> }.into_any())
        .collect_view();
    (tags, more)
}

/// A list line: the name as a heading that leads to the profile, the place, and what it works on.
#[component]
pub fn OrganisationLine(
    atlas: Shared<Atlas>,
    /// The organisation's row in the index.
    row: u32,
    /// What stands before the tags: a distance, a reason.
    remark: Option<String>,
    /// The day of viewing, which goes with the link.
    #[prop(optional_no_strip)]
    at: Option<Day>,
) -> impl IntoView {
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let organisation = &atlas.index.records()[row as usize];
    let href =
        Route::Record { collection: Collection::Organisations, id: organisation.id.as_str().to_owned(), at }
            .to_hash();
    let (id, name) = (organisation.id.as_str().to_owned(), organisation.name.clone());
    let (ecosystems, expertise) = (organisation.ecosystems.clone(), organisation.expertise.clone());
    let place_now = {
        let atlas = atlas.clone();
        move || labels.with(|labels| place(&atlas.index.records()[row as usize], labels))
    };
    view! {
        <div class="line">
            <h3><a href=href title=name.clone()>{name.clone()}</a></h3>
            <p class="place">{place_now}</p>
            <p class="tags">
                {remark.map(|remark| view! { <span class="remark">{remark}</span> }.into_any())}
                <EcosystemBadges ecosystems atlas/>
                <ExpertiseTags expertise most=FEW_TOPICS/>
            </p>
            <SaveButton collection=Collection::Organisations id name/>
        </div>
    }
}
