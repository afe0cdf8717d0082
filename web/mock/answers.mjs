// The API over the made-up events, without an index: what is quick here is quick anywhere.
import { COUNTRY } from './country.mjs';
import { copyOf, recordOf, reportsOf } from './told.mjs';

const SINGLE = new Set(['q', 'from', 'to', 'area', 'killed']);
const VALUES = {
  country: () => [COUNTRY.code],
  type: (e) => [e.type],
  mode: (e) => (e.type === 'ASSAULT' ? ['heavy-weapons'] : []),
  grade: (e) => [e.grade],
  status: (e) => e.statuses,
  party: (e) => [e.actor.who, e.recipient.who],
  actor: (e) => [e.actor.who],
  recipient: (e) => [e.recipient.who],
  source: (e) => e.voices.map((v) => v.who),
  'source-kind': (e) => e.voices.map((v) => v.kind),
  publisher: (e) => e.publishers,
};
export class Wrong extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export function chosen(events, query, own = []) {
  const tests = [];
  for (const key of new Set(query.keys())) {
    if (own.includes(key)) continue;
    if (!SINGLE.has(key) && !VALUES[key]) throw new Wrong(400, `There is no parameter "${key}".`);
    const [value] = query.getAll(key);
    if (key === 'q') {
      const words = value.toLowerCase().split(/\s+/).filter(Boolean);
      tests.push((e) => words.every((w) => e.words.includes(w)));
    } else if (key === 'from' || key === 'to') {
      if (!/^\d{4}-\d\d-\d\d$/.test(value)) throw new Wrong(400, `"${value}" is no day: write it as 2024-03-05.`);
      tests.push(key === 'from' ? (e) => e.day >= value && e.day !== null : (e) => e.day !== null && e.day <= value);
    } else if (key === 'area') {
      const [s, n, w, o] = value.split(',').map(Number);
      if ([s, n, w, o].some((d) => !Number.isFinite(d))) throw new Wrong(400, `"${value}" is no area: write SOUTH,NORTH,WEST,EAST in degrees.`);
      tests.push((e) => inside(e, s, n, w, o));
    } else if (key === 'killed') tests.push((e) => (e.killed?.low ?? -1) >= Number(value));
    else {
      const wanted = query.getAll(key).map((v) => v.toLowerCase());
      tests.push((e) => VALUES[key](e).some((v) => wanted.includes(v.toLowerCase())));
    }
  }
  return tests.length ? events.filter((e) => tests.every((t) => t(e))) : events;
}

const inside = (e, s, n, w, o) => e.lat >= s && e.lat <= n && (w <= o ? e.lon >= w && e.lon <= o : e.lon >= w || e.lon <= o);

function count(events, values) {
  const found = new Map();
  for (const e of events) for (const v of new Set(values(e))) found.set(v, (found.get(v) ?? 0) + 1);
  return [...found].map(([value, events]) => ({ value, events })).sort((a, b) => b.events - a.events);
}

export function summary(events, mark) {
  const days = events.map((e) => e.day).filter(Boolean).sort();
  const [lats, lons] = [events.map((e) => e.lat), events.map((e) => e.lon)];
  const ends = (list) => list.reduce(([a, b], x) => [Math.min(a, x), Math.max(b, x)], [Infinity, -Infinity]);
  return {
    mark, events: events.length, placed: events.length,
    days: days.length ? { first: days[0], last: days.at(-1) } : null,
    area: events.length ? [...ends(lats), ...ends(lons)] : null,
    types: count(events, VALUES.type), grades: count(events, VALUES.grade), countries: count(events, VALUES.country),
  };
}

const line = ({ id, day, type, grade, lat, lon, killed, summary, first, last, voices, denier }) => ({
  id, day, first, last, type, grade, lat, lon, killed, summary, sources: voices.slice(0, 3).map((v) => v.who), source_count: voices.length, denied_by: denier ? [denier.who] : [],
});

export function page(events, query, mark) {
  const from = Number(query.get('after') ?? 0);
  const limit = Number(query.get('limit') ?? 50);
  return { mark, total: events.length, events: events.slice(from, from + limit).map(line), next: from + limit < events.length ? String(from + limit) : null };
}

