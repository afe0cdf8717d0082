import { events, type EventPage, type Line } from '../api/events';
import { Asked } from './asked.svelte';

/** A list of events that grows on request. */
export class EventList {
  readonly first = new Asked<EventPage>();
  #more = $state.raw<{ of: EventPage; lines: Line[]; next: string | null }>();
  fetching = $state(false);
  failed = $state.raw<Error>();

  readonly lines: Line[] = $derived.by(() => {
    const first = this.first.value;
    if (!first) return [];
    return this.#more?.of === first ? [...first.events, ...this.#more.lines] : first.events;
  });
  readonly next = $derived.by(() => {
    const first = this.first.value;
    return (this.#more && this.#more.of === first ? this.#more.next : first?.next) ?? null;
  });

  #key: string | undefined;

  ask(key: string, filter: URLSearchParams): void {
    if (key !== this.#key) {
      // What was asked of the list before is not of this one.
      this.#key = key;
      this.fetching = false;
      this.failed = undefined;
    }
    this.first.ask(key, (signal) => events(filter, null, signal));
  }

  /** The next page; false where it is one of another state of the record, so that all is to be asked anew. */
  async more(filter: URLSearchParams): Promise<boolean> {
    const [of, key] = [this.first.value, this.#key];
    if (!of || !this.next || this.fetching) return true;
    this.fetching = true;
    try {
      const page = await events(filter, this.next);
      // Meanwhile the reader may have asked for something else.
      if (key !== this.#key || this.first.value !== of) return true;
      if (page.mark !== of.mark) return false;
      const before = this.#more?.of === of ? this.#more.lines : [];
      this.#more = { of, lines: [...before, ...page.events], next: page.next };
      this.failed = undefined;
    } catch (error) {
      if (key === this.#key) this.failed = error as Error;
    } finally {
      if (key === this.#key) this.fetching = false;
    }
    return true;
  }
}
