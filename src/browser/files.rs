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
    chosen_files(event).into_iter().next()
}

/// The files that were chosen in a field for files.
pub fn chosen_files(event: &web_sys::Event) -> Vec<web_sys::File> {
    let field = event.target().and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
    listed(field.and_then(|field| field.files()))
}

/// The files that were dropped on something.
pub fn dropped_files(event: &web_sys::DragEvent) -> Vec<web_sys::File> {
    listed(event.data_transfer().and_then(|dropped| dropped.files()))
}

fn listed(files: Option<web_sys::FileList>) -> Vec<web_sys::File> {
    files.map_or_else(Vec::new, |files| (0..files.length()).filter_map(|at| files.get(at)).collect())
}

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// The browser cannot: it was moved meanwhile, or it is a folder.
    Failed,
    /// Somebody wished it to stop.
    Stopped,
}

/// Bytes of a file that are read at once: between two slices the page answers.
const SLICE: usize = 4 << 20;

/// Reads a file in slices. `go_on` is told before each how many bytes are read, and of how many, and says whether to go on.
pub async fn read_file_in_slices(
    file: &web_sys::File,
    mut go_on: impl FnMut(usize, usize) -> bool,
) -> Result<Brought, Unread> {
    let size = file.size() as usize;
    let mut bytes = Vec::with_capacity(size);
    while bytes.len() < size {
        if !go_on(bytes.len(), size) {
            return Err(Unread::Stopped);
        }
        let end = size.min(bytes.len() + SLICE);
        let slice = file.slice_with_f64_and_f64(bytes.len() as f64, end as f64);
        let slice = slice.map_err(|_| Unread::Failed)?;
        let buffer = JsFuture::from(slice.array_buffer()).await.map_err(|_| Unread::Failed)?;
        let read = js_sys::Uint8Array::new(&buffer).to_vec();
        if read.is_empty() {
            return Err(Unread::Failed);
        }
        bytes.extend(read);
    }
    // Of a folder that looks like an empty file the browser says so only when it is read.
    if size == 0 {
        JsFuture::from(file.array_buffer()).await.map_err(|_| Unread::Failed)?;
    }
    Ok(Brought { name: file.name(), bytes })
}

/// Reads a file. `None` where the browser cannot.
pub async fn read_file(file: web_sys::File) -> Option<Brought> {
    read_file_in_slices(&file, |_, _| true).await.ok()
}
