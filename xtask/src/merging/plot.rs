//! A plot of time against the number of claims, both in powers of ten.

use std::fmt::Write;

/// Width and height of the picture, and its margin.
const SIZE: (f64, f64, f64) = (560.0, 320.0, 48.0);

/// The points (claims, seconds) as an SVG, with a line of slope one through the first: what grows with the claims alone.
pub fn svg(points: &[(usize, f64)]) -> String {
    let (width, height, margin) = SIZE;
    let (first, last) =
        (points.first().map_or(1.0, |p| p.0 as f64), points.last().map_or(10.0, |p| p.0 as f64));
    let slowest = points.iter().map(|p| p.1).fold(first, |_, s| s);
    let least = points.first().map_or(0.01, |p| p.1.max(0.01));
    let x = |n: f64| margin + (n / first).log10() / (last / first).log10().max(0.1) * (width - 2.0 * margin);
    let y = |s: f64| {
        height
            - margin
            - (s / least).log10() / (slowest.max(least * 10.0) / least).log10() * (height - 2.0 * margin)
    };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <title>Seconds to merge, by the number of claims</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"white\"/>\n"
    );
    let mut line = |a: (f64, f64), b: (f64, f64), style: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "<line x1=\"{:.0}\" y1=\"{:.0}\" x2=\"{:.0}\" y2=\"{:.0}\" {style}/>",
            a.0, a.1, b.0, b.1
        );
    };
    line((margin, height - margin), (width - margin, height - margin), "stroke=\"#444\"");
    line((margin, margin), (margin, height - margin), "stroke=\"#444\"");
    line((x(first), y(least)), (x(last), y(least * last / first)), "stroke=\"#999\" stroke-dasharray=\"4\"");
    for pair in points.windows(2) {
        if let [a, b] = pair {
            line((x(a.0 as f64), y(a.1)), (x(b.0 as f64), y(b.1)), "stroke=\"#b03a2e\" stroke-width=\"2\"");
        }
    }
    for (claims, seconds) in points {
        let (at, up) = (x(*claims as f64), y(*seconds));
        let _ = writeln!(out, "<circle cx=\"{at:.0}\" cy=\"{up:.0}\" r=\"4\" fill=\"#b03a2e\"/>");
        let _ = writeln!(
            out,
            "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"end\">{seconds:.1} s</text>",
            at - 6.0,
            up - 8.0
        );
        let _ = writeln!(
            out,
            "<text x=\"{at:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{claims}</text>",
            height - margin + 18.0
        );
    }
    let _ = writeln!(
        out,
        "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">claims (dashed: in proportion)</text>\n</svg>",
        width / 2.0,
        height - 8.0
    );
    out
}
