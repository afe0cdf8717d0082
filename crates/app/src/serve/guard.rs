//! Who may ask, what browsers are told to refuse, and how long an answer took.

use super::refusal::Refusal;
use super::shared::Shared;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What a page from here may load and do: what comes from here, and nothing that stands in the page itself; pictures also from the server
/// whose tiles the user has named.
pub fn policy(tiles: Option<&str>) -> Option<HeaderValue> {
    let beside = tiles.map(|origin| format!(" {origin}")).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:{beside}; font-src 'self'; \
        connect-src 'self'{beside}; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    );
    HeaderValue::try_from(policy).ok()
}

/// How long an answer may take: longer than a connection to the database is waited for, which then says what is wrong.
const PATIENCE: Duration = Duration::from_secs(40);

/// Lets through what a browser on this machine asks of this server by its own name, and says what the page may do.
///
/// A site could give its name this machine's address, and then ask by its own pages what is in the record (DNS rebinding): requests for other
/// names are refused.
pub async fn guard(State(policy): State<HeaderValue>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
    let mut response = if !is_own(host) {
        Refusal::forbidden("this server answers to this machine's own names only: localhost, 127.0.0.1")
            .into_response()
    } else {
        match *request.method() {
            Method::GET | Method::HEAD => {
                let answer = tokio::time::timeout(PATIENCE, next.run(request)).await;
                answer.unwrap_or_else(|_| Refusal::late().into_response())
            }
            Method::POST => next.run(request).await,
            _ => Refusal::method().into_response(),
        }
    };
    response.headers_mut().insert("content-security-policy", policy);
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// True for this machine's own names, with or without a port.
fn is_own(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost")
        || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Counts a request, by its route.
pub async fn measured(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or("page", MatchedPath::as_str).to_owned();
    let begun = Instant::now();
    let response = next.run(request).await;
    shared.metrics.answered(&route, response.status().as_u16(), begun.elapsed());
    response
}

#[cfg(test)]
mod tests {
    use super::is_own;

    #[test]
    fn only_this_machine_s_names_are_answered_to() {
        for own in ["localhost", "LOCALHOST:8080", "127.0.0.1:1", "127.0.0.2:8080", "[::1]", "[::1]:8080"] {
            assert!(is_own(own), "{own}");
        }
        for other in [
            "",
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example:8080",
            "[::2]",
            "localhost:x",
        ] {
            assert!(!is_own(other), "{other}");
        }
    }
}
