//! Sets of clues, by number.

/// Most clues that a question may have.
pub(crate) const MOST: usize = 256;

/// A set of clues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clues([u64; MOST / 64]);

impl Clues {
    /// Adds a clue.
    pub(crate) fn add(&mut self, clue: usize) {
        if let Some(word) = self.0.get_mut(clue / 64) {
            *word |= 1 << (clue % 64);
        }
    }

    /// The numbers of its clues, upwards.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        let bits = |(n, word): (usize, &u64)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(n * 64 + bit)
            })
        };
        self.0.iter().enumerate().flat_map(bits)
    }
}

/// Clues that are one of a kind: an enumeration with their names in the table.
macro_rules! named_clues {
    ($(#[$doc:meta])* $kind:ident { $($clue:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        #[allow(clippy::enum_variant_names)]
        pub(crate) enum $kind { $($clue,)* }

        impl $kind {
            pub(crate) const NAMES: &'static [&'static str] = &[$($name,)*];
        }
    };
}

pub(crate) use named_clues;
