import type { Count } from './counts';
import { get } from './request';

export type Facet = 'party' | 'source' | 'publisher' | 'mode' | 'source-kind' | 'country';

/** Values of a facet that begin with some letters, the most frequent first. */
export async function words(facet: Facet, beginning: string, signal?: AbortSignal, limit = 12): Promise<Count[]> {
  const query = new URLSearchParams({ facet, limit: String(limit) });
  if (beginning) query.set('q', beginning);
  return (await get<{ words: Count[] }>('words', query, signal)).words;
}
