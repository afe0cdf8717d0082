// The reports of a made-up event, with claims whose offsets count code points as the real ones do.
import { DEEDS, PUBLISHERS } from './country.mjs';

/** A text that grows and knows where its words lie. */
class Text {
  points = [];
  add(text) {
    const start = this.points.length;
    this.points.push(...Array.from(text));
    return { text, start, end: this.points.length };
  }
  toString() {
    return this.points.join('');
  }
}

const party = (words, { who, country, sector, id }) => ({ ...words, who, country, sector, id });

function claimOf(event, voice, figure, k, report, text, denial) {
  const deed = DEEDS[event.type];
  const start = text.points.length;
  const casualties = [];
  let actor, trigger, recipient, place, time, source, cue;
  if (denial) {
    actor = text.add(`The ${denial.who}`);
    text.add(' denied having ');
    trigger = text.add(deed.trigger);
    text.add(' anything in ');
    place = text.add(event.place.short);
    text.add('.');
    source = { ...actor, who: denial.who, kind: 'military', cue: 'denied' };
  } else {
    if (figure !== null) {
      const open = event.open && k === 0;
      const words = text.add(`${open ? 'At least ' : ''}${figure} people`);
      casualties.push({ kind: 'killed', ...words, low: figure, high: open ? null : figure, qualifier: open ? 'at_least' : event.n % 13 === 0 ? null : 'exact', whose: 'people', subset_of: null });
      recipient = { text: 'people', start: words.end - 6, end: words.end };
      text.add(figure === 1 ? ' was killed ' : ' were killed ');
      time = text.add('on Tuesday evening');
      text.add(' when the ');
    } else text.add('The ');
    actor = text.add(event.actor.who);
    text.add(event.future ? ' will have ' : ' ');
    trigger = text.add(deed.trigger);
    text.add(` ${deed.rest} `);
    place = text.add(event.place.short);
    text.add(', the ');
    source = text.add(voice.who);
    text.add(' ');
    cue = text.add(voice.cue).text;
    text.add('.');
    source = { ...source, who: voice.who, kind: voice.kind, cue };
  }
  const end = text.points.length;
  text.add(k % 2 ? '\n\n' : '\n');
  return {
    v: 1,
    id: `c_${event.n.toString(16).padStart(12, '0')}${denial ? 'dddd' : k.toString(16).padStart(4, '0')}`,
    report,
    evidence: { sentence: k, start, end, text: text.points.slice(start, end).join(''), trigger },
    event: { type: event.type, modes: deed.modes, quad: '', scope: 'event', historical: false },
    status: denial ? 'denied' : event.future ? 'future' : 'occurred',
    actors: [party(actor, event.actor)],
    recipients: recipient ? [party(recipient, event.recipient)] : [],
    places: [{ ...place, name: event.place.name, country: 'HLM', admin1: null, lat: event.lat, lon: event.lon, geonames_id: null, precision: event.place.precision, radius_km: 5, candidates: 1 }],
    time: event.day ? { ...(time ?? { text: null, start: null, end: null }), first: event.first ?? event.day, last: event.last ?? event.day, part: null, basis: time ? 'stated' : 'published' } : null,
    casualties,
    counts: [],
    instrument: null,
    sources: [source],
    denies: denial ? { claim: `c_${event.n.toString(16).padStart(12, '0')}0000`, what: 'actor' } : null,
    confidence: 0.7 + ((event.n + k) % 30) / 100,
    coder: { version: 'mock', model: 'none', data: 'none' },
  };
}

