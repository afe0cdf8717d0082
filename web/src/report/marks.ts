import type { Claim, Words } from '../api/claim';

/** What a claim took from some words. */
export type Role = 'trigger' | 'actor' | 'recipient' | 'place' | 'time' | 'figure' | 'instrument' | 'source';

export const ROLES: readonly { role: Role; label: string; means: string }[] = [
  { role: 'trigger', label: 'what', means: 'the words that name what happened' },
  { role: 'actor', label: 'who', means: 'who did or said it' },
  { role: 'recipient', label: 'to whom', means: 'to whom it was done or said' },
  { role: 'place', label: 'where', means: 'where it happened' },
  { role: 'time', label: 'when', means: 'when it happened' },
  { role: 'figure', label: 'how many', means: 'a figure' },
  { role: 'instrument', label: 'with what', means: 'what it was done with' },
  { role: 'source', label: 'says so', means: 'who says so' },
];

export const roleLabel = (role: Role): string => ROLES.find((r) => r.role === role)?.label ?? role;

/** Some words and their role; offsets count code points. */
export interface Span {
  start: number;
  end: number;
  role: Role;
  /** What belongs to the span, for whoever draws it. */
  claim: string;
}

/** A stretch of text in which nothing begins or ends. */
export interface Segment {
  start: number;
  text: string;
  /** What covers it, the longest first: so spans nest, and those that only overlap are cut where they must be. */
  spans: Span[];
  /** Spans whose last stretch this is. */
  ending: Span[];
}

/** The words of a claim by role, without what only repeats another span of the same role. */
export function spansOf(claim: Claim): Span[] {
  const spans: Span[] = [];
  const add = (role: Role, words: Partial<Record<'start' | 'end', number | null>> | null | undefined) => {
    const { start, end } = words ?? {};
    if (typeof start !== 'number' || typeof end !== 'number' || end <= start) return;
    if (!spans.some((s) => s.role === role && s.start === start && s.end === end)) spans.push({ start, end, role, claim: claim.id });
  };
  const all = (role: Role, words: readonly Words[]) => words.forEach((w) => add(role, w));
  add('trigger', claim.evidence.trigger);
  all('actor', claim.actors);
  all('recipient', claim.recipients);
  all('place', claim.places);
  add('time', claim.time);
  all('figure', [...claim.casualties, ...claim.counts]);
  add('instrument', claim.instrument);
  all('source', claim.sources);
  return spans;
}

/** Cuts `points` (code points, the first of which has the offset `from`) at every border of a span. */
export function segments(points: readonly string[], from: number, spans: readonly Span[]): Segment[] {
  const to = from + points.length;
  const inside = spans.filter((s) => s.start < to && s.end > from);
  const borders = new Set([from, to]);
  for (const { start, end } of inside) {
    if (start > from) borders.add(start);
    if (end < to) borders.add(end);
  }
  const cuts = [...borders].sort((a, b) => a - b);
  const ordered = [...inside].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1]!;
    return {
      start,
      text: points.slice(start - from, end - from).join(''),
      spans: ordered.filter((s) => s.start <= start && s.end >= end),
      ending: ordered.filter((s) => s.end === end || (end === to && s.end > to && s.start < to)),
    };
  });
}
