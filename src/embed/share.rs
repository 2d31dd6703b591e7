//! Pages that are pasted: where a site takes providers (oEmbed), a pasted link becomes an embed. No server answers
//! here, so each view worth pasting has a small page with a discovery link, and the answer as a file beside it.

use crate::collection::{Collection, facet};
use crate::route::{FindParams, Route};

/// The page of a view in `share/`, without its ending; `None` for a view that has none: those with filters, but for one
/// country.
///
/// ```
/// use cluster_atlas::{embed::share_page, route::Route};
/// assert_eq!(share_page(&Route::parse("#/explore?country=FR")).as_deref(), Some("share/country/FR"));
/// assert_eq!(share_page(&Route::parse("#/explore?country=FR&q=wood")), None);
/// ```
pub fn share_page(route: &Route) -> Option<String> {
    match route {
        Route::Find(params) => {
            let collection = params.collection;
            if **params == FindParams::of(collection) {
                return Some(format!("share/{}", collection.about().path));
            }
            let [country] = params.chosen(facet::COUNTRY) else { return None };
            let mut only = FindParams::of(Collection::Organisations);
            only.facets.set(facet::COUNTRY, vec![country.clone()]);
            (**params == only && is_plain(country)).then(|| format!("share/country/{country}"))
        }
        Route::Record { collection: Collection::Organisations, id, at: None } => {
            is_plain(id).then(|| format!("share/organisation/{id}"))
        }
        _ => None,
    }
}

/// Whether an identifier can be the name of a file, on every system.
fn is_plain(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}
