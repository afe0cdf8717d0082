//! The rules of robots.txt, read and matched.

use crate::feeds::robots::Robots;
use std::time::Duration;

fn allows(rules: &str, path: &str) -> bool {
    Robots::read(format!("User-agent: *\n{rules}").as_bytes()).allow(path)
}

#[test]
fn the_longest_rule_decides() {
    let rules = "Disallow: /news/\nAllow: /news/open/\n";
    assert!(!allows(rules, "/news/a"));
    assert!(allows(rules, "/news/open/a"));
    assert!(allows(rules, "/"));
    assert!(allows("Disallow: /a\nAllow: /a", "/a"));
    assert!(allows("Disallow:", "/a"));
}

#[test]
fn stars_and_ends() {
    assert!(!allows("Disallow: /*.pdf$", "/x/y.pdf"));
    assert!(allows("Disallow: /*.pdf$", "/x/y.pdf?z"));
    assert!(!allows("Disallow: /a*b*c", "/a--b--c--"));
    assert!(allows("Disallow: /a*b*c", "/a--c--b"));
    assert!(!allows("Disallow: /a$", "/a"));
    assert!(!allows("Disallow: *", "/a"));
}

#[test]
fn one_spelling_of_a_path() {
    assert!(!allows("Disallow: /a%2fb", "/a%2Fb"));
    assert!(!allows("Disallow: /%7Ejoe", "/~joe"));
    assert!(!allows("Disallow: /новости", "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1"));
    assert!(allows("Disallow: /%é%", "/%2"));
}

#[test]
fn groups_that_name_the_program_go_before_those_for_all() {
    let robots = Robots::read(
        b"user-agent: other\nuser-agent: Dateline/2\ndisallow: /x\ncrawl-delay: 7.5\n\nUser-agent: *\nDisallow: /\n\
        User-agent: dateline\nDisallow: /y # more\n",
    );
    assert!(!robots.allow("/x") && !robots.allow("/y") && robots.allow("/z"));
    assert_eq!(robots.delay, Some(Duration::from_millis(7500)));
    assert!(!Robots::read(b"User-agent: datelinebot\nAllow: /\nUser-agent: *\nDisallow: /").allow("/"));
}

#[test]
fn any_bytes_are_read() {
    assert!(Robots::read(b"\xff\xfe:\n:::\nDisallow: /\ncrawl-delay: -1\n").allow("/"));
    let many =
        format!("User-agent: *\nCrawl-delay: NaN\n{}", "Disallow: /*a*a*a*a*a*a*a*a*b\n".repeat(15_000));
    assert!(Robots::read(many.as_bytes()).allow(&format!("/{}", "a".repeat(2_000))));
}

proptest::proptest! {
    #[test]
    fn any_rules_are_read_without_a_panic(rules in "[a-z*$%/é:\n -]{0,40}", path in "/[a-z%é*$]{0,20}") {
        Robots::read(format!("user-agent: *\nallow: {rules}\n").as_bytes()).allow(&path);
        Robots::read(rules.as_bytes()).allow(&path);
    }
}