export function timeline(events, mark) {
  const days = events.map((e) => e.day).filter(Boolean).sort();
  const length = days.length ? (Date.parse(days.at(-1)) - Date.parse(days[0])) / 86_400_000 : 0;
  const step = length < 180 ? 'day' : length < 1200 ? 'week' : length < 9000 ? 'month' : 'year';
  const begin = (day) => {
    if (step === 'year') return `${day.slice(0, 4)}-01-01`;
    if (step === 'month') return `${day.slice(0, 7)}-01`;
    if (step === 'day') return day;
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
    return date.toISOString().slice(0, 10);
  };
  const parts = count(events.filter((e) => e.day), (e) => [`${begin(e.day)} ${e.type}`]).map(({ value, events }) => ({ day: value.slice(0, 10), type: value.slice(11), events }));
  return { mark, step, parts: parts.sort((a, b) => a.day.localeCompare(b.day)) };
}

export function map(events, query, mark) {
  const [s, n, w, o] = query.get('view').split(',').map(Number);
  const size = (64 * 360) / (512 * 2 ** Number(query.get('zoom')));
  const found = new Map();
  for (const e of events) {
    if (!inside(e, s, n, w, o)) continue;
    const key = `${Math.floor(e.lat / size)} ${Math.floor(e.lon / size)}`;
    const cell = found.get(key);
    if (cell) cell.push(e);
    else found.set(key, [e]);
  }
  const mean = (list, of) => list.reduce((sum, e) => sum + of(e), 0) / list.length;
  return {
    mark,
    cells: [...found.values()].map((list) => ({
      lat: mean(list, (e) => e.lat), lon: mean(list, (e) => e.lon), events: list.length,
      killed: list.some((e) => e.killed) ? Math.max(...list.map((e) => e.killed?.low ?? 0)) : null,
      near: list.some((e) => e.place.precision === 'town'), type: count(list, VALUES.type)[0].value, id: list.length === 1 ? list[0].id : null,
    })),
  };
}

export function event(all, id) {
  const found = all.find((e) => e.id === id);
  if (!found) throw new Wrong(404, `There is no event ${id}.`);
  return recordOf(found);
}

export function report(all, id) {
  const found = all.find((e) => e.n === Number(id.split('_')[1]));
  const told = found && (id.endsWith('_copy') ? copyOf(found) : reportsOf(found).find((r) => r.id === id));
  if (!told) throw new Wrong(404, `There is no report ${id}.`);
  return told;
}

export function party(all, events, name) {
  const known = all.flatMap((e) => [e.actor, e.recipient]).find((p) => p.who === name || p.id === name);
  if (!known) throw new Wrong(404, `Nobody in the record is called "${name}".`);
  const [as, to] = [events.filter((e) => e.actor.who === known.who), events.filter((e) => e.recipient.who === known.who)];
  return { name: known.who, id: known.id, country: known.country, sector: known.sector, as_actor: count(as, VALUES.type), as_recipient: count(to, VALUES.type), by_source_kind: count([...as, ...to], VALUES['source-kind']), events: new Set([...as, ...to]).size };
}

export function source(all, events, name) {
  const known = all.flatMap((e) => e.voices).find((v) => v.who === name);
  const its = events.filter((e) => e.voices.some((v) => v.who === name));
  if (!known && !its.length) throw new Wrong(404, `No source in the record is called "${name}".`);
  return { name, kind: known?.kind ?? null, events: its.length, types: count(its, VALUES.type), grades: count(its, VALUES.grade), alone: its.filter((e) => e.voices.length === 1).length };
}

export function words(events, query) {
  const facet = query.get('facet');
  if (!VALUES[facet]) throw new Wrong(400, `There is no facet "${facet}".`);
  const beginning = (query.get('q') ?? '').toLowerCase();
  const all = count(events, VALUES[facet]).map((c) => (facet === 'country' ? { ...c, label: COUNTRY.name } : c));
  return { words: all.filter((c) => (c.label ?? c.value).toLowerCase().startsWith(beginning)).slice(0, Number(query.get('limit') ?? 20)) };
}
