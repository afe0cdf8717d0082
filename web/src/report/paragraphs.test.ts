import { describe, expect, it } from 'vitest';
import { paragraphs } from './paragraphs';

const texts = (text: string) => paragraphs(text).map((p) => [p.start, p.points.join('')]);

describe('paragraphs of a report', () => {
  it('are parted by empty lines and keep their offsets in code points', () => {
    expect(texts('caf\u00e9 \u{10330}.\n\nTwo\nlines.\n \nEnd')).toEqual([[0, 'caf\u00e9 \u{10330}.'], [9, 'Two\nlines.'], [22, 'End']]);
  });
  it('are one where there are no empty lines, and none where there is no text', () => {
    expect(texts('a\nb')).toEqual([[0, 'a\nb']]);
    expect(texts(' \n\n')).toEqual([]);
    expect(texts('')).toEqual([]);
  });
  it('lose nothing but what is empty', () => {
    const text = '\n\nA b.\n\n\n\nC.\n';
    for (const { start, points } of paragraphs(text)) expect(text.slice(start, start + points.length)).toBe(points.join(''));
    expect(paragraphs(text)).toHaveLength(2);
  });
});
