//! Two rules that choose among the names of places in a text without reading it: what the program has to beat.

use dateline_text::span::Span;

/// The name with the fewest characters between it and the verb; of two as near, the first.
pub fn nearest(text: &str, verb: Span, names: &[Span]) -> Option<Span> {
    let gap = |name: &Span| {
        let between = Span::new(name.end.min(verb.end), name.start.max(verb.start));
        between.of(text).chars().count()
    };
    names.iter().copied().min_by_key(gap)
}

/// The first name of the text; most of the corpus's texts are one sentence.
pub fn first(names: &[Span]) -> Option<Span> {
    names.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_may_stand_on_either_side() {
        let text = "In Taiz rebels shot two men from Aden in Sanaa";
        let span = |word: &str| text.find(word).map(|at| Span::new(at, at + word.len())).unwrap();
        let names = [span("Taiz"), span("Aden"), span("Sanaa")];
        assert_eq!(nearest(text, span("shot"), &names), Some(span("Taiz")));
        assert_eq!(nearest(text, span("from"), &names), Some(span("Aden")));
        assert_eq!(nearest(text, span("shot"), &[]), None);
        assert_eq!(first(&names), Some(span("Taiz")));
    }
}
