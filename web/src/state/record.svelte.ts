import { listen, record, type Mark, type RecordState } from '../api/record';
import { Asked } from './asked.svelte';

/** The record as the reader sees it. Changes are announced, and shown only when the reader asks for them. */
class Shown {
  readonly asked = new Asked<RecordState>();
  /** Grows whenever everything is to be asked anew. */
  round = $state(0);
  /** Whether the line for changes is open; null before the first try is over. */
  hears = $state<boolean | null>(null);
  #latest = $state.raw<Mark>();
  #seen = $state.raw<Mark>();

  get now(): RecordState | undefined {
    return this.asked.value;
  }

  /** Events that came since; 0 where the record changed without growing; null where it did not change. */
  readonly fresh = $derived.by(() => {
    if (!this.#latest || !this.#seen || this.#latest.mark === this.#seen.mark) return null;
    return Math.max(0, this.#latest.events - this.#seen.events);
  });

  start(): void {
    this.#ask();
    listen(
      (mark) => {
        const first = !this.#latest;
        this.#latest = mark;
        // What was on its way before the first word came may be a moment older; the next change tells.
        if (first && !this.#seen) this.#seen = mark;
        // Nobody is reading an empty record: its first events are shown at once.
        if (this.now?.events === 0 && mark.events > 0) this.show();
      },
      (hears) => (this.hears = hears),
    );
  }

  /** Everything anew. */
  show(): void {
    if (this.#latest) this.#seen = this.#latest;
    this.round += 1;
    this.asked.again();
    this.#ask();
  }

  #ask(): void {
    this.asked.ask(String(this.round), async (signal) => {
      const now = await record(signal);
      if (!this.#seen) this.#seen = { mark: now.mark, events: now.events };
      return now;
    });
  }
}

export const shown = new Shown();