/** Reports of an event: one for each two of its voices. */
export function reportsOf(event) {
  const reports = [];
  for (let k = 0; k < event.voices.length; k += 2) {
    const publisher = PUBLISHERS[(event.n + k) % PUBLISHERS.length];
    const published = event.day && new Date(Date.parse(event.day) + (1 + k) * 86_400_000).toISOString().slice(0, 10);
    const report = { id: `r_${event.n}_${k}`, publisher, title: `${DEEDS[event.type].noun} in ${event.place.short}, as ${event.voices[k].who} tells it`, dateline: 'QUILLPORT', published, url: k ? null : `https://courier.example/${event.n}` };
    const text = new Text();
    text.add(`The caf\u00e9 \u{10330}\u{10331} by the gate was full. Nobody there had heard of it.\n\n`);
    const claims = event.voices.slice(k, k + 2).map((voice, i) => claimOf(event, voice, event.figures[k + i], k + i, report, text, null));
    if (k === 0 && event.denier) claims.push(claimOf(event, null, null, 9, report, text, event.denier));
    text.add('The ferries went on as on every other day.');
    reports.push({
      ...report, text: text.toString(), claims,
      versions: k ? [{ version: 1, read_at: '2024-03-15T06:00:00Z', current: true }] : [{ version: 1, read_at: '2024-03-14T06:00:00Z', current: false }, { version: 2, read_at: '2024-03-15T06:00:00Z', current: true }],
      copy_of: null,
      copies: k ? [] : [{ id: `r_${event.n}_copy`, publisher: PUBLISHERS[(event.n + 2) % PUBLISHERS.length], published, url: null }],
      events: Object.fromEntries(claims.map((c) => [c.id, event.id])),
    });
  }
  return reports;
}

/** What another publisher printed word by word: its claims are the original's. */
export function copyOf(event) {
  const [original] = reportsOf(event);
  return { ...original, ...original.copies[0], title: `${original.title} (reprint)`, copy_of: original.id, copies: [], claims: [], events: {}, versions: original.versions.slice(-1) };
}

/** The event record of a made-up event. */
export function recordOf(event) {
  const reports = reportsOf(event);
  const claims = reports.flatMap((r) => r.claims);
  const plain = claims.filter((c) => c.status !== 'denied');
  const by = new Map();
  for (const claim of claims) {
    const { who, kind } = claim.sources[0];
    if (!by.has(who)) by.set(who, { who, kind, claims: [] });
    by.get(who).claims.push(claim.id);
  }
  const figures = plain.flatMap((c) => c.casualties.map(({ low, high }) => ({ low, high, source: c.sources[0].who, kind: c.sources[0].kind, claim: c.id, newest: true })));
  // The first source is made to have corrected itself, so that older figures are to be seen.
  if (figures.length > 2) Object.assign(figures[1], { source: figures[0].source, kind: figures[0].kind }), (figures[0].newest = false);
  const { actor, recipient } = event;
  return {
    event: {
      v: 1, id: event.id, type: event.type, modes: DEEDS[event.type].modes, grade: event.grade, first: event.first ?? event.day, last: event.last ?? event.day,
      place: { name: event.place.name, country: 'HLM', lat: event.lat, lon: event.lon, precision: event.place.precision },
      actors: [{ ...actor, named_by: plain.map((c) => c.id), denied_by: claims.filter((c) => c.status === 'denied').map((c) => c.id) }],
      recipients: event.type === 'ASSAULT' ? [{ ...recipient, named_by: plain.filter((c) => c.recipients.length).map((c) => c.id), denied_by: [] }] : [],
      casualties: event.killed ? [{ kind: 'killed', ...event.killed, figures }] : [],
      instruments: [], sources: [...by.values()], claims: claims.map((c) => c.id), reports: reports.length, publishers: new Set(reports.map((r) => r.publisher)).size,
      independent_sources: event.voices.length,
      history: [{ since: event.day, grade: 'single-source', claim: claims[0].id }, ...(event.grade === 'single-source' ? [] : [{ since: event.day, grade: event.grade, claim: claims.at(-1).id }])],
      summary: event.summary,
    },
    claims,
    reports: reports.map(({ id, title, publisher, published, url }) => ({ id, title, publisher, published, url })),
    why: { 'single-source': `Only the ${event.voices[0].who} says that it happened.`, corroborated: `${event.voices.length} sources that do not repeat each other say that it happened.`, contested: `The ${event.denier?.who} denies having done it.`, expected: 'It is only announced: nobody says yet that it happened.' }[event.grade],
  };
}
