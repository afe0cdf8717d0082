/** What of the record is shown, in the words of the API: the query of the page's own address, cleaned. */

export const SINGLE = ['q', 'from', 'to', 'area', 'killed'] as const;
export const MANY = ['country', 'type', 'mode', 'grade', 'status', 'party', 'actor', 'recipient', 'source', 'source-kind', 'publisher'] as const;

export type SingleKey = (typeof SINGLE)[number];
export type ManyKey = (typeof MANY)[number];
export type FilterKey = SingleKey | ManyKey;

/** Immutable: changes make another. */
export type Filter = Readonly<Partial<Record<SingleKey, string>> & Partial<Record<ManyKey, readonly string[]>>>;

export const isSingle = (key: FilterKey): key is SingleKey => (SINGLE as readonly string[]).includes(key);

export function readFilter(query: URLSearchParams): Filter {
  const filter: Partial<Record<FilterKey, string | string[]>> = {};
  for (const key of SINGLE) {
    const value = query.get(key);
    if (value?.trim()) filter[key] = value;
  }
  for (const key of MANY) {
    const values = [...new Set(query.getAll(key).filter((value) => value.trim()))];
    if (values.length) filter[key] = values;
  }
  return filter as Filter;
}

/** In one order, so that equal filters have equal queries. */
export function writeFilter(filter: Filter): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of SINGLE) if (filter[key]) query.set(key, filter[key]);
  for (const key of MANY) for (const value of filter[key] ?? []) query.append(key, value);
  return query;
}

export const valuesOf = (filter: Filter, key: FilterKey): readonly string[] => {
  const value = filter[key];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

/** With one value more, or for a single one with this in its place; nothing takes it away. */
export function withValue(filter: Filter, key: FilterKey, value: string): Filter {
  if (isSingle(key)) return { ...filter, [key]: value.trim() ? value : undefined };
  return { ...filter, [key]: [...new Set([...(filter[key] ?? []), value])] };
}

export function withoutValue(filter: Filter, key: FilterKey, value: string): Filter {
  if (isSingle(key)) return { ...filter, [key]: undefined };
  const left = (filter[key] ?? []).filter((other) => other !== value);
  return { ...filter, [key]: left.length ? left : undefined };
}

const part = (filter: Filter, has: (key: string) => boolean): Filter => Object.fromEntries(Object.entries(filter).filter(([key]) => has(key)));

/** Without what the page itself is about: what the reader has put, and can take away. */
export const beside = (filter: Filter, fixed: Filter): Filter => part(filter, (key) => !(key in fixed));

/** What is left when the reader takes all of that away. */
export const kept = (filter: Filter, fixed: Filter): Filter => part(filter, (key) => key in fixed);

/** The place in a filter: its box, which may lie in a country, or else its countries. */
export const placeOf = ({ area, country }: Filter): Filter => (area ? { area } : country ? { country } : {});

export const isEmpty = (filter: Filter): boolean => writeFilter(filter).size === 0;

/** The filter of a page and that of its address: what the page is about, the address does not widen; where both have a single value, the second's. */
export function both(one: Filter, other: Filter): Filter {
  const query = writeFilter(one);
  for (const key of SINGLE) if (other[key]) query.set(key, other[key]);
  for (const key of MANY) if (!one[key]) for (const value of other[key] ?? []) query.append(key, value);
  return readFilter(query);
}
