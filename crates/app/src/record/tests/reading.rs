//! What becomes of inputs.

use super::{line, on_both};
use crate::record::input::State;

const BLAST: &str = "16 killed in Qatana on 2012-12-13, Police.";

/// Words that a report of an agency is filled with.
const REST: &str = "The road from the market to the bridge was closed all day.\nShops on the long street opened late in the morning.\n\
    Farmers from the villages near the river brought their fruit.\nBuses to the coast left from the yard of the school.\n\
    Lorries waited in a long queue before the customs house.\nElectricity came back to the western half after noon.\n\
    The bakery by the old gate sold bread until the evening.\nWater had to be carried up the hill in cans and tubs.\n\
    The weather stayed cold and dry with a wind from the hills.\n";

#[test]
fn the_same_input_twice_changes_nothing() {
    on_both(|bench| {
        let texts =
            [line("a", "Wire", "2012-12-14", BLAST), "{".into(), line("b", "Wire", "2012-12-14", "  ")];
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (tally, changes) = bench.read(&texts);
        assert_eq!([State::Coded, State::Refused, State::NoText].map(|state| tally.of(state)), [1, 1, 1]);
        assert_eq!(changes.unwrap().new, 1);
        let before = bench.record.wait(bench.record.status()).unwrap();
        let (tally, changes) = bench.read(&texts);
        assert_eq!((tally.known, tally.claims, changes), (3, 0, None));
        let after = bench.record.wait(bench.record.status()).unwrap();
        assert_eq!((after.inputs, after.claims, after.events), (before.inputs, before.claims, before.events));
    });
}

#[test]
fn one_event_of_many_reports_grows_and_keeps_its_id() {
    on_both(|bench| {
        bench.read(&[&line("a", "Wire", "2012-12-14", BLAST)]);
        let id = |n: usize| {
            let found =
                bench.record.wait(bench.record.find(&crate::record::find::Filter::default(), 10)).unwrap();
            assert_eq!(found.len(), n);
            found[0].id.clone()
        };
        let first = id(1);
        let second = line("b", "Courier", "2012-12-13", "17 killed in Qatana on 2012-12-13, Doctors.");
        let (_, changes) = bench.read(&[&second]);
        assert_eq!(changes.map(|c| (c.events, c.new, c.altered)), Some((1, 0, 1)));
        assert_eq!(id(1), first);
        assert_eq!(bench.number("select independent from event"), 2);
    });
}

#[test]
fn a_new_version_takes_the_place_of_the_old_one_and_both_stay() {
    on_both(|bench| {
        bench.read(&[&line("a", "Wire", "2012-12-14", BLAST)]);
        let (tally, changes) =
            bench.read(&[&line("a", "Wire", "2012-12-14", "18 killed in Qatana on 2012-12-13, Police.")]);
        assert_eq!((tally.updated, changes.map(|c| (c.events, c.altered))), (1, Some((1, 1))));
        assert_eq!(bench.number("select killed_low from event"), 18);
        assert_eq!(bench.number("select count(*) from report"), 2);
        assert_eq!(bench.number("select count(*) from claim"), 2);
        assert_eq!(bench.number("select count(*) from claim where counts = 1"), 1);
    });
}

#[test]
fn a_version_without_claims_takes_the_event_away() {
    on_both(|bench| {
        bench.read(&[&line("a", "Wire", "2012-12-14", BLAST)]);
        let (_, changes) = bench.read(&[&line("a", "Wire", "2012-12-14", "The report was withdrawn.")]);
        assert_eq!(changes.map(|c| (c.events, c.gone)), Some((0, 1)));
        assert_eq!(
            bench.number("select count(*) from facet") + bench.number("select count(*) from event_claim"),
            0
        );
    });
}

#[test]
fn copies_are_linked_and_counted_and_not_coded() {
    on_both(|bench| {
        let wire = format!("{REST}{BLAST}");
        let reprint = format!("DAMASCUS (Wire) - {REST}{BLAST}\nPrinted by kind permission.\n");
        let other_toll = format!("{REST}17 killed in Qatana on 2012-12-13, Police.");
        let texts = [
            line("a", "Wire", "2012-12-14", &wire),
            line("b", "Courier", "2012-12-14", &reprint),
            line("c", "Herald", "2012-12-14", &wire),
            line("d", "Post", "2012-12-14", &other_toll),
        ];
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (tally, _) = bench.read(&texts[..2]);
        assert_eq!((tally.of(State::Coded), tally.of(State::Copy), tally.claims), (1, 1, 1), "within a run");
        let (tally, _) = bench.read(&texts[2..]);
        assert_eq!(
            (tally.of(State::Coded), tally.of(State::Copy), tally.claims),
            (1, 1, 1),
            "against the record"
        );
        assert_eq!(bench.number("select reports from event"), 4);
        assert_eq!(bench.number("select publishers from event"), 4);
        assert_eq!(
            bench.number(
                "select count(*) from report where copy_of = (select id from report where name = 'a')"
            ),
            2
        );
        let again = line("a", "Wire", "2012-12-14", &wire).replace("{\"", "{ \"");
        let (tally, changes) = bench.read(&[&again]);
        assert_eq!((tally.of(State::Copy), changes), (1, None), "other bytes, the same report");
    });
}

#[test]
fn ids_of_reports_stay_apart() {
    on_both(|bench| {
        bench.read(&[
            &line("1", "Wire", "2012-12-14", BLAST),
            &line("1", "Courier", "2012-12-14", "3 killed in Homs on 2012-12-13, Police."),
            // The words and places of the first, from a third: the claims are in one event, and not one claim.
            &line("1", "Echo", "2012-12-15", &BLAST.replace("Police", "Doctor")),
        ]);
        assert_eq!(bench.number("select count(distinct name) from report"), 3);
        assert_eq!(bench.number("select count(distinct name) from claim"), 3);
        assert_eq!(bench.number("select count(*) from event"), 2);
        let kept = "select count(*) from event_claim c join claim on claim.name = c.claim and claim.report = c.report";
        assert_eq!(bench.number(kept), 3);
    });
}
