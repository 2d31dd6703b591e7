//! Files that the visitor is given or brings, and the clipboard.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::visit;

/// Offers `text` as a download. Returns whether the browser took it.
pub fn download(name: &str, media_type: &str, text: &str) -> bool {
    if visit::is_kiosk() {
        // Files are of no use at a screen in a hall: the view they are of is taken along instead.
        visit::take_along();
        return true;
    }
    start_download(name, media_type, text).is_ok()
}

/// The same where a screen in a hall has no files for visitors: for its staff.
pub fn download_for_staff(name: &str, media_type: &str, text: &str) -> bool {
    start_download(name, media_type, text).is_ok()
}

/// Offers bytes as a download. Returns whether the browser took them.
pub fn download_bytes(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    blob.and_then(|blob| offer(name, &blob)).is_ok()
}

fn start_download(name: &str, media_type: &str, text: &str) -> Result<(), wasm_bindgen::JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&text.into());
    offer(name, &web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

fn offer(name: &str, blob: &web_sys::Blob) -> Result<(), wasm_bindgen::JsValue> {
    let url = web_sys::Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or("no document")?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url)
}

/// Copies `text`. Returns whether the browser allowed it.
pub async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Without a secure context there is no clipboard object at all.
    let navigator = window.navigator();
    if js_sys::Reflect::get(&navigator, &"clipboard".into()).map_or(true, |c| c.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// A file that the visitor has brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The first file that was chosen in a field for files.
pub fn chosen_file(event: &web_sys::Event) -> Option<web_sys::File> {
    let field: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    field.files()?.get(0)
}

/// The first file that was dropped on something.
pub fn dropped_file(event: &web_sys::DragEvent) -> Option<web_sys::File> {
    event.data_transfer()?.files()?.get(0)
}

/// Reads a file. `None` where the browser cannot: it was moved meanwhile, or it is a folder.
pub async fn read_file(file: web_sys::File) -> Option<Brought> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Brought { name: file.name(), bytes: js_sys::Uint8Array::new(&buffer).to_vec() })
}
