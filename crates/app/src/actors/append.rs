//! One more actor at the end of the user's file, which changes whole or not at all.

use super::file;
use crate::output::target::Target;
use crate::reading::problem::Problem;
use anyhow::{Context, Result};
use dateline_events::parties::Actors;
use dateline_events::parties::user::NewActor;
use std::path::Path;

/// What came of it.
pub struct Appended {
    /// The actors with the new one; none where it was refused, and the file is as before.
    pub actors: Option<Actors>,
    /// What is wrong with the new actor, or with the file that is there.
    pub problems: Vec<Problem>,
}

/// Puts `new` at the end of `place`, which need not exist. The text that is there stays as it is.
pub fn append(mut actors: Actors, new: &NewActor, place: &Path) -> Result<Appended> {
    let before = if place.exists() { file::read(place)? } else { String::new() };
    let gap = match before.as_str() {
        "" => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let after = format!("{before}{gap}{}", new.to_toml());
    file::check_length(place, after.len() as u64)?;
    let begun = before.matches('\n').count() + gap.len();
    let found = actors.add_own(&after);
    let refused = found.iter().any(|f| f.error);
    let name = place.display().to_string();
    // Of what was there already only errors are news.
    let news = found.into_iter().filter(|f| f.error || f.line as usize > begun);
    let problems: Vec<Problem> = news.map(|f| file::problem(&name, f)).collect();
    if refused {
        return Ok(Appended { actors: None, problems });
    }
    if let Some(folder) = place.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    }
    let mut target = Target::open(Some(place))?;
    target.write(|out| out.write_all(after.as_bytes()))?;
    target.finish()?;
    Ok(Appended { actors: Some(actors), problems })
}
