//! Making the files under `data/` from their sources.

pub mod gazetteer;
