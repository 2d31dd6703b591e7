//! Mounts the app. On the host there is nothing to mount; the binary exists for Trunk.

fn main() {
    #[cfg(target_arch = "wasm32")]
    cluster_atlas::ui::start();
}
