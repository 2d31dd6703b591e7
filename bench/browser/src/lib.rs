//! The app's index behind functions that a page can call, to be measured beside its peers.
//!
//! Compiled as the app is: same profile, same optimisation for size, same wasm-opt. See bench/README.md.

#[cfg(target_arch = "wasm32")]
mod world;
