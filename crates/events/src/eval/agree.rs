//! When two items agree, and how many of two lists do.

use super::claim::Item;
use super::measure::Measure;
use super::name::name;
use super::overlap::union_overlap;

/// Items of gold and prediction that agree, one to one and as many as can be.
///
/// An augmenting path is looked for from each gold item in turn, depth first (Kuhn's method); without recursion, so
/// that a list of any length fits the stack.
pub(super) fn match_items<'a>(
    measure: Measure,
    golds: &'a [Item],
    predictions: &'a [Item],
) -> Vec<(&'a Item, &'a Item)> {
    let agreeing: Vec<Vec<bool>> =
        golds.iter().map(|g| predictions.iter().map(|p| agree(measure, g, p)).collect()).collect();
    let mut partner = vec![None; predictions.len()];
    for gold in 0..golds.len() {
        augment(gold, &agreeing, &mut partner);
    }
    let pairs = partner.iter().zip(predictions);
    pairs.filter_map(|(gold, p)| Some((golds.get((*gold)?)?, p))).collect()
}

/// Gives `gold` a partner, moving others to new partners where that makes room.
fn augment(gold: usize, agreeing: &[Vec<bool>], partner: &mut [Option<usize>]) {
    let mut seen = vec![false; partner.len()];
    // Gold items on the path, each with the prediction after the one that it tries.
    let mut path = vec![(gold, 0)];
    while let Some((row, next)) = path.last_mut() {
        let Some(column) = (*next..seen.len()).find(|j| !seen[*j] && agreeing[*row][*j]) else {
            path.pop();
            continue;
        };
        seen[column] = true;
        *next = column + 1;
        match partner[column] {
            Some(holder) => path.push((holder, 0)),
            None => {
                for (row, next) in path {
                    partner[next - 1] = Some(row);
                }
                return;
            }
        }
    }
}

/// Two items agree if their words overlap by at least half of their union; parties and sources also if `who` is the
/// same name. Figures must have the same low and high as well, and casualties the same kind.
fn agree(measure: Measure, gold: &Item, predicted: &Item) -> bool {
    match measure {
        Measure::Actors | Measure::Recipients | Measure::Sources => {
            same_words(gold, predicted) || same_who(gold, predicted)
        }
        Measure::Casualties => {
            same_words(gold, predicted) && same_figure(gold, predicted) && gold.kind == predicted.kind
        }
        Measure::Counts => same_words(gold, predicted) && same_figure(gold, predicted),
        _ => same_words(gold, predicted),
    }
}

fn same_words(gold: &Item, predicted: &Item) -> bool {
    let unplaced = gold.words.start.is_none() && predicted.words.start.is_none();
    union_overlap(Some(gold.words), Some(predicted.words)) >= 0.5
        || (unplaced && name(gold.text.as_deref()) == name(predicted.text.as_deref()))
}

fn same_who(gold: &Item, predicted: &Item) -> bool {
    let who = name(gold.who.as_deref());
    !who.is_empty() && who == name(predicted.who.as_deref())
}

fn same_figure(gold: &Item, predicted: &Item) -> bool {
    gold.low == predicted.low && gold.high == predicted.high
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::claim::Stretch;

    fn item(start: i64, end: i64, who: &str) -> Item {
        let words = Stretch { start: Some(start), end: Some(end) };
        Item { words, who: Some(who.into()), ..Item::default() }
    }

    #[test]
    fn moves_a_partner_to_make_room() {
        let golds = [item(0, 10, "a"), item(0, 10, "b")];
        let predictions = [item(0, 10, "x"), item(50, 60, "A")];
        // The first gold item takes the first prediction; the second can have no other, so the first moves on.
        let pairs = match_items(Measure::Actors, &golds, &predictions);
        assert_eq!(pairs, [(&golds[1], &predictions[0]), (&golds[0], &predictions[1])]);
        assert_eq!(match_items(Measure::Places, &golds, &predictions).len(), 1);
    }

    #[test]
    fn a_long_chain_of_moves_fits_the_stack() {
        let n = 2000;
        // Row i may have column i or i + 1; the last row only column 0, so that all the others move on by one.
        let fits = |i: usize, j: usize| if i + 1 == n { j == 0 } else { j == i || j == i + 1 };
        let agreeing: Vec<Vec<bool>> = (0..n).map(|i| (0..n).map(|j| fits(i, j)).collect()).collect();
        let mut partner = vec![None; n];
        (0..n).for_each(|row| augment(row, &agreeing, &mut partner));
        assert_eq!(partner[0], Some(n - 1));
        assert!((1..n).all(|j| partner[j] == Some(j - 1)));
    }

    #[test]
    fn casualties_must_be_of_one_kind_and_figure() {
        let killed = Item { kind: Some("killed".into()), low: Some(16.0), ..item(0, 5, "") };
        let wounded = Item { kind: Some("wounded".into()), ..killed.clone() };
        let more = Item { low: Some(17.0), ..killed.clone() };
        assert!(agree(Measure::Casualties, &killed, &killed.clone()));
        assert!(!agree(Measure::Casualties, &killed, &wounded));
        assert!(agree(Measure::Counts, &killed, &wounded));
        assert!(!agree(Measure::Counts, &killed, &more));
    }
}
