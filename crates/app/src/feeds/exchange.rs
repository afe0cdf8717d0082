//! One request and its answer, with limits on time and size. Redirects are answers here: whoever asks follows them, so
//! that each of them is checked like the first address.

use super::miss::Miss;
use super::options::Options;
use super::resolver::Guarded;
use std::io::Read;
use ureq::Agent;
use ureq::config::Config;
use ureq::http::HeaderMap;
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use url::Url;

/// What the program says that it is.
pub const AGENT: &str = concat!(
    "dateline/",
    env!("CARGO_PKG_VERSION"),
    " (+reads news feeds for its user; few requests, obeys robots.txt as 'dateline')"
);

/// A request.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// Where to.
    pub url: &'a Url,
    /// Kinds of document, most wanted first.
    pub accept: &'a str,
    /// The mark of the copy that is known.
    pub etag: Option<&'a str>,
    /// The time of the copy that is known, as the server wrote it.
    pub last_modified: Option<&'a str>,
    /// Most bytes of the body.
    pub most: usize,
    /// Whether to take the first `most` bytes of a longer body, rather than refuse it.
    pub cut: bool,
    /// Whether the address may be local.
    pub local: bool,
}

impl<'a> Ask<'a> {
    /// For any copy of a document, on the public network.
    pub fn new(url: &'a Url, accept: &'a str) -> Self {
        Self { url, accept, etag: None, last_modified: None, most: 0, cut: false, local: false }
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, decompressed; empty where the status is no success.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header that is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok().map(str::trim).filter(|value| !value.is_empty())
    }
}

/// Two HTTP clients: one for the public network, and one that may go anywhere.
#[derive(Debug)]
pub struct Exchange {
    public: Agent,
    anywhere: Agent,
}

impl Exchange {
    /// With the limits of `options`.
    pub fn new(options: &Options) -> Self {
        let config = config(options);
        let connector = DefaultConnector::default;
        Self {
            public: Agent::with_parts(config.clone(), connector(), Guarded::default()),
            anywhere: Agent::with_parts(config, connector(), DefaultResolver::default()),
        }
    }

    /// Asks once.
    pub fn get(&self, ask: &Ask<'_>) -> Result<Answer, Miss> {
        let agent = if ask.local { &self.anywhere } else { &self.public };
        let mut request = agent.get(ask.url.as_str()).header("accept", ask.accept);
        let known = [("if-none-match", ask.etag), ("if-modified-since", ask.last_modified)];
        for (name, value) in known {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let response = request.call().map_err(|e| Miss::of_error(&e))?;
        let (parts, body) = response.into_parts();
        let status = parts.status.as_u16();
        let mut bytes = Vec::new();
        if parts.status.is_success() {
            let reader = body.into_reader().take(ask.most as u64 + 1);
            bytes = read(reader)?;
        }
        if bytes.len() > ask.most {
            if !ask.cut {
                return Err(Miss::too_large(ask.most));
            }
            bytes.truncate(ask.most);
        }
        Ok(Answer { status, headers: parts.headers, body: bytes })
    }
}

fn read(mut reader: impl Read) -> Result<Vec<u8>, Miss> {
    let mut bytes = Vec::new();
    match reader.read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Miss::of_error(&ureq::Error::from(error))),
    }
}

/// No proxy: it would look up the names, and the check of addresses would be for nothing. No connection is kept: one
/// that was opened for the user's own local feed must not serve another request.
fn config(options: &Options) -> Config {
    Agent::config_builder()
        .user_agent(AGENT)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_idle_connections(0)
        .proxy(None)
        .timeout_connect(Some(options.connect))
        .timeout_global(Some(options.total))
        .build()
}
