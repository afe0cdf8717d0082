//! Looks up hosts and refuses those that lead into the local network.
//!
//! It stands where the HTTP client looks up names, so that the addresses that were checked are those that are connected
//! to: a name server that answers differently the second time gains nothing.

use super::address;
use std::fmt;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// A resolver for the public network only.
#[derive(Debug, Default)]
pub struct Guarded(DefaultResolver);

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.0.resolve(uri, config, timeout)?;
        // One local address among others is reason enough: which of them is used is not ours to say.
        if found.iter().any(|at| !address::is_public(at.ip())) {
            return Err(ureq::Error::Other(Box::new(Local)));
        }
        Ok(found)
    }
}

/// The host is not on the public network.
#[derive(Debug)]
pub struct Local;

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("its host is on this machine or the local network")
    }
}

impl std::error::Error for Local {}
