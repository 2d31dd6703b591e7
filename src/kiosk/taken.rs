//! The address under which others reach what is on a screen.

/// Parameters before the hash that mean the same on any device; what only the screen needs is left out.
const KEPT: [&str; 2] = ["lang=", "edition="];

/// An address as a visitor's own phone can open it. A view of the app, which is in `folder` for this screen, is where the
/// deployment says that it is published, not on a small server beside the screen; every other address stays.
///
/// ```
/// use cluster_atlas::kiosk::public_address;
/// let here = "http://127.0.0.1:8080/atlas/?mode=kiosk&kiosk=hall&lang=de#/calls/1";
/// let published = public_address(here, "http://127.0.0.1:8080/atlas/", Some("https://example.org/atlas"));
/// assert_eq!(published, "https://example.org/atlas/?lang=de#/calls/1");
/// ```
pub fn public_address(address: &str, folder: &str, published: Option<&str>) -> String {
    let Some(rest) = address.strip_prefix(folder) else { return address.to_owned() };
    let base = published.unwrap_or(folder);
    let slash = if base.ends_with('/') { "" } else { "/" };
    let at = rest.find('#').unwrap_or(rest.len());
    let (front, hash) = rest.split_at(at);
    let (page, search) = front.split_once('?').unwrap_or((front, ""));
    let kept: Vec<&str> =
        search.split('&').filter(|pair| KEPT.iter().any(|name| pair.starts_with(name))).collect();
    let mark = if kept.is_empty() { "" } else { "?" };
    [base, slash, page, mark, &kept.join("&"), hash].concat()
}

/// Whether an address is of the very device that asks, so that no other one can open it.
pub fn is_of_this_device(address: &str) -> bool {
    let host = address.split_once("//").map_or("", |(_, rest)| rest);
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| {
        host.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/', '?', '#']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_the_screen_needs_is_left_out() {
        let folder = "https://example.org/atlas/";
        for (address, taken) in [
            (
                "https://example.org/atlas/?mode=kiosk#/explore?q=a%26b",
                "https://example.org/atlas/#/explore?q=a%26b",
            ),
            (
                "https://example.org/atlas/index.html?kiosk=x&mode=kiosk",
                "https://example.org/atlas/index.html",
            ),
            ("https://example.org/atlas/calls.ics", "https://example.org/atlas/calls.ics"),
            ("https://other.example/?mode=kiosk#x", "https://other.example/?mode=kiosk#x"),
            ("mailto:a@example.org", "mailto:a@example.org"),
        ] {
            assert_eq!(public_address(address, folder, None), taken);
        }
    }

    #[test]
    fn a_screen_knows_its_own_server() {
        for own in ["http://localhost:8080/a/", "http://127.0.0.1/#/x", "http://[::1]:1/"] {
            assert!(is_of_this_device(own), "{own}");
        }
        for other in ["https://example.org/?u=http://localhost/", "http://localhost.example/", "tel:+43"] {
            assert!(!is_of_this_device(other), "{other}");
        }
    }
}
