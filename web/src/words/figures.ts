import type { Claim, Figure } from '../api/claim';
import { listed } from './lists';
import { bounds, hedged, type Manner } from './numbers';

interface Range {
  low: number | null;
  high: number | null;
}

/** Manners in which the number says all that the words say. */
const PLAIN: readonly (string | null)[] = ['exact', 'at_least', 'at_most'];

/** A claim's own words, with what they were read as behind: "dozens" (24 or more). */
export function quoted(figure: Figure): string {
  const range = bounds(figure);
  return range === null || range === figure.text.trim() ? `"${figure.text}"` : `"${figure.text}" (${range})`;
}

/** The figures of one claim that stand for the whole of one kind: those that are the very figure, else all that were added up. */
export function ownFigures(claim: Claim | undefined, kind: string, range: Range): Figure[] {
  const all = (claim?.casualties ?? []).filter((f) => f.kind === kind && typeof f.subset_of !== 'number');
  const same = all.find((f) => f.low === range.low && f.high === range.high);
  return same ? [same] : all;
}

/** A figure as its claim has it: the number where that says it all, else the claim's words. */
export function figureSaid(range: Range, own: readonly Figure[]): string {
  const number = hedged(range);
  const [first] = own;
  if (!first) return number ?? 'no number';
  if (own.length > 1) return `${listed(own.map((f) => `"${f.text}"`))}${number ? `, together ${number}` : ''}`;
  return number !== null && PLAIN.includes(first.qualifier) ? number : quoted(first);
}

const MANNERS: readonly (string | null)[] = ['feared', 'about', 'vague'];

/** The manner of some figures where it is one. */
export function mannerOf(figures: readonly Figure[]): Manner {
  const [first] = figures;
  return first && MANNERS.includes(first.qualifier) && figures.every((f) => f.qualifier === first.qualifier) ? (first.qualifier as Manner) : null;
}

/** What some figures leave open between them, as the server has it: no upper end where an open one begins above all others. */
export function rangeOf(figures: readonly Range[]): Range {
  const most = (numbers: (number | null)[]): number | null => numbers.reduce((a, b) => (a === null ? b : b === null ? a : Math.max(a, b)), null);
  const lows = figures.flatMap((f) => f.low ?? []);
  const high = most(figures.map((f) => f.high));
  const open = most(figures.map((f) => (f.high === null ? f.low : null)));
  return { low: lows.length ? Math.min(...lows) : null, high: high !== null && open !== null && open > high ? null : high };
}
