//! Distances on the globe.

/// Great-circle distance in kilometres between two points in degrees (haversine; a sphere of 6,371 km).
pub fn distance_km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (lat_a, lat_b) = (a.0.to_radians(), b.0.to_radians());
    let half_lat = (lat_b - lat_a) / 2.0;
    let half_lon = (b.1 - a.1).to_radians() / 2.0;
    let chord = half_lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * half_lon.sin().powi(2);
    2.0 * 6371.0 * chord.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damascus_to_homs() {
        let km = distance_km((33.51, 36.29), (34.73, 36.72));
        assert!((138.0..144.0).contains(&km), "{km}");
    }
}
