//! Shared immutable data, cheap to compare.

use std::any::Any;
use std::ops::Deref;
use std::sync::Arc;

use crate::explore::{Catalogue, Index, Record};

/// An index of any kind of record.
pub type AnyCatalogue = Shared<dyn Catalogue + Send + Sync>;

/// Shared immutable data that is equal only to itself: cheap to compare in a `Memo`.
pub struct Shared<T: ?Sized>(Arc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T: ?Sized> From<Arc<T>> for Shared<T> {
    fn from(value: Arc<T>) -> Self {
        Self(value)
    }
}

impl<R: Record + Send + Sync> Shared<Index<R>> {
    /// The same index, whatever its records are.
    pub fn catalogue(&self) -> AnyCatalogue {
        Shared(Arc::clone(&self.0) as Arc<_>)
    }
}

impl<T: Send + Sync + 'static> Shared<T> {
    /// The same value, whatever it is.
    pub fn any(&self) -> Shared<dyn Any + Send + Sync> {
        Shared(Arc::clone(&self.0) as Arc<_>)
    }
}

impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::addr_eq(Arc::as_ptr(&self.0), Arc::as_ptr(&other.0))
    }
}

impl<T: ?Sized> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
