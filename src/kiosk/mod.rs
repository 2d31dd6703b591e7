//! The app on a touch screen in a hall, as far as it needs no browser: when a visitor has gone, what is shown while
//! nobody is there, which keys a keyboard on the screen has, why it is locked, whether its clock can be right.
//!
//! What runs in the page is `public/kiosk.js`, which closes the ways out, and the shell in `src/ui/kiosk/`.

mod clock;
mod idle;
mod keyboard;
mod lock;
mod taken;
mod traces;

pub use clock::{Doubt, doubt};
pub use idle::{Idle, Notice, WARNING_MS};
pub use keyboard::{Layout, Stroke, shifted, variants};
pub use lock::Lock;
pub use taken::{is_of_this_device, public_address};
pub use traces::{LEAST_TRACE, Typed};
