//! A basemap of the user's own in the place of Natural Earth's: a PMTiles file, handed out tile by tile, or tiles of some server, which
//! browsers then ask themselves.

mod file;

use super::refusal::Refusal;
use super::shared::Shared;
use crate::feeds::fragment;
use anyhow::{Context, Result, anyhow, ensure};
use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use file::Archive;
use pmtiles::{AsyncPmTilesReader, TileCoord, TileType};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use url::Url;
use utoipa::ToSchema;

/// Where this server hands tiles out.
pub const ROUTE: &str = "/basemap/{z}/{x}/{y}";

/// Tiles with their nearest zoom where nothing says it.
const NEAREST: u8 = 19;

/// Characters of a credit that are shown.
const CREDIT: usize = 300;

/// What a map has to know of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct About {
    /// Address of a tile, with {z}, {x} and {y}.
    tiles: String,
    /// raster (pictures) or vector (shapes by the name of their layer).
    kind: &'static str,
    min_zoom: u8,
    max_zoom: u8,
    /// Names of the layers of shapes.
    layers: Vec<String>,
    /// Whose it is, as text.
    credit: String,
}

/// A basemap of the user's own.
pub struct Basemap {
    pub about: About,
    /// The server that browsers may ask besides this one, as a policy names it.
    pub origin: Option<String>,
    /// Its directories are not kept: those of the whole world are large, and unpacking one takes less than drawing a tile.
    archive: Option<AsyncPmTilesReader<Archive>>,
}

/// What of a file's metadata is asked.
#[derive(Default, Deserialize)]
struct Metadata {
    #[serde(default)]
    attribution: Option<String>,
    #[serde(default)]
    vector_layers: Vec<Layer>,
}

#[derive(Deserialize)]
struct Layer {
    id: String,
}

impl Basemap {
    /// What a user names: a PMTiles file, or the address of tiles on a server.
    pub async fn open(given: &str, credit: Option<&str>) -> Result<Self> {
        let opened = if given.starts_with("https://") || given.starts_with("http://") {
            Self::on_a_server(given, credit)
        } else {
            Self::in_a_file(given, credit).await
        };
        opened.with_context(|| format!("{given} is no basemap"))
    }

    fn on_a_server(given: &str, credit: Option<&str>) -> Result<Self> {
        ensure!(
            ["{z}", "{x}", "{y}"].iter().all(|part| given.contains(part)),
            "give the address of a tile with {{z}}, {{x}} and {{y}} in it, as https://tiles.example.org/{{z}}/{{x}}/{{y}}.png"
        );
        let rest = ["{z}", "{x}", "{y}"].iter().fold(given.to_owned(), |rest, part| rest.replace(part, ""));
        ensure!(
            !rest.contains(['{', '}']),
            "only {{z}}, {{x}} and {{y}} may stand in braces: give one server, without {{s}}, and a form of tiles, without {{r}}"
        );
        let url = Url::parse(given)?;
        ensure!(
            url.has_host() && url.username().is_empty() && url.password().is_none(),
            "give a server without a password"
        );
        let about = About {
            tiles: given.to_owned(),
            kind: "raster",
            min_zoom: 0,
            max_zoom: NEAREST,
            layers: Vec::new(),
            credit: text(credit.unwrap_or(url.host_str().unwrap_or_default()))?,
        };
        Ok(Self { about, origin: Some(url.origin().ascii_serialization()), archive: None })
    }

