//! What a server should send with the files of a build, written for the common ones: `_headers` (Netlify, Cloudflare
//! Pages), `headers.nginx.conf` and `headers.apache.conf`. Who may embed the app can only be said by a header: a
//! `<meta>` element may not name `frame-ancestors`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context;
use cluster_atlas::dataset::{Fetched, read_config};

/// The files that are written.
pub const FILES: [&str; 3] = ["_headers", "headers.nginx.conf", "headers.apache.conf"];

/// What never changes under its name: the name holds a hash of what is in it.
const HASHED: &str = "public, max-age=31536000, immutable";
/// What changes with the next build: asked for anew, and not sent again when it is the same.
const FRESH: &str = "no-cache";

/// Writes the files into a build.
pub fn write(staging: &Path) -> anyhow::Result<()> {
    let body = fs::read(staging.join("config.json")).context("The build has no config.json.")?;
    // A file that cannot be read is the app's to complain about, in words.
    let Ok((config, _)) = read_config(&Fetched::opened("config.json", &body)) else { return Ok(()) };
    let texts = [pages(&config.embed_origins), nginx(&config.embed_origins), apache(&config.embed_origins)];
    for (file, text) in FILES.iter().zip(texts) {
        fs::write(staging.join(file), text).with_context(|| format!("{file} could not be written."))?;
    }
    Ok(())
}

/// What is sent with every file: its name and its value.
fn everywhere(origins: &[String]) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        // A frame without an origin (`sandbox="allow-scripts"`) is a stranger to its own server. The files are public.
        ("Access-Control-Allow-Origin", "*".to_owned()),
        // Pages that are isolated (COEP) load only what says so.
        ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
    ];
    // Where none is named any page may embed it, and the header is not sent.
    if !origins.is_empty() {
        let policy = format!("frame-ancestors 'self' {}", origins.join(" "));
        headers.push(("Content-Security-Policy", policy));
    }
    headers
}

fn pages(origins: &[String]) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in everywhere(origins) {
        // Writing to a String cannot fail, here and below.
        let _ = writeln!(text, "  {name}: {value}");
    }
    // Two rules for one file and one header would both be sent: each name stands in one rule.
    for files in ["/", "/index.html", "/*.json", "/embed.js", "/sw.js", "/sw-off.js", "/embed/*"] {
        let _ = writeln!(text, "{files}\n  Cache-Control: {FRESH}");
    }
    for files in [
        "/*.wasm",
        "/cluster-atlas-*.js",
        "/boot-*.js",
        "/offline-*.js",
        "/frame-*",
        "/style-*.css",
        "/locales/*",
        "/vendor/*",
    ] {
        let _ = writeln!(text, "{files}\n  Cache-Control: {HASHED}");
    }
    text
}

fn nginx(origins: &[String]) -> String {
    let headers = |indent: &str| {
        let mut lines = String::new();
        for (name, value) in everywhere(origins) {
            let _ = writeln!(lines, "{indent}add_header {name} \"{value}\" always;");
        }
        lines
    };
    format!(
        "# Include this in the location of Cluster Atlas: location /clusters/ {{ include …/headers.nginx.conf; }}\n\
         {}add_header Cache-Control \"{FRESH}\" always;\n\
         gzip on;\n\
         gzip_types application/wasm application/json text/css text/javascript application/javascript text/plain image/svg+xml;\n\
         # Names that hold a hash. A location with headers of its own inherits none.\n\
         location ~ \"(\\.wasm|-[0-9a-f]{{10,16}}\\.(js|css|ftl|json))$\" {{\n\
         {}    add_header Cache-Control \"{HASHED}\" always;\n\
         }}\n",
        headers(""),
        headers("    "),
    )
}

fn apache(origins: &[String]) -> String {
    let mut text = String::from(
        "# Name this file .htaccess in the folder of Cluster Atlas, or include it. It needs mod_headers.\n\
         AddType application/wasm .wasm\n",
    );
    for (name, value) in everywhere(origins) {
        let _ = writeln!(text, "Header always set {name} \"{value}\"");
    }
    let _ = writeln!(
        text,
        "Header always set Cache-Control \"{FRESH}\"\n\
         <FilesMatch \"(\\.wasm|-[0-9a-f]{{10,16}}\\.(js|css|ftl|json))$\">\n\
         \x20 Header always set Cache-Control \"{HASHED}\"\n\
         </FilesMatch>\n\
         <IfModule mod_deflate.c>\n\
         \x20 AddOutputFilterByType DEFLATE application/wasm application/json text/css text/html text/javascript \
         application/javascript text/plain image/svg+xml\n\
         </IfModule>"
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_may_embed_are_named_in_every_file() {
        let origins = ["https://region.example".to_owned(), "https://www.clusters.example:8443".to_owned()];
        let policy = "frame-ancestors 'self' https://region.example https://www.clusters.example:8443";
        for text in [pages(&origins), apache(&origins)] {
            assert_eq!(text.matches(policy).count(), 1, "{text}");
        }
        // A location of nginx with a header of its own inherits none of the others.
        assert_eq!(nginx(&origins).matches(policy).count(), 2);
    }

    #[test]
    fn where_nobody_is_named_nobody_is_kept_out() {
        for text in [pages(&[]), nginx(&[]), apache(&[])] {
            assert!(
                !text.contains("frame-ancestors") && text.contains("Access-Control-Allow-Origin"),
                "{text}"
            );
        }
    }
}
