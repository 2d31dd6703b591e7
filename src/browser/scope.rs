//! The name of this deployment among all those of one origin: in front of every name under which anything is kept,
//! locked or told, so that two sites at one address never share a drawer.

use std::cell::OnceCell;

thread_local! {
    static SCOPES: OnceCell<Vec<String>> = const { OnceCell::new() };
}

/// What stands in front of the scope.
const APP: &str = "cluster-atlas";

/// Sets the scope: the identifier that the deployment's settings give, else the folder of the page. Once: what it was
/// called first it is called for as long as the page lives. Returns whether this was that time.
pub fn set_scope(id: Option<&str>) -> bool {
    SCOPES.with(|known| known.set(scopes(id)).is_ok())
}

fn scopes(id: Option<&str>) -> Vec<String> {
    let mut scopes: Vec<String> = id.map(|id| [APP, ":", id, ":"].concat()).into_iter().collect();
    // Neither a folder, which begins with a stroke, nor a name without a scope is that of an identifier.
    scopes.extend([[APP, ":", &folder(), ":"].concat(), [APP, "/"].concat()]);
    scopes
}

/// A name with the scope in front.
pub fn scoped(name: &str) -> String {
    names(name).swap_remove(0)
}

/// A name with the scope in front, and the names that earlier versions, or this deployment before it had an
/// identifier, have used for the same.
/// While the settings cannot be had, the name is that of the folder; what is kept under it is found by its identifier
/// later on.
pub fn names(name: &str) -> Vec<String> {
    let known = SCOPES.with(|known| known.get().cloned()).unwrap_or_else(|| scopes(None));
    known.iter().map(|scope| [scope, name].concat()).collect()
}

/// The folder of the page, with a stroke at both ends.
fn folder() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path[..path.rfind('/').map_or(0, |end| end + 1)].to_owned()
}
