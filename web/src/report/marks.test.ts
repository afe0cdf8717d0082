import { describe, expect, it } from 'vitest';
import type { Claim } from '../api/claim';
import { segments, spansOf, type Role, type Span } from './marks';

const span = (start: number, end: number, role: Role = 'actor'): Span => ({ start, end, role, claim: 'c' });
const cut = (text: string, from: number, spans: Span[]) => segments(Array.from(text), from, spans);

describe('marks in a text', () => {
  it('count code points, not UTF-16 units', () => {
    // The letters of the old script lie outside the first plane: two units each.
    const text = 'At \u{10330}\u{10331} café';
    expect(cut(text, 0, [span(3, 5)]).map((s) => s.text)).toEqual(['At ', '\u{10330}\u{10331}', ' café']);
  });

  it('nest: the longer lies outside', () => {
    const [first, second] = cut('12 people died', 0, [span(3, 9, 'recipient'), span(0, 9, 'figure')]);
    expect(first?.spans.map((s) => s.role)).toEqual(['figure']);
    expect(second?.spans.map((s) => s.role)).toEqual(['figure', 'recipient']);
    expect(second?.ending).toHaveLength(2);
  });

  it('are cut where they overlap without nesting, and lose no text', () => {
    const found = cut('abcdefgh', 0, [span(1, 5), span(3, 7, 'place')]);
    expect(found.map((s) => s.text)).toEqual(['a', 'bc', 'de', 'fg', 'h']);
    expect(found.map((s) => s.spans.length)).toEqual([0, 1, 2, 1, 0]);
    expect(found.map((s) => s.ending.length)).toEqual([0, 0, 1, 1, 0]);
  });

  it('belong to a part of the text by its offset', () => {
    expect(cut('shelled the', 100, [span(100, 107, 'trigger'), span(0, 50), span(111, 120)]).map((s) => [s.start, s.text, s.spans.length])).toEqual([
      [100, 'shelled', 1],
      [107, ' the', 0],
    ]);
  });

  it('that run over the end of a part end with it', () => {
    const found = cut('abc', 0, [span(1, 9)]);
    expect(found.at(-1)?.ending).toHaveLength(1);
  });

  it('are those of the claim, each once, and none where the words are not said', () => {
    const words = { text: 'x', start: 4, end: 5 };
    const claim = {
      id: 'c', evidence: { trigger: { text: 'hit', start: 0, end: 3 } }, actors: [words, words], recipients: [], places: [],
      time: { text: null, start: null, end: null }, casualties: [], counts: [], instrument: null, sources: [words],
    } as unknown as Claim;
    expect(spansOf(claim).map((s) => s.role)).toEqual(['trigger', 'actor', 'source']);
  });
});
