import { describe, expect, it } from 'vitest';
import { underHeadings } from './headings';

const line = (id: string, day: string, first: string | null) => ({ id, day, first, last: first });

describe('lines under their headings', () => {
  it('are together where they are of one day, and apart where they were only told on it', () => {
    const groups = underHeadings([line('a', '2024-03-02', '2024-03-02'), line('b', '2024-03-02', null), line('c', '2024-03-02', '2024-03-02'), line('d', '2024-03-01', '2024-03'), line('e', '2024-03-01', null)]);
    expect(groups.map((g) => g.lines.map((l) => l.id).join(''))).toEqual(['ac', 'b', 'd', 'e']);
    expect(groups[1]?.heading).toMatch(/^Told on /);
    expect(groups[2]?.heading).toBe('March 2024');
  });
  it('lose no line', () => {
    const all = [line('a', '2024', null), line('b', '2023', '2023'), line('c', '2024', null)];
    expect(underHeadings(all).flatMap((g) => g.lines)).toHaveLength(3);
  });
});
