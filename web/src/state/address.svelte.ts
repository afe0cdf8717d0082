import { tick } from 'svelte';
import { placeOf, readFilter, writeFilter, type Filter } from './filter';
import { forgetScroll, keepScroll, restoreScroll } from './scroll';

/** Keys of the address that are the page's own, besides the filter. */
type OwnKey = 'selected' | 'map' | 'timeline' | 'claim' | 'name';

/** Where the reader is: every state of the page can be read off the address, so that it can be sent to somebody else. */
class Address {
  path = $state(location.pathname);
  search = $state(location.search);

  readonly query = $derived(new URLSearchParams(this.search));
  readonly filter: Filter = $derived(readFilter(this.query));
  readonly #stamp = $derived(writeFilter(this.filter).toString());

  /** The filter as one string: what has to be asked anew when it changes, and only then. */
  get filterKey(): string {
    return this.#stamp;
  }

  own(key: OwnKey): string | null {
    return this.query.get(key);
  }

  /** Another filter in the same place. */
  filterBy(filter: Filter): void {
    const query = writeFilter(filter);
    // A name is that of its place.
    const same = String(writeFilter(placeOf(filter))) === String(writeFilter(placeOf(this.filter)));
    for (const key of same ? (['map', 'timeline', 'name'] as const) : (['map', 'timeline'] as const)) {
      const value = this.own(key);
      if (value) query.set(key, value);
    }
    this.go(withQuery(this.path, query));
  }

  /** The address of this place with one of the page's own keys set, or without it. */
  hrefWith(key: OwnKey, value: string | null): string {
    const query = new URLSearchParams(this.search);
    if (value) query.set(key, value);
    else query.delete(key);
    return withQuery(this.path, query);
  }

  /** `replace`: the step back leads past it, as for the view of the map. */
  go(href: string, replace = false): void {
    const to = new URL(href, location.href);
    if (to.pathname + to.search === location.pathname + location.search) return;
    const elsewhere = to.pathname !== location.pathname;
    if (replace) history.replaceState(history.state, '', to);
    else {
      keepScroll();
      history.pushState({ at: Date.now() }, '', to);
    }
    this.#read();
    if (elsewhere) forgetScroll();
    if (elsewhere && !replace) void arrive();
  }

  /** Listens to the browser's own steps back and forth, and to links inside the page. */
  watch(): void {
    history.scrollRestoration = 'manual';
    addEventListener('popstate', () => {
      this.#read();
      void tick().then(restoreScroll);
    });
    addEventListener('pagehide', keepScroll);
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest?.('a');
      if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if (link.origin !== location.origin || link.target || link.hash || link.pathname.startsWith('/api/')) return;
      event.preventDefault();
      this.go(link.href);
    });
  }

  #read(): void {
    if (this.path === '/') list = this.path + this.search;
    this.path = location.pathname;
    this.search = location.search;
  }
}

export const withQuery = (path: string, query: URLSearchParams): string => (query.size ? `${path}?${query}` : path);

/** A new page begins at its top, and readers by ear hear its heading. */
async function arrive(): Promise<void> {
  await tick();
  scrollTo(0, 0);
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
}

let list = '/';

/** The front page as the reader left it. */
export const lastList = (): string => list;

export const address = new Address();

export const eventHref = (id: string): string => `/events/${encodeURIComponent(id)}`;
export const partyHref = (name: string): string => `/parties/${encodeURIComponent(name)}`;
export const sourceHref = (name: string): string => `/sources/${encodeURIComponent(name)}`;
export const reportHref = (id: string, claim?: string): string =>
  `/reports/${encodeURIComponent(id)}${claim ? `?claim=${encodeURIComponent(claim)}` : ''}`;
