//! In which steps a map is shaded.

use crate::explore::sort_values;

/// A step: the values that share a shade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shade {
    /// The least of them.
    pub from: u32,
    /// The greatest of them.
    pub to: u32,
    /// How many values there are.
    pub count: u32,
}

/// Most steps that eyes can tell apart on a map.
const MOST: usize = 5;

/// The steps for some values, from the least: about as many values in each, equal ones together. Zero is in none: it has
/// a shade of its own.
pub fn shades(values: impl IntoIterator<Item = u32>) -> Vec<Shade> {
    let mut values: Vec<u32> = values.into_iter().filter(|value| *value > 0).collect();
    sort_values(&mut values, &u32::cmp);
    let mut steps: Vec<Shade> = Vec::new();
    // The fifth of all values in which the last step began: a step ends with it, or with the last of equal values.
    let mut began = 0;
    for (rank, value) in values.iter().enumerate() {
        let fifth = rank * MOST / values.len();
        match steps.last_mut() {
            Some(step) if step.to == *value || fifth == began => {
                step.to = *value;
                step.count += 1;
            }
            _ => {
                steps.push(Shade { from: *value, to: *value, count: 1 });
                began = fifth;
            }
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn few_values_have_few_steps() {
        assert_eq!(shades([0, 0]), []);
        assert_eq!(shades([3, 0, 3]), [Shade { from: 3, to: 3, count: 2 }]);
        assert_eq!(shades(1..=10).len(), 5);
    }

    proptest! {
        #[test]
        fn every_value_is_in_one_step(values in prop::collection::vec(0..300_u32, 0..60)) {
            let steps = shades(values.iter().copied());
            prop_assert!(steps.len() <= MOST);
            prop_assert!(steps.windows(2).all(|two| two[0].to < two[1].from), "{:?}", steps);
            for step in &steps {
                let within = values.iter().filter(|value| (step.from..=step.to).contains(*value)).count();
                prop_assert_eq!(within, step.count as usize);
            }
            let counted: u32 = steps.iter().map(|step| step.count).sum();
            prop_assert_eq!(counted as usize, values.iter().filter(|value| **value > 0).count());
        }
    }
}
