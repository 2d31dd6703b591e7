//! Mounts the app. On the host there is nothing to mount; the binary exists for Trunk.

fn main() {
    #[cfg(all(target_arch = "wasm32", not(feature = "adapters-only")))]
    cluster_atlas::ui::start();
}
