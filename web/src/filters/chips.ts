import { areaInWords, readArea } from '../map/area';
import { MANY, SINGLE, valuesOf, type Filter, type FilterKey } from '../state/filter';
import { countryName } from '../words/countries.svelte';
import { dayInShort } from '../words/dates';
import { gradeName, statusName } from '../words/grades';
import { kindName } from '../words/kinds';
import { digits } from '../words/numbers';
import { modeName, typeName } from '../words/types';

export interface Chip {
  key: FilterKey;
  value: string;
  words: string;
}

function inWords(key: FilterKey, value: string): string {
  switch (key) {
    case 'q':
      return `Words: ${value}`;
    case 'from':
      return `From ${dayInShort(value)}`;
    case 'to':
      return `To ${dayInShort(value)}`;
    case 'area': {
      const area = readArea(value);
      return `Place: ${area ? areaInWords(area) : value}`;
    }
    case 'killed':
      return /^\d+$/.test(value) ? `At least ${digits(Number(value))} killed` : `Killed: ${value}`;
    case 'country':
      return `Country: ${countryName(value)}`;
    case 'type':
      return typeName(value);
    case 'mode':
      return `Manner: ${modeName(value)}`;
    case 'grade':
      return `Grade: ${gradeName(value)}`;
    case 'status':
      return `Said to be: ${statusName(value)}`;
    case 'party':
      return `Party: ${value}`;
    case 'actor':
      return `Done by: ${value}`;
    case 'recipient':
      return `Done to: ${value}`;
    case 'source':
      return `Source: ${value}`;
    case 'source-kind':
      return `Said by: ${kindName(value)}`;
    case 'publisher':
      return `Publisher: ${value}`;
  }
}

/** A filter value by value, each as words. */
export const chips = (filter: Filter): Chip[] =>
  [...SINGLE, ...MANY].flatMap((key) => valuesOf(filter, key).map((value) => ({ key, value, words: inWords(key, value) })));
