//! From the sentences of a report to the windows that the encoder reads; the same as `training/windows.py`.

use super::manifest::Windows;
use super::words::{SHAPE_OF_SPECIAL, Word};
use std::ops::Range;

const CLS: i32 = 101;
const SEP: i32 = 102;
/// Some sentences of its own, and before them a few that only give context.
pub(super) struct Window<'a> {
    pub words: Vec<&'a Word>,
    /// Number of the first word that is the window's own.
    pub own_from: usize,
    /// Word pieces with [CLS] and [SEP].
    pub ids: Vec<i32>,
    /// Shape of each piece's word.
    pub shapes: Vec<i32>,
    /// Number of the first piece of each word.
    pub firsts: Vec<i32>,
    /// Words before the trigger's sentence that the reader of events is given.
    before: usize,
}

impl<'a> Window<'a> {
    fn new(words: Vec<&'a Word>, own_from: usize, before: usize) -> Self {
        let (mut ids, mut shapes, mut firsts) = (vec![CLS], vec![SHAPE_OF_SPECIAL], Vec::new());
        let mut sentence = words.first().map(|w| w.sentence);
        for word in &words {
            if sentence != Some(word.sentence) {
                sentence = Some(word.sentence);
                ids.push(SEP);
                shapes.push(SHAPE_OF_SPECIAL);
            }
            firsts.push(ids.len() as i32);
            ids.extend(word.pieces.iter().map(|p| *p as i32));
            shapes.extend(word.pieces.iter().map(|_| word.shape as i32));
        }
        ids.push(SEP);
        shapes.push(SHAPE_OF_SPECIAL);
        Self { words, own_from, ids, shapes, firsts, before }
    }

    /// Words that the reader of events is given for an event at `word`: its sentence, and some before it.
    pub fn seen_from(&self, word: usize) -> Range<usize> {
        let sentence = self.words[word].sentence;
        let first = self.words.partition_point(|w| w.sentence < sentence);
        let last = self.words.partition_point(|w| w.sentence <= sentence);
        first.saturating_sub(self.before)..last
    }

    /// Where each word of `seen` stands from `word`; buckets of `relations` in `training/windows.py`.
    pub fn relations(&self, word: usize, seen: Range<usize>) -> impl Iterator<Item = i32> + '_ {
        let from = self.words[word].sentence;
        seen.map(move |other| relation(word, other, from, self.words[other].sentence))
    }
}

fn relation(i: usize, j: usize, from: usize, to: usize) -> i32 {
    if to > from {
        return 16;
    }
    match from - to {
        0 => {}
        1 => return 13,
        2 => return 14,
        _ => return 15,
    }
    let bucket = match i.abs_diff(j) {
        0 => return 0,
        1 => 1,
        2 => 2,
        3..=4 => 3,
        5..=8 => 4,
        9..=16 => 5,
        _ => 6,
    };
    if j > i { bucket + 6 } else { bucket }
}

/// Windows over the words of each sentence; each sentence is the own of exactly one.
pub(super) fn windows<'a>(sentences: &'a [Vec<Word>], sizes: &Windows) -> Vec<Window<'a>> {
    let pieces: Vec<usize> =
        sentences.iter().map(|words| words.iter().map(|w| w.pieces.len()).sum::<usize>() + 1).collect();
    let mut made = Vec::new();
    let mut first = 0;
    while first < sentences.len() {
        let (mut last, mut total) = (first + 1, pieces[first]);
        while last < sentences.len() && total + pieces[last] <= sizes.own_pieces {
            total += pieces[last];
            last += 1;
        }
        let (mut before, mut room) = (first, sizes.context_pieces);
        while before > 0 && pieces[before - 1] <= room {
            before -= 1;
            room -= pieces[before];
        }
        let context: Vec<&Word> = sentences[before..first].iter().flatten().collect();
        let own_from = context.len();
        let words: Vec<&Word> = context.into_iter().chain(sentences[first..last].iter().flatten()).collect();
        if words.len() > own_from {
            made.push(Window::new(words, own_from, sizes.words_before));
        }
        first = last;
    }
    made
}
