//! Keeps to the robots.txt of each site, which is read before anything else of it.

use super::address::Home;
use super::exchange::Ask;
use super::fetcher::{Fetcher, Want};
use super::miss::{Again, Miss};
use super::robots::Robots;
use super::site_rules::{self, Verdict};
use url::Url;

impl Fetcher {
    /// Refuses what the site's robots.txt keeps from us, and waits for one that cannot be read.
    pub(super) fn check_rules(&mut self, url: &Url, home: &Home) -> Result<(), Miss> {
        let site = url.origin().ascii_serialization();
        if self.sites.of(&site, self.clock.now()) == Verdict::Unknown {
            let rules = self.read_rules(url, home);
            if let (Some(host), Some(rules)) = (url.host_str(), &rules) {
                self.pace.slow(host, rules.delay.unwrap_or_default());
            }
            self.sites.keep(&site, rules, self.clock.now());
        }
        let path =
            url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        match self.sites.of(&site, self.clock.now()) {
            Verdict::Rules(rules) if rules.allow(&path) => Ok(()),
            Verdict::Rules(_) => Err(Miss::new(
                "the site's robots.txt keeps programs from it",
                "ask its publisher, or take it off the list",
                Again::Never,
            )),
            Verdict::Wait(time) => Err(unread(Again::After(time))),
            Verdict::Unknown => Err(unread(Again::Later)),
        }
    }

    /// The rules of the site of `url`. A site that has none allows all; where they cannot be read there are none yet.
    fn read_rules(&mut self, url: &Url, home: &Home) -> Option<Robots> {
        let url = url.join("/robots.txt").ok()?;
        let ask = Ask { most: site_rules::SIZE, cut: true, ..Ask::new(&url, "text/plain, */*;q=0.1") };
        match self.fetch(&Want { ask, home, robots: false }) {
            Ok(got) => Some(Robots::read(&got.answer.body)),
            Err(Miss { status: Some(400..=428 | 430..=499), .. }) => Some(Robots::default()),
            // It leads nowhere, or to where we do not go: there are no rules.
            Err(Miss { status: None, again: Again::Never, .. }) => Some(Robots::default()),
            Err(_) => None,
        }
    }
}

fn unread(again: Again) -> Miss {
    Miss::new("the site's robots.txt cannot be read", "it is asked again later", again)
}
