/** Figures in words, with their hedges: what a source left open stays open. */

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const form = new Intl.NumberFormat('en-GB');

/** "1,250" */
export const digits = (n: number): string => form.format(n);

/** As in running text: words below ten. */
export const spelled = (n: number): string => SMALL[n] ?? digits(n);

/** "3 events", "1 event". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${digits(n)} ${n === 1 ? one : many}`;

interface Range {
  low: number | null;
  high: number | null;
}

/** "at least 16", "between 16 and 23", "up to 9", "40"; null where nothing is known. `number` writes the numbers. */
export function hedged({ low, high }: Range, number: (n: number) => string = digits): string | null {
  if (low === null && high === null) return null;
  if (high === null) return `at least ${number(low!)}`;
  if (low === null) return `up to ${number(high)}`;
  return low === high ? number(low) : `between ${number(low)} and ${number(high)}`;
}

/** One figure as its words meant it. */
export function figureInWords(figure: Range & { qualifier?: string }): string | null {
  const range = hedged(figure);
  if (range === null) return null;
  const { low, high } = figure;
  if (figure.qualifier === 'about' && low !== null && high !== null && low !== high) return `about ${digits(low)} to ${digits(high)}`;
  if (figure.qualifier === 'feared') return `${low === null ? range : digits(low)} feared`;
  if (figure.qualifier === 'vague') return `an unsaid number, ${digits(low ?? 0)} or more`;
  return range;
}

const WHAT: Record<string, string> = {
  killed: 'killed',
  wounded: 'wounded',
  missing: 'missing',
  captured: 'captured',
  abducted: 'abducted',
  displaced: 'driven from their homes',
  arrested: 'arrested',
};

/** "between 16 and 23 people were killed" */
export function casualtiesInWords(kind: string, range: Range): string {
  const one = range.low === 1 && range.high === 1;
  const figure = hedged(range, spelled);
  const people = figure === null ? 'an unknown number of people' : `${figure} ${one ? 'person' : 'people'}`;
  return `${people} ${one ? 'was' : 'were'} ${WHAT[kind] ?? kind}`;
}

/** Short, for lists: "30 to 52 killed". */
export function killedInShort(range: Range): string | null {
  const { low, high } = range;
  if (low !== null && high !== null && low !== high) return `${digits(low)} to ${digits(high)} killed`;
  const figure = hedged(range);
  return figure === null ? null : `${figure} killed`;
}
