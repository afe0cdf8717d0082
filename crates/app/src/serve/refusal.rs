//! What is answered where a request cannot be.

use crate::record::fault::Fault;
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// Why a request is not answered.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    pub why: String,
}

/// The body of such an answer.
#[derive(Serialize, ToSchema)]
pub struct Error {
    /// What is wrong, and what to do.
    error: String,
}

impl Refusal {
    /// The request is wrong.
    pub fn wrong(why: &str) -> Self {
        Self { status: StatusCode::BAD_REQUEST, why: why.to_owned() }
    }

    /// What it asks for is not there.
    pub fn missing(what: &str) -> Self {
        Self { status: StatusCode::NOT_FOUND, why: what.to_owned() }
    }

    /// It may not be asked.
    pub fn forbidden(why: &str) -> Self {
        Self { status: StatusCode::FORBIDDEN, why: why.to_owned() }
    }

    /// What it asks for cannot be done as things stand.
    pub fn conflict(why: &str) -> Self {
        Self { status: StatusCode::CONFLICT, why: why.to_owned() }
    }

    /// The record does not answer.
    pub fn of_record(fault: &Fault) -> Self {
        Self { status: StatusCode::SERVICE_UNAVAILABLE, why: fault.to_string() }
    }

    /// Something that was to be done was not.
    pub fn failed(why: &str) -> Self {
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, why: why.to_owned() }
    }

    /// The record takes too long.
    pub fn late() -> Self {
        let why = "the record takes too long to answer; try again, or ask for less".to_owned();
        Self { status: StatusCode::GATEWAY_TIMEOUT, why }
    }

    /// Nothing here takes that method.
    pub fn method() -> Self {
        Self {
            status: StatusCode::METHOD_NOT_ALLOWED,
            why: "only GET, and POST to /api/v1/examples".to_owned(),
        }
    }

    /// A mistake in the program.
    pub fn mistake(what: &str) -> Self {
        Self {
            status: StatusCode::INTERNAL_SERVER_ERROR,
            why: format!("a mistake in dateline: {what}; please report it"),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.status, Json(Error { error: self.why })).into_response()
    }
}
