//! Fetching files of the deployment.

use gloo_net::http::Request;

/// What came back, whatever it is: `dataset` decides what it means.
#[derive(Debug, Clone)]
pub struct Response {
    /// The address as it was asked.
    pub url: String,
    /// The HTTP status.
    pub status: u16,
    /// The content type, where one was sent.
    pub content_type: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// Nothing came back: no network, or the connection broke.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{url} could not be fetched")]
pub struct FetchFailed {
    /// The address as it was asked.
    pub url: String,
}

/// Fetches a file. No cookies are sent and the browser's cache is asked for a fresh copy.
pub async fn get(url: &str) -> Result<Response, FetchFailed> {
    let failed = || FetchFailed { url: url.to_owned() };
    let request = Request::get(url)
        .credentials(web_sys::RequestCredentials::Omit)
        .cache(web_sys::RequestCache::NoCache);
    let response = request.send().await.map_err(|_| failed())?;
    if url.ends_with("json") {
        super::edition::note_kept(response.headers().get("x-atlas-kept").is_some());
    }
    let body = response.binary().await.map_err(|_| failed())?;
    Ok(Response {
        url: url.to_owned(),
        status: response.status(),
        content_type: response.headers().get("content-type"),
        body,
    })
}
