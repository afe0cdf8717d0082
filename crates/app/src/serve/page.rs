//! The built page, part of the program.

use super::refusal::Refusal;
use axum::http::{Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

/// What `npm run build` makes of `web/`.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Built;

/// A file of the page; the page itself for all addresses that it gives meaning to.
pub async fn page(method: Method, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    if !matches!(method, Method::GET | Method::HEAD) {
        return Refusal::missing("nothing here takes that").into_response();
    }
    if let Some(file) = Built::get(path).filter(|_| path != "index.html") {
        // Built files have a hash of what is in them in their names.
        let caching =
            if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
        return answer(path, file, caching);
    }
    if path.rsplit('/').next().is_some_and(|name| name.contains('.')) && path.starts_with("assets/") {
        return Refusal::missing("no such file").into_response();
    }
    match Built::get("index.html") {
        Some(file) => answer("index.html", file, "no-cache"),
        None => (
            StatusCode::NOT_FOUND,
            "This build of dateline has no page; the API is at /api/v1 (see /api/v1/openapi.json).\n",
        )
            .into_response(),
    }
}

fn answer(path: &str, file: EmbeddedFile, caching: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind(path)), (header::CACHE_CONTROL, caching)], file.data).into_response()
}

/// The media type of a built file.
fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
