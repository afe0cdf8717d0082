// Events made by dice that always fall the same way: the same number of events is the same record.
import { ARMED, DEEDS, OTHERS, PLACES, PUBLISHERS, SOURCES, WEIGHTS } from './country.mjs';

/** A generator of numbers from 0 to 1 (mulberry32). */
function dice(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const pick = (roll, list) => list[Math.floor(roll() * list.length)];

function kindOf(roll) {
  let left = roll() * Object.values(WEIGHTS).reduce((a, b) => a + b);
  return Object.keys(WEIGHTS).find((type) => (left -= WEIGHTS[type]) < 0) ?? 'STATE';
}

const DAY = 86_400_000;
const LAST = Date.UTC(2024, 2, 14);

export function made(count) {
  const days = Math.max(20, Math.min(7300, Math.round(count / 3)));
  const events = [];
  for (let n = 0; n < count; n++) events.push(one(n, days));
  return events.sort((a, b) => (b.day ?? '').localeCompare(a.day ?? ''));
}

function one(n, days) {
  const roll = dice(n * 7919 + 1);
  const type = kindOf(roll);
  const place = pick(roll, PLACES);
  const scatter = place.precision === 'town' ? 0.06 : 0;
  const day = roll() < 0.02 ? null : new Date(LAST - Math.floor(roll() ** 1.4 * days) * DAY).toISOString().slice(0, 10);
  const month = n % 11 === 0;
  const actor = pick(roll, type === 'ASSAULT' || type === 'RETREAT' ? ARMED : [...ARMED, ...OTHERS]);
  const recipient = pick(roll, OTHERS.filter((p) => p !== actor));
  const told = 1 + Math.floor(roll() ** 2 * 4);
  const voices = [...SOURCES].sort(() => roll() - 0.5).slice(0, told);
  const figures = type === 'ASSAULT' ? voices.map(() => (roll() < 0.75 ? 1 + Math.floor(roll() ** 4 * 80) : null)) : voices.map(() => null);
  const denier = type === 'ASSAULT' && told > 1 && roll() < 0.3 ? actor : null;
  const future = type === 'RETREAT' && roll() < 0.3;
  // Where no words say when, only the day of the report is known.
  const timed = day !== null && figures.some((f) => f !== null);
  const [first, last] = timed ? (month ? [day.slice(0, 7), day.slice(0, 7)] : [day, day]) : [null, null];
  const said = figures.filter((f) => f !== null);
  const open = said.length > 0 && roll() < 0.3;
  const killed = said.length ? { low: Math.min(...said), high: open ? null : Math.max(...said) } : null;
  const grade = future ? 'expected' : denier ? 'contested' : told > 1 ? 'corroborated' : 'single-source';
  const toll = killed ? `: ${killed.high === null ? `at least ${killed.low}` : killed.low === killed.high ? killed.low : `${killed.low} to ${killed.high}`} killed` : '';
  const summary = `${DEEDS[type].noun} in ${place.name}${day ? ` on ${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}` : ''}${toll}; named: ${actor.who}${type === 'ASSAULT' ? `; against: ${recipient.who}` : ''}`;
  return {
    id: `e_${n.toString(16).padStart(16, '0')}`, n, day, first, last, type, place, actor, recipient, voices, figures, denier, future, killed, grade, summary, open,
    lat: place.lat + (roll() - 0.5) * scatter, lon: place.lon + (roll() - 0.5) * scatter,
    publishers: [...new Set(voices.map((_, i) => PUBLISHERS[(n + i) % PUBLISHERS.length]))],
    statuses: [future ? 'future' : 'occurred', ...(denier ? ['denied'] : [])],
    words: summary.toLowerCase(),
  };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
