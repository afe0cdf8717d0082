//! What is held in memory counts what the database counts.

use super::{Bench, line, on_both};
use crate::record::find::Filter;
use crate::record::overview::Overview;
use crate::record::overview::timeline::Step;

const TOWNS: [&str; 5] = ["Qatana", "Homs", "Izra", "Nowhere", "Deraa"];

/// Sixty events: towns, days, figures and sources in turn.
fn filled(bench: &Bench) {
    let report = |n: usize| {
        let day = jiff::civil::date(2012, 11, 1).saturating_add(jiff::Span::new().days(n as i64 * 3));
        let source = ["Police", "Doctors", "Hospital"][n % 3];
        let text = format!("{} killed in {} on {day}, {source}.", n % 7, TOWNS[n % 5]);
        line(&format!("r{n}"), ["Wire", "Courier"][n % 2], &day.to_string(), &text)
    };
    let reports: Vec<String> = (0..60).map(report).collect();
    bench.read(&reports.iter().map(String::as_str).collect::<Vec<_>>());
}

fn filters() -> Vec<Filter> {
    let all = Filter::default;
    let facet = |facet, value: &str| vec![(facet, vec![value.to_owned()])];
    let from = Some("2012-12-01".to_owned());
    vec![
        all(),
        Filter { from: from.clone(), ..all() },
        Filter { from, to: Some("2013-01-31".into()), killed: Some(3), ..all() },
        Filter { area: Some([-90.0, 40.0, 30.0, 40.0]), ..all() },
        Filter { area: Some([-90.0, 90.0, 170.0, 37.0]), ..all() },
        Filter { area: Some([-90.0, 90.0, 170.0, -170.0]), ..all() },
        Filter { words: Some("doctors".into()), ..all() },
        Filter { words: Some("nothing of the kind".into()), ..all() },
        Filter { facets: facet("publisher", "Wire"), ..all() },
        Filter { facets: facet("source", "Police"), words: Some("killed hom".into()), ..all() },
        Filter {
            facets: [facet("source", "Police"), facet("mode", "explosives")].concat(),
            killed: Some(2),
            ..all()
        },
        Filter { kinds: vec!["ASSAULT".into()], grades: vec!["single-source".into()], ..all() },
        Filter { kinds: vec!["PROTEST".into()], ..all() },
        Filter { countries: vec!["SYR".into(), "IRQ".into()], ..all() },
    ]
}

#[test]
fn every_filter_lets_the_same_events_through_in_the_same_order() {
    on_both(|bench| {
        filled(&bench);
        let record = &bench.record;
        let overview = record.wait(record.overview()).unwrap();
        assert_eq!(overview.len(), 60);
        for filter in filters() {
            let selection = record.wait(record.select(&overview, &filter)).unwrap();
            let expected = record.wait(record.find(&filter, 100)).unwrap();
            let numbers: Vec<i64> = expected.iter().map(|line| line.number).collect();
            assert_eq!(overview.page(&selection, None, 100), numbers, "{filter:?}");
            assert_eq!(record.wait(record.lines(&numbers)).unwrap(), expected);
            let mut paged = Vec::new();
            while let page @ [_, ..] =
                overview.page(&selection, paged.last().and_then(|n| overview.place(*n)), 7).as_slice()
            {
                paged.extend_from_slice(page);
            }
            assert_eq!(paged, numbers, "{filter:?}");
        }
    });
}

#[test]
fn timelines_maps_and_tallies_count_every_event_once() {
    on_both(|bench| {
        filled(&bench);
        let record = &bench.record;
        let overview = record.wait(record.overview()).unwrap();
        let of = |filter: &Filter| record.wait(record.select(&overview, filter)).unwrap();
        let all = of(&Filter::default());
        for step in [Step::Day, Step::Week, Step::Month, Step::Year] {
            let timeline = overview.timeline(&all, step);
            assert_eq!(timeline.iter().map(|(.., n)| n).sum::<usize>(), 60);
            assert!(timeline.is_sorted());
        }
        let months = overview.timeline(&all, Step::Month);
        assert_eq!(months[0], ("2012-11-01".into(), "ASSAULT".into(), 10));
        assert_eq!(overview.days(&all).unwrap(), ("2012-11-01".into(), "2013-04-27".into()));
        // Those in Nowhere have no place on the map.
        for zoom in [0, 3, 8, 32] {
            assert_eq!(overview.cells(&all, None, zoom).iter().map(|cell| cell.events).sum::<usize>(), 48);
        }
        assert_eq!(overview.cells(&all, None, 32).len(), 4);
        let one = of(&Filter { words: Some("qatana ".into()), killed: Some(6), ..Filter::default() });
        let cells = overview.cells(&one, None, 5);
        assert_eq!((cells.len(), cells[0].killed, cells[0].near), (1, Some(6), true));
        assert_eq!(cells[0].alone.is_some(), one.len() == 1);
        let tally = overview.tally(&all);
        assert_eq!((tally.kinds, tally.placed), (vec![("ASSAULT".to_owned(), 60)], 48));
        assert_eq!(tally.countries, [("SYR".to_owned(), 60)]);
    });
}

#[test]
fn it_is_brought_up_to_date_with_what_came_changed_and_went() {
    on_both(|bench| {
        filled(&bench);
        let record = &bench.record;
        let before = record.wait(record.overview()).unwrap();
        let day = "2013-01-03";
        // Another report of an event that was there, another version of an article whose event goes, and a new event.
        bench.read(&[
            &line("n1", "Echo", day, "9 killed in Raqqa on 2013-01-02, Police."),
            &line("r0", "Wire", "2012-11-01", "Nothing happened at all."),
            &line("n2", "Echo", "2012-11-05", "1 killed in Homs on 2012-11-04, Witnesses."),
        ]);
        let renewed = record.wait(record.renewed(&before)).unwrap();
        let fresh = record.wait(record.overview()).unwrap();
        assert!(renewed.mark() > before.mark());
        assert_eq!(record.wait(record.marks()).unwrap().events, renewed.mark());
        let rows = |overview: &Overview| {
            let all = record.wait(record.select(overview, &Filter::default())).unwrap();
            (
                overview.page(&all, None, 100),
                overview.timeline(&all, Step::Day),
                overview.cells(&all, None, 8),
            )
        };
        assert_eq!(rows(&renewed), rows(&fresh));
        assert_eq!(fresh.len(), 60);
    });
}
