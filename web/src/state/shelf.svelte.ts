import { cells, summary, timeline, type Cell, type Summary, type Timeline } from '../api/counts';
import type { Area } from '../map/area';
import { Asked } from './asked.svelte';
import { EventList } from './events.svelte';
import { withoutValue, writeFilter, type Filter } from './filter';

/** All that is shown of one choice of events: how many, which, when and where, asked side by side. */
export class Shelf {
  readonly summary = new Asked<Summary>();
  readonly list = new EventList();
  readonly timeline = new Asked<Timeline>();
  readonly cells = new Asked<{ mark: number; cells: Cell[] }>();
  #view: { area: Area; zoom: number } | undefined;

  /** `close`: the timeline shows the chosen period only, not what is around it. */
  ask(round: number, filter: Filter, close: boolean): void {
    const query = writeFilter(filter);
    const key = `${round} ${query}`;
    this.list.ask(key, query);
    this.summary.ask(key, (signal) => summary(query, signal));
    const wide = writeFilter(close ? filter : withoutValue(withoutValue(filter, 'from', ''), 'to', ''));
    this.timeline.ask(`${round} ${wide}`, (signal) => timeline(wide, signal));
    if (this.#view) this.look(round, filter, this.#view.area, this.#view.zoom);
  }

  /** What the map shows. */
  look(round: number, filter: Filter, area: Area, zoom: number): void {
    this.#view = { area, zoom };
    const query = writeFilter(filter);
    this.cells.ask(`${round} ${query} ${Object.values(area)} ${Math.floor(zoom)}`, (signal) => cells(query, area, zoom, signal));
  }

  /** The map is gone. */
  lookAway(): void {
    this.#view = undefined;
  }

  /** The list, the figures or the timeline are on their way. */
  get loading(): boolean {
    return this.list.first.loading || this.summary.loading || this.timeline.loading;
  }

  get error(): Error | undefined {
    return this.list.first.error ?? this.summary.error ?? this.timeline.error;
  }
}
