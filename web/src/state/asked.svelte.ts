import { untrack } from 'svelte';

/** An answer that may be on its way. What was there before stays until the new one has come, so that nothing jumps. */
export class Asked<T> {
  value = $state.raw<T>();
  error = $state.raw<Error>();
  loading = $state(false);
  #key: string | undefined;
  #stop: AbortController | undefined;

  /** Asks unless the answer to this very question is here or on its way; an older question is given up. */
  ask(key: string, question: (signal: AbortSignal) => Promise<T>): void {
    // Who asks in an effect depends on the question, not on how the answer fares.
    untrack(() => this.#ask(key, question));
  }

  #ask(key: string, question: (signal: AbortSignal) => Promise<T>): void {
    if (key === this.#key && !this.error) return;
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.#key = key;
    this.loading = true;
    question(stop.signal).then(
      (value) => this.#settle(stop, () => ((this.value = value), (this.error = undefined))),
      (error: Error) => this.#settle(stop, () => (this.error = error)),
    );
  }

  /** So that the same question is asked once more. */
  again(): void {
    this.#key = undefined;
  }

  #settle(stop: AbortController, keep: () => void): void {
    if (stop !== this.#stop || stop.signal.aborted) return;
    keep();
    this.loading = false;
  }
}