    async fn in_a_file(given: &str, credit: Option<&str>) -> Result<Self> {
        let file = std::fs::File::open(given)?;
        let archive = AsyncPmTilesReader::try_from_source(Archive::new(file)?).await;
        let archive =
            archive.context("give a file of PMTiles, version 3, or an address with {z}, {x} and {y}")?;
        let header = archive.get_header();
        let kind = match header.tile_type {
            TileType::Mvt => "vector",
            TileType::Png | TileType::Jpeg | TileType::Webp | TileType::Avif => "raster",
            other => anyhow::bail!(
                "its tiles are {other:?}, which the page does not draw; it draws vector tiles (MVT), PNG, JPEG, WebP and AVIF"
            ),
        };
        let (min_zoom, max_zoom) = (header.min_zoom, header.max_zoom);
        let metadata: Metadata =
            serde_json::from_str(&archive.get_metadata().await.unwrap_or_default()).unwrap_or_default();
        ensure!(
            kind == "raster" || !metadata.vector_layers.is_empty(),
            "its metadata do not name the layers of its shapes (vector_layers), so nothing of it could be drawn"
        );
        let name = std::path::Path::new(given).file_name().unwrap_or_default().to_string_lossy();
        let credit = credit.map(str::to_owned).or(metadata.attribution).unwrap_or_else(|| name.into_owned());
        let about = About {
            tiles: ROUTE.to_owned(),
            kind,
            min_zoom,
            max_zoom,
            layers: metadata.vector_layers.into_iter().map(|layer| layer.id).collect(),
            credit: text(&credit)?,
        };
        Ok(Self { about, origin: None, archive: Some(archive) })
    }

    async fn tile(&self, at: TileCoord) -> Result<Response, Refusal> {
        let archive = self.archive.as_ref().ok_or_else(none_here)?;
        let failed = |error: pmtiles::PmtError| Refusal::failed(&format!("the basemap: {error}"));
        let header = archive.get_header();
        let kind = [
            (header::CONTENT_TYPE, header.tile_type.content_type()),
            // Another run of the server can have another map at the same address.
            (header::CACHE_CONTROL, "no-cache"),
        ];
        let packed: Option<(HeaderName, &str)> =
            header.tile_compression.content_encoding().map(|packed| (header::CONTENT_ENCODING, packed));
        match archive.get_tile(at).await.map_err(failed)? {
            Some(bytes) => Ok(match packed {
                Some(packed) => (kind, [packed], bytes).into_response(),
                None => (kind, bytes).into_response(),
            }),
            // Sea, or beyond the edge of what the file covers: no error, and nothing for the console.
            None => Ok((StatusCode::NO_CONTENT, kind).into_response()),
        }
    }
}

/// A tile of the user's own basemap.
pub async fn tile(
    State(shared): State<Arc<Shared>>,
    Path((z, x, y)): Path<(u8, u32, u32)>,
) -> Result<Response, Refusal> {
    let basemap = shared.basemap.as_ref().ok_or_else(none_here)?;
    let at = TileCoord::new(z, x, y).map_err(|_| Refusal::missing("there is no such tile"))?;
    basemap.tile(at).await
}

fn none_here() -> Refusal {
    Refusal::missing("this server has no tiles of its own; see dateline serve --basemap")
}

/// A credit as one line of text: an attribution is HTML in most files.
fn text(credit: &str) -> Result<String> {
    let line =
        fragment::line(credit).map_err(|fault| anyhow!("its credit: {}; {}", fault.what, fault.cure))?;
    Ok(line.chars().take(CREDIT).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_is_text() {
        let given = "<a href=\"https://example.org\">&copy; Example</a>  contributors <script>1</script>";
        assert_eq!(text(given).unwrap(), "© Example contributors");
        assert_eq!(text("Fire & Ice").unwrap(), "Fire & Ice");
    }

    #[test]
    fn what_is_no_address_of_tiles_is_refused() {
        let why = |given: &str| format!("{:#}", Basemap::on_a_server(given, None).err().unwrap());
        assert!(why("https://tiles.example.org/{z}/{x}.png").contains("with {z}, {x} and {y}"));
        assert!(why("https://{s}.tiles.example.org/{z}/{x}/{y}.png").contains("may stand in braces"));
        assert!(why("https://me:secret@tiles.example.org/{z}/{x}/{y}").contains("without a password"));
        let map = Basemap::on_a_server("https://tiles.example.org:8443/a/{z}/{x}/{y}.png?k=1", None).unwrap();
        assert_eq!(map.origin.as_deref(), Some("https://tiles.example.org:8443"));
        assert_eq!((map.about.kind, map.about.credit.as_str()), ("raster", "tiles.example.org"));
    }
}
