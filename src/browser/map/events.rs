//! What Leaflet tells us, and what we make of it.

use std::rc::{Rc, Weak};

use js_sys::{Function, Object, Reflect};
use leaflet::{Event, Evented, EventedHandle, Map, MouseEvent};
use wasm_bindgen::prelude::*;

use crate::explore::Bubble;

use super::Core;
use super::scene::Due;

/// The listeners of one map, taken off when dropped.
pub struct Handles {
    _moves: Vec<EventedHandle<Event>>,
    _pointer: Vec<EventedHandle<MouseEvent>>,
    _keys: Option<StillPan>,
}

impl Handles {
    /// Listens until dropped.
    pub fn listen(core: &Rc<Core>) -> Self {
        let map: &Map = &core.map;
        let on = |event: &'static str, act: fn(&Rc<Core>, &Event)| {
            let core = Rc::downgrade(core);
            Evented::on_leaflet_event(&map, event, move |event: Event| {
                alive(&core, |core| act(core, &event));
            })
        };
        let pointed = |event: &'static str, act: fn(&Rc<Core>, &MouseEvent)| {
            let core = Rc::downgrade(core);
            Evented::on_leaflet_event(&map, event, move |event: MouseEvent| {
                alive(&core, |core| act(core, &event));
            })
        };
        core.draw_anew();
        Self {
            _moves: vec![
                // A hand on the map makes the movement its own, whatever was under way.
                on("dragstart", |core, _| core.by_app.set(false)),
                on("boxzoomstart", |core, _| core.by_app.set(false)),
                on("zoomanim", |core, event| {
                    core.starting.set(false);
                    core.scene.borrow_mut().begin_glide(&core.map, event);
                    core.draw_soon();
                }),
                on("zoom", |core, _| {
                    core.scene.borrow_mut().follow(&core.map);
                    core.draw_soon();
                }),
                on("move", |core, _| {
                    if core.scene.borrow().is_short_of(&core.map) {
                        core.draw_anew();
                    }
                }),
                on("viewreset", |core, _| core.draw_anew()),
                on("moveend", |core, _| core.rests()),
            ],
            _pointer: vec![
                pointed("click", |core, event| {
                    let met = core.under(event);
                    if let Some(bubble) = met {
                        (core.events.on_pick)(bubble);
                    }
                }),
                pointed("mousemove", |core, event| core.hover(core.under(event))),
                pointed("mouseout", |core, _| core.hover(None)),
            ],
            _keys: core.still.then(|| StillPan::of(&core.map)),
        }
    }
}

fn alive(core: &Weak<Core>, act: impl FnOnce(&Rc<Core>)) {
    if let Some(core) = core.upgrade() {
        act(&core);
    }
}

impl Core {
    /// The map has come to rest: draw and tell. What had to wait is done with the drawing, not from within Leaflet's
    /// own event: a listener must not cause itself.
    fn rests(self: &Rc<Self>) {
        self.starting.set(false);
        self.draw_anew();
        let by_user = !self.by_app.replace(false);
        self.telling.set(true);
        (self.events.on_move)(self.view(by_user));
        self.telling.set(false);
    }

    fn under(&self, event: &MouseEvent) -> Option<Bubble> {
        let point = event.layer_point();
        self.scene.borrow().bubble_at(&self.map, (point.x(), point.y()))
    }

    fn hover(&self, bubble: Option<Bubble>) {
        if *self.hovered.borrow() == bubble {
            return;
        }
        self.hovered.borrow_mut().clone_from(&bubble);
        let style = self.map.get_container().style();
        // Without a value Leaflet's own cursor is back.
        let _ = match bubble {
            Some(_) => style.set_property("cursor", "pointer"),
            None => style.remove_property("cursor").map(drop),
        };
        (self.events.on_hover)(bubble);
    }

    /// Leaflet is animating a zoom: it takes no orders then, and tells when it is done by a movement that has ended.
    pub(super) fn is_zooming(&self) -> bool {
        // Leaflet has no public word for it, and other movements may end in the course of it.
        Reflect::get(&self.map, &"_animatingZoom".into()).is_ok_and(|zooming| zooming.is_truthy())
    }

    /// Draws what is due in the next frame.
    pub(super) fn draw_soon(self: &Rc<Self>) {
        if self.on_paper.get() {
            // No frame comes any more before the page is printed.
            self.scene.borrow_mut().draw(&self.map);
            return;
        }
        if self.awaited.get().is_some() {
            return;
        }
        let core = Rc::downgrade(self);
        let draw = Closure::once_into_js(move |now: f64| {
            alive(&core, |core| {
                core.awaited.set(None);
                if core.is_zooming() {
                    if core.scene.borrow_mut().glide(&core.map, now) {
                        core.draw_soon();
                    }
                    return;
                }
                if let Some(aim) = core.aim.take() {
                    core.take_aim(aim, false);
                }
                core.scene.borrow_mut().draw(&core.map);
            });
        });
        let frame = web_sys::window().and_then(|w| w.request_animation_frame(draw.unchecked_ref()).ok());
        self.awaited.set(frame);
    }

    /// Draws everything for the present view in the next frame.
    pub(super) fn draw_anew(self: &Rc<Self>) {
        self.scene.borrow_mut().is_due(Due::View);
        self.draw_soon();
    }
}

/// Keys pan with an animation that Leaflet has no setting against: this map's `panBy` leaves it out.
struct StillPan {
    map: Map,
    _pan: Closure<dyn Fn(JsValue) -> JsValue>,
}

impl StillPan {
    fn of(map: &Map) -> Self {
        let inherited = Reflect::get(map, &"panBy".into()).unwrap_or_default();
        let options = Object::new();
        // A plain object takes every property, and so does a map.
        let _ = Reflect::set(&options, &"animate".into(), &false.into());
        let pan = Closure::<dyn Fn(JsValue) -> JsValue>::new({
            let map = map.clone();
            move |offset: JsValue| {
                let inherited = inherited.unchecked_ref::<Function>();
                inherited.call2(&map, &offset, &options).unwrap_or_default()
            }
        });
        let _ = Reflect::set(map, &"panBy".into(), pan.as_ref());
        Self { map: map.clone(), _pan: pan }
    }
}

impl Drop for StillPan {
    fn drop(&mut self) {
        // The inherited one is back.
        let _ = Reflect::delete_property(self.map.unchecked_ref::<Object>(), &"panBy".into());
    }
}
