//! The content security policy of a build, opened for the addresses that its settings deliver sign-ups to.

use anyhow::Context;
use cluster_atlas::dataset::{Config, Delivery, Fetched, read_config};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What the policy in `index.html` allows to be connected to: the page's own server.
const OWN: &str = "connect-src 'self'";

/// Adds the origins of the endpoints in `config.json` to the policy in `index.html`. An endpoint on the page's own
/// server that is given in full is named too, which does no harm.
pub fn write(staging: &Path) -> anyhow::Result<()> {
    let body = fs::read(staging.join("config.json")).context("The build has no config.json.")?;
    let file = Fetched { file: "config.json", status: 200, content_type: None, body: &body };
    // A file that cannot be read is the app's to complain about, in words.
    let Ok((config, _)) = read_config(&file) else { return Ok(()) };
    for warning in unreachable(&config) {
        eprintln!("warning: {warning}");
    }
    let page = staging.join("index.html");
    let text = fs::read_to_string(&page).context("The build has no index.html.")?;
    fs::write(&page, opened(&text, &origins(&config)))?;
    Ok(())
}

/// What in the settings leads to nobody, in sentences.
fn unreachable(config: &Config) -> Vec<String> {
    let forms = [
        ("sign_up", &config.sign_up),
        ("partner_requests", &config.partner_requests),
        ("profiles", &config.profiles),
    ];
    let nobody = forms.into_iter().filter(|(_, delivery)| !config.reaches_somebody(delivery));
    let sentence = |(name, _)| {
        format!(
            "`{name}` in config.json reaches nobody: visitors save a file, and neither `organiser` nor `contact` says \
             whom to give it to. The build has no form for it."
        )
    };
    nobody.map(sentence).collect()
}

fn origins(config: &Config) -> BTreeSet<String> {
    let origin = |delivery: &Delivery| match delivery {
        Delivery::Endpoint { url, .. } => Some(origin_of(url.as_str())),
        Delivery::Mail { .. } | Delivery::File => None,
    };
    [&config.sign_up, &config.partner_requests, &config.profiles].into_iter().filter_map(origin).collect()
}

/// Scheme, host and port.
fn origin_of(address: &str) -> String {
    let host = address.find("://").map_or(0, |at| at + 3);
    let end = address[host..].find(['/', '?', '#']).map_or(address.len(), |at| host + at);
    address[..end].to_owned()
}

fn opened(page: &str, origins: &BTreeSet<String>) -> String {
    let mut policy = OWN.to_owned();
    for origin in origins {
        policy.push(' ');
        policy.push_str(origin);
    }
    page.replace(OWN, &policy)
}

#[cfg(test)]
mod tests {
    use cluster_atlas::dataset::ReceiptBy;

    use super::*;

    #[test]
    fn the_policy_names_the_origins_of_the_endpoints_and_nothing_else() {
        let to = |address: &str| Delivery::Endpoint {
            url: address.parse().expect("an address"),
            receipt: ReceiptBy::default(),
        };
        let config = |sign_up: &str, requests: &str| Config {
            sign_up: to(sign_up),
            partner_requests: to(requests),
            ..Config::default()
        };
        let page = r#"<meta content="default-src 'none'; connect-src 'self'; base-uri 'none'">"#;
        let two = config("https://a.example.org:8443/in?x=1", "https://b.example.org/");
        assert_eq!(
            opened(page, &origins(&two)),
            r#"<meta content="default-src 'none'; connect-src 'self' https://a.example.org:8443 https://b.example.org; base-uri 'none'">"#
        );
        let one = config("https://a.example.org/one", "https://a.example.org/two");
        assert_eq!(origins(&one).len(), 1);
        assert_eq!(opened(page, &origins(&Config::default())), page);
    }

    #[test]
    fn a_form_that_reaches_nobody_is_told() {
        let usual = Config::default();
        assert_eq!(unreachable(&usual).len(), 3);
        let named = Config { organiser: Some("Somebody".to_owned()), ..Config::default() };
        assert_eq!(unreachable(&named), Vec::<String>::new());
        let mailed = Config {
            sign_up: Delivery::Mail { to: "in@example.org".parse().expect("an address") },
            ..Config::default()
        };
        assert!(matches!(
            &unreachable(&mailed)[..],
            [one, other] if one.contains("`partner_requests`") && other.contains("`profiles`")
        ));
    }
}
