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

  ask(key: string, filter: URLSearchParams): void {
    this.first.ask(key, (signal) => events(filter, null, signal));
  }

  async more(filter: URLSearchParams): Promise<void> {
    const of = this.first.value;
    if (!of || !this.next || this.fetching) return;
    this.fetching = true;
    try {
      const page = await events(filter, this.next);
      // Meanwhile the reader may have asked for something else.
      if (this.first.value !== of) return;
      const before = this.#more?.of === of ? this.#more.lines : [];
      this.#more = { of, lines: [...before, ...page.events], next: page.next };
      this.failed = undefined;
    } catch (error) {
      this.failed = error as Error;
    } finally {
      this.fetching = false;
    }
  }
}
