/** What the reader points at, so that list, map and timeline can show it each in its way. */
class Pointed {
  /** An event of the list or the map. */
  event = $state<string | null>(null);
  /** Its day, where known. */
  day = $state<string | null>(null);

  at(event: string | null, day: string | null = null): void {
    this.event = event;
    this.day = day;
  }
}

export const pointed = new Pointed();
