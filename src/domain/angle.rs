//! Sine and cosine of the angles that places have. The standard library's are made for angles of any size and carry a
//! table for the largest, six kilobytes that no latitude needs.

use std::f64::consts::FRAC_2_PI;

/// π/2 in two parts: a number whose last bits are zero, so that a small multiple of it is exact, and the rest.
const QUARTER: (f64, f64) = (1.570_796_326_734_125_6, 6.077_100_506_506_192e-11);

/// The sine of an angle in radians, of at most a few turns.
///
/// ```
/// use cluster_atlas::domain::angle;
/// assert!((angle::sin(std::f64::consts::FRAC_PI_6) - 0.5).abs() < 1e-15);
/// ```
pub fn sin(angle: f64) -> f64 {
    after_quarters(angle, 0)
}

/// The cosine of an angle in radians, of at most a few turns.
///
/// ```
/// use cluster_atlas::domain::angle;
/// assert!((angle::cos(std::f64::consts::FRAC_PI_3) - 0.5).abs() < 1e-15);
/// ```
pub fn cos(angle: f64) -> f64 {
    after_quarters(angle, 1)
}

/// The sine of an angle that is so many quarters of a turn further.
fn after_quarters(angle: f64, further: i32) -> f64 {
    let quarters = (angle * FRAC_2_PI + 0.5).floor();
    let rest = (angle - quarters * QUARTER.0) - quarters * QUARTER.1;
    let square = rest * rest;
    // The polynomials are those of fdlibm (k_sin.c, k_cos.c), exact to the last bit or so between -π/4 and π/4.
    let along = |coefficients: [f64; 6]| coefficients.iter().rev().fold(0.0, |sum, c| sum * square + c);
    let value = if (quarters as i32 + further) & 1 == 0 {
        const SINE: [f64; 6] = [
            -1.666_666_666_666_663_2e-1,
            8.333_333_333_322_49e-3,
            -1.984_126_982_985_795e-4,
            2.755_731_370_707_006_8e-6,
            -2.505_076_025_340_686_4e-8,
            1.589_690_995_211_55e-10,
        ];
        rest + rest * square * along(SINE)
    } else {
        const COSINE: [f64; 6] = [
            4.166_666_666_666_66e-2,
            -1.388_888_888_887_411e-3,
            2.480_158_728_947_673e-5,
            -2.755_731_435_139_066_3e-7,
            2.087_572_321_298_175e-9,
            -1.135_964_755_778_819_5e-11,
        ];
        1.0 - 0.5 * square + square * square * along(COSINE)
    };
    if (quarters as i32 + further) & 2 == 0 { value } else { -value }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "they are compared with the standard library's")]
mod tests {
    use proptest::prelude::*;

    use super::{cos, sin};

    proptest! {
        #[test]
        fn they_are_the_standard_librarys(angle in -13.0..13.0_f64) {
            prop_assert!((sin(angle) - angle.sin()).abs() < 5e-16, "{angle}");
            prop_assert!((cos(angle) - angle.cos()).abs() < 5e-16, "{angle}");
        }
    }

    #[test]
    fn poles_and_the_date_line_are_hit() {
        use std::f64::consts::{FRAC_PI_2, PI};
        assert_eq!((sin(0.0), cos(0.0), sin(FRAC_PI_2), cos(PI)), (0.0, 1.0, 1.0, -1.0));
        assert!(sin(f64::NAN).is_nan());
    }
}
