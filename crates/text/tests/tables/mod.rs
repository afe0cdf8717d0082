//! The reader with the tables of `data/text/`.

use dateline_text::document::Splitter;
use dateline_text::document::Tables;

/// Reads the tables from the repository.
pub fn splitter() -> Splitter {
    let read = |name: &str| {
        let path = format!("{}/../../data/text/{name}.tsv", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let tables = [read("abbreviations"), read("function_words"), read("furniture"), read("agencies")];
    let [abbreviations, function_words, furniture, agencies] = &tables;
    Splitter::from_tables(Tables { abbreviations, function_words, furniture, agencies })
        .expect("the tables fit")
}
