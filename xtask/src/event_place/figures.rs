//! The figures, for reading: the program beside the two rules, on more and more narrow sets of the same texts.

use super::{Judged, rules};
use std::collections::HashSet;

/// Prints a line for each set of texts with a place, and one for those without.
pub fn print(judged: &[Judged]) {
    let (placed, empty): (Vec<_>, Vec<_>) = judged.iter().partition(|j| !j.case.locations.is_empty());
    let covered: Vec<_> = placed.iter().copied().filter(|j| j.claim.is_some()).collect();
    let choice: Vec<_> = covered.iter().copied().filter(|j| j.has_choice()).collect();
    let among: Vec<_> = choice.iter().copied().filter(|j| j.is_right(&j.names)).collect();
    println!("{} texts: {} with places, {} without", judged.len(), placed.len(), empty.len());
    println!("{:44} texts   words  or name   inner     one  none  several  nearest  first", "");
    let sets = [
        ("with places", placed),
        ("... and a claim at the verb", covered),
        ("... and two names of places or more", choice),
        ("... of which find_toponyms finds a right one", among),
    ];
    for (name, set) in sets {
        println!("{name:44} {}", line(&set));
    }
    let claims: Vec<_> = empty.iter().filter(|j| j.claim.is_some()).collect();
    let count = |says: &dyn Fn(&Judged) -> bool| claims.iter().filter(|j| says(j)).count();
    println!(
        "without places: {} with a claim at the verb; {} of these claims have a place, {} one with a name; in {} \
         a rule finds one",
        claims.len(),
        count(&|j| !j.words().is_empty()),
        count(&|j| j.given().any(|(_, place)| place.name.is_some())),
        count(&|j| !j.names.is_empty())
    );
}

fn line(set: &[&Judged]) -> String {
    let count = |says: &dyn Fn(&Judged) -> bool| set.iter().filter(|j| says(j)).count();
    let share = |says: &dyn Fn(&Judged) -> bool| count(says) as f64 / set.len().max(1) as f64;
    let nearest = |j: &Judged| rules::nearest(&j.case.text, j.case.verb, &j.names);
    format!(
        "{:5}   {:.3}    {:.3}   {:.3}   {:.3} {:5}    {:5}    {:.3}  {:.3}",
        set.len(),
        share(&|j| j.is_right(&j.words())),
        share(&|j| j.is_right(&j.words()) || j.is_named()),
        share(&|j| j.is_right(&j.innermost())),
        share(&|j| j.is_right(j.one().as_slice())),
        count(&|j| j.claim.is_some() && j.words().is_empty()),
        count(&|j| j.words().len() > 1),
        share(&|j| j.is_right(nearest(j).as_slice())),
        share(&|j| j.is_right(rules::first(&j.names).as_slice())),
    )
}

impl Judged {
    /// True where the text has two different names of places or more, of the gazetteer or of the corpus.
    fn has_choice(&self) -> bool {
        let text = &self.case.text;
        let unknown = self.case.locations.iter().filter(|l| !self.names.iter().any(|n| n.touches(**l)));
        let names = self.names.iter().chain(unknown).map(|n| n.of(text).trim().to_lowercase());
        names.collect::<HashSet<_>>().len() > 1
    }
}
