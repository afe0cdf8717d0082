//! Tables: what a row is made of ([`cell`]), that of claims ([`claims`]), and the forms that they are written in ([`writer`], [`parquet_file`]).

pub mod cell;
pub mod claims;
pub mod parquet_file;
pub mod writer;
