//! Distances on the globe.

/// Great-circle distance in kilometres between two points in degrees (haversine; a sphere of 6,371 km).
pub fn distance_km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (lat_a, lat_b) = (a.0.to_radians(), b.0.to_radians());
    let half_lat = (lat_b - lat_a) / 2.0;
    let half_lon = (b.1 - a.1).to_radians() / 2.0;
    let chord = half_lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * half_lon.sin().powi(2);
    2.0 * 6371.0 * chord.sqrt().min(1.0).asin()
}

/// The point `km` kilometres from `from` towards `bearing`, in degrees from north, clockwise; along a great circle.
pub fn destination(from: (f64, f64), km: f64, bearing: f64) -> (f64, f64) {
    let (lat, lon, turn) = (from.0.to_radians(), from.1.to_radians(), bearing.to_radians());
    let arc = km / 6371.0;
    let new_lat = (lat.sin() * arc.cos() + lat.cos() * arc.sin() * turn.cos()).clamp(-1.0, 1.0).asin();
    let east = (turn.sin() * arc.sin() * lat.cos()).atan2(arc.cos() - lat.sin() * new_lat.sin());
    let new_lon = (lon + east).to_degrees();
    (new_lat.to_degrees(), (new_lon + 540.0).rem_euclid(360.0) - 180.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damascus_to_homs() {
        let km = distance_km((33.51, 36.29), (34.73, 36.72));
        assert!((138.0..144.0).contains(&km), "{km}");
    }

    #[test]
    fn a_point_so_far_away_is_so_far_away() {
        for (bearing, sign) in [(0.0, (1.0, 0.0)), (90.0, (0.0, 1.0)), (225.0, (-1.0, -1.0))] {
            let from = (36.2, 37.16);
            let to = destination(from, 100.0, bearing);
            assert!((distance_km(from, to) - 100.0).abs() < 0.01);
            assert!((to.0 - from.0) * sign.0 >= -0.01 && (to.1 - from.1) * sign.1 >= -0.01);
        }
        assert!(destination((0.0, 179.9), 100.0, 90.0).1 < -179.0);
    }
}
