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

/** The same without a hedge of its own, to stand behind quoted words: "16 to 20", "24 or more", "up to 9", "40". */
export function bounds({ low, high }: Range): string | null {
  if (low !== null && high === null) return `${digits(low)} or more`;
  return low !== null && high !== null && low !== high ? `${digits(low)} to ${digits(high)}` : hedged({ low, high });
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

/** Where all who give a figure give it in one manner, that manner is theirs. */
export type Manner = 'feared' | 'about' | 'vague' | null;

/** How many, of whom: "between 16 and 23 people", "about 10 people", "an unstated number of people". */
function people(range: Range, manner: Manner): { many: string; one: boolean } {
  const { low, high } = manner === 'feared' && range.low !== null ? { low: range.low, high: range.low } : range;
  if (low === null && high === null) return { many: 'an unknown number of people', one: false };
  if (manner === 'vague') return { many: 'an unstated number of people', one: false };
  const one = low === 1 && (high === 1 || high === null);
  const about = manner === 'about' && low === high ? 'about ' : '';
  return { many: `${about}${hedged({ low, high }, spelled)} ${one ? 'person' : 'people'}`, one };
}

/** "between 16 and 23 people were killed", "17 people are feared killed" */
export function casualtiesInWords(kind: string, range: Range, manner: Manner = null): string {
  const { many, one } = people(range, manner);
  const verb = manner === 'feared' ? (one ? 'is feared' : 'are feared') : one ? 'was' : 'were';
  return `${many} ${verb} ${WHAT[kind] ?? kind}`;
}

/** The same of what has not happened: "between 16 and 23 people killed" */
export const casualtiesExpected = (kind: string, range: Range, manner: Manner = null): string =>
  `${people(range, manner).many} ${manner === 'feared' ? 'feared ' : ''}${WHAT[kind] ?? kind}`;
