//! Events are found by everything that the page and the command line ask by.

use super::{line, on_both};
use crate::record::find::Filter;

#[test]
fn every_filter_finds_what_it_should_and_no_more() {
    on_both(|bench| {
        bench.read(&[
            &line("a", "Wire", "2012-12-14", "16 killed in Qatana on 2012-12-13, Police."),
            &line("b", "Courier", "2013-01-02", "3 killed in Homs on 2013-01-01, Doctors."),
            &line("c", "Wire", "2013-02-02", "1 killed in Izra on 2013-02-01, Police."),
        ]);
        let towns = |filter: Filter| {
            let found = bench.record.wait(bench.record.find(&filter, 10)).unwrap();
            assert_eq!(bench.record.wait(bench.record.count(&filter)).unwrap(), found.len() as i64);
            let town = |s: &str| ["Qatana", "Homs", "Izra"].into_iter().find(|t| s.contains(t)).unwrap();
            found.iter().map(|line| town(&line.summary)).collect::<Vec<_>>()
        };
        let all = Filter::default;
        let facet = |facet, value: &str| Filter { facets: vec![(facet, vec![value.to_owned()])], ..all() };
        assert_eq!(towns(all()), ["Izra", "Homs", "Qatana"]);
        assert_eq!(towns(Filter { words: Some("doctors ".into()), ..all() }), ["Homs"]);
        assert_eq!(towns(Filter { words: Some("killed qat".into()), ..all() }), ["Qatana"]);
        assert_eq!(towns(Filter { words: Some("qat ".into()), ..all() }), [""; 0]);
        assert_eq!(towns(Filter { words: Some("\" * NEAR( : & |".into()), ..all() }), [""; 0]);
        assert_eq!(towns(Filter { words: Some("\" * ( : & | !".into()), ..all() }), [""; 0]);
        assert_eq!(
            towns(Filter { from: Some("2013-01-01".into()), to: Some("2013-01-31".into()), ..all() }),
            ["Homs"]
        );
        assert_eq!(towns(Filter { killed: Some(3), ..all() }), ["Homs", "Qatana"]);
        assert_eq!(towns(Filter { grades: vec!["contested".into()], ..all() }), [""; 0]);
        assert_eq!(
            towns(Filter { countries: vec!["SYR".into()], kinds: vec!["ASSAULT".into()], ..all() }).len(),
            3
        );
        assert_eq!(towns(facet("publisher", "wire")), ["Izra", "Qatana"]);
        assert_eq!(towns(facet("party", "GREY FRONT")).len(), 3);
        assert_eq!(towns(facet("source", "Doctors")), ["Homs"]);
        assert_eq!(towns(facet("source-kind", "police")).len(), 3);
        assert_eq!(towns(facet("mode", "explosives")).len(), 3);
        let at = |line: &crate::record::find::Line| line.at.unwrap().0;
        let found = bench.record.wait(bench.record.find(&all(), 10)).unwrap();
        let (south, north) = (at(&found[0]) - 0.1, at(&found[0]) + 0.1);
        assert_eq!(towns(Filter { area: Some([south, north, 35.0, 37.0]), ..all() }), ["Izra"]);
        assert_eq!(towns(Filter { area: Some([-90.0, 90.0, 170.0, 37.0]), ..all() }).len(), 3);
        assert_eq!(towns(Filter { area: Some([-90.0, 90.0, 170.0, -170.0]), ..all() }), [""; 0]);
    });
}

#[test]
fn events_without_a_place_and_then_with_one_go_through_one_statement() {
    on_both(|bench| {
        // Twice as many as one statement takes.
        let report = |n: i64| {
            let day = jiff::civil::date(2013, 1, 1).saturating_add(jiff::Span::new().days(n));
            let town = if n < 64 { "Nowhere" } else { "Homs" };
            line(&format!("r{n}"), "Wire", &day.to_string(), &format!("4 killed in {town} on {day}, Police."))
        };
        let reports: Vec<String> = (0..130).map(report).collect();
        bench.read(&reports.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(bench.number("select count(*) from event"), 130);
        assert_eq!(bench.number("select count(*) from event where lat is null"), 64);
    });
}

#[test]
fn reports_are_found_by_their_words_also_where_they_make_no_claims() {
    on_both(|bench| {
        bench.read(&[
            &line("a", "Wire", "2012-12-14", "16 killed in Qatana on 2012-12-13, Police."),
            &line("b", "Courier", "2012-12-15", "The market of Qatana opened again, traders said."),
        ]);
        let names = |words: &str| {
            let found = bench.record.wait(bench.record.reports(words, 10)).unwrap();
            found.into_iter().map(|hit| hit.name).collect::<Vec<_>>()
        };
        assert_eq!(names("QATANA"), ["b", "a"]);
        assert_eq!(names("market qatana "), ["b"]);
        assert_eq!(names("\" * : "), [""; 0]);
    });
}
