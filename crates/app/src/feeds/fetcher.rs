//! Asks for feeds and pages as a guest should: by the site's rules, with pauses, and nowhere that it was not invited.

use super::address::Home;
use super::backoff;
use super::clock::{Clock, System};
use super::exchange::{Answer, Ask, Exchange};
use super::miss::{Again, Miss};
use super::options::Options;
use super::pace::Pace;
use super::site_rules::SiteRules;
use std::time::Duration;
use url::Url;

/// Most redirects that are followed.
const REDIRECTS: usize = 5;
/// Most of a host's own waiting time that the program sleeps through: after longer, something else comes first.
const PATIENCE: Duration = Duration::from_secs(60);

/// Fetches feeds and pages, one at a time. It remembers what it owes to each host.
pub struct Fetcher {
    /// What the user set.
    pub options: Options,
    pub(super) clock: Box<dyn Clock>,
    exchange: Exchange,
    pub(super) pace: Pace,
    pub(super) sites: SiteRules,
}

/// What is wanted of the web.
#[derive(Clone, Copy, Debug)]
pub struct Want<'a> {
    /// Where it is, the known copy and the limits.
    pub ask: Ask<'a>,
    /// The local service that the user named, if any.
    pub home: &'a Home,
    /// Whether the site's robots.txt is to be kept.
    pub robots: bool,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Got {
    /// The answer: a success, or 304.
    pub answer: Answer,
    /// Where it came from, after redirects.
    pub url: Url,
    /// Whether all redirects on the way are for good.
    pub moved: bool,
}

impl Fetcher {
    /// On the machine's own clock.
    pub fn new(options: Options) -> Self {
        Self::with_clock(options, Box::new(System))
    }

    /// On any clock.
    pub fn with_clock(options: Options, clock: Box<dyn Clock>) -> Self {
        let (exchange, pace) = (Exchange::new(&options), Pace::new(options.pause));
        Self { options, clock, exchange, pace, sites: SiteRules::default() }
    }

    /// Fetches one document, through redirects. Each step is checked like the first.
    pub fn fetch(&mut self, want: &Want<'_>) -> Result<Got, Miss> {
        let (mut url, mut moved) = (want.ask.url.clone(), true);
        for step in 0..=REDIRECTS {
            url.set_fragment(None);
            check_scheme(&url)?;
            if want.robots {
                self.check_rules(&url, want.home)?;
            }
            let local = self.options.local || want.home.has(&url);
            let answer = self.ask(&Ask { url: &url, local, ..want.ask })?;
            match answer.status {
                200..=299 | 304 => return Ok(Got { answer, url, moved: moved && step > 0 }),
                301 | 302 | 303 | 307 | 308 => {
                    moved &= matches!(answer.status, 301 | 308);
                    url = target(&url, &answer)?;
                }
                status => return Err(self.miss(status, &url, &answer)),
            }
        }
        let what = format!("more than {REDIRECTS} redirects");
        Err(Miss::new(what, "see in a browser where it has gone", Again::Never))
    }

    /// One request, when its host can take it.
    fn ask(&mut self, ask: &Ask<'_>) -> Result<Answer, Miss> {
        let host = ask.url.host_str().unwrap_or_default();
        let held = self.pace.held(host, self.clock.now()).unwrap_or_default();
        if held > PATIENCE {
            return Err(Miss::new(
                "its host asked to be left alone",
                "it is asked later",
                Again::After(held),
            ));
        }
        let wait = self.pace.wait(host, self.clock.now()).max(held);
        if !wait.is_zero() {
            self.clock.sleep(wait);
        }
        let answer = self.exchange.get(ask);
        self.pace.asked(host, self.clock.now());
        answer
    }

    /// What an answer that is no success means; a host that asks for time gets it.
    fn miss(&mut self, status: u16, url: &Url, answer: &Answer) -> Miss {
        let now = self.clock.now();
        let asked = answer.header("retry-after").and_then(|header| backoff::asked(header, now));
        let miss = Miss::of_status(status, asked);
        if let (Again::After(time), Some(host)) = (miss.again, url.host_str()) {
            self.pace.hold(host, now + time);
        }
        miss
    }
}

fn check_scheme(url: &Url) -> Result<(), Miss> {
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    if web {
        Ok(())
    } else {
        Err(Miss::new("not an address of the web", "give one of http or https", Again::Never))
    }
}

/// Where a redirect leads.
fn target(url: &Url, answer: &Answer) -> Result<Url, Miss> {
    let target = answer.header("location").and_then(|location| url.join(location).ok());
    target.ok_or_else(|| {
        Miss::new("a redirect that leads nowhere", "see in a browser where it has gone", Again::Never)
    })
}
