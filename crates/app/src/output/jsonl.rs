//! JSON lines: one claim a line, in the shape of the claim record.

use super::{Coded, Layout};
use crate::terminal::clean::escape_json;
use std::io::{self, Write};

/// The layout.
pub struct JsonLines {
    /// True where the lines go to a terminal.
    pub terminal: bool,
}

impl Layout for JsonLines {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn report(&mut self, coded: &Coded, out: &mut dyn Write) -> io::Result<()> {
        for claim in &coded.coding.claims {
            if self.terminal {
                out.write_all(escape_json(&serde_json::to_string(claim)?).as_bytes())?;
            } else {
                serde_json::to_writer(&mut *out, claim)?;
            }
            out.write_all(b"\n")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::sample;
    use dateline_events::record::Claim;

    #[test]
    fn what_is_written_reads_back_the_same() {
        let coded = sample::coded();
        let mut out = Vec::new();
        JsonLines { terminal: false }.report(&coded, &mut out).unwrap();
        let back: Vec<Claim> =
            out.split(|b| *b == b'\n').filter_map(|l| serde_json::from_slice(l).ok()).collect();
        assert_eq!(back, coded.coding.claims);
    }
}
