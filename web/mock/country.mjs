// A country that does not exist, in the middle of an ocean, and who is said to speak in it. Nobody real is quoted.

export const COUNTRY = { code: 'HLM', name: 'Halmere' };

const town = (name, province, lat, lon) => ({ name: `${name}, ${province}, Halmere`, short: name, lat, lon, precision: 'town' });
export const PLACES = [
  town('Quillport', 'Saltmarsh', -35.1, -15.2),
  town('Ennerby', 'Saltmarsh', -35.4, -14.7),
  town('Brackwater', 'Saltmarsh', -34.8, -14.9),
  town('Osmouth', 'Saltmarsh', -35.9, -15.6),
  town('Greyholm', 'Northreach', -32.9, -16.1),
  town('Port Amity', 'Northreach', -32.6, -15.3),
  town('Velden Cross', 'Highfell', -34.1, -17.4),
  town('Tarn Hollow', 'Highfell', -33.8, -17.9),
  town('Kestrel Bay', 'Highfell', -34.5, -18.3),
  { name: 'Highfell, Halmere', short: 'Highfell', lat: -34.1, lon: -17.8, precision: 'admin1' },
  { name: 'Northreach, Halmere', short: 'Northreach', lat: -32.8, lon: -15.8, precision: 'admin1' },
];

const party = (who, sector, role) => ({ who, sector, country: 'HLM', id: `${role}:${who.toLowerCase().replaceAll(/[^a-z]+/g, '-')}` });
export const ARMED = [party('Halmeran Army', 'MIL', 'armed-forces'), party('Highfell Front', 'REB', 'group'), party('Saltmarsh Watch', 'PRE', 'group')];
export const OTHERS = [
  party('Halmeran government', 'GOV', 'country'),
  party('people of Halmere', 'CVL', 'people'),
  party("Ferrymen's Union", 'NGO', 'body'),
  party('Halmeran police', 'COP', 'police'),
];

export const SOURCES = [
  { who: 'Halmeran interior ministry', kind: 'government', cue: 'said' },
  { who: 'Halmere Rights Monitor', kind: 'monitor', cue: 'reported' },
  { who: 'Highfell Front', kind: 'rebel', cue: 'said' },
  { who: 'Quillport hospital', kind: 'medic', cue: 'said' },
  { who: 'Halmeran state television', kind: 'state-media', cue: 'reported' },
  { who: 'residents of Ennerby', kind: 'witness', cue: 'said' },
  { who: 'Halmeran Army', kind: 'military', cue: 'announced' },
];
export const PUBLISHERS = ['The Quillport Courier', 'Tidewater Press', 'Northreach Gazette', 'Caf\u00e9 \u{10330}\u{10331} Review'];

/** How each type is told: trigger, the rest of the sentence, modes. */
export const DEEDS = {
  ASSAULT: { trigger: 'shelled', rest: 'a market in', modes: ['heavy-weapons'], noun: 'Shelling' },
  COERCE: { trigger: 'arrested', rest: 'several people in', modes: ['arrest'], noun: 'Arrests' },
  PROTEST: { trigger: 'marched', rest: 'through the streets of', modes: ['demo'], noun: 'March' },
  STATE: { trigger: 'commented', rest: 'on the events in', modes: ['comment'], noun: 'Statement' },
  ACCUSE: { trigger: 'condemned', rest: 'the violence in', modes: ['disapprove'], noun: 'Condemnation' },
  CONSULT: { trigger: 'met', rest: 'elders in', modes: ['visit'], noun: 'Meeting' },
  AID: { trigger: 'delivered', rest: 'flour to', modes: [], noun: 'Delivery of aid' },
  RETREAT: { trigger: 'withdrew', rest: 'from the outskirts of', modes: ['withdraw'], noun: 'Withdrawal' },
  THREATEN: { trigger: 'threatened', rest: 'to storm', modes: ['violence'], noun: 'Threat' },
};
export const WEIGHTS = { ASSAULT: 40, COERCE: 14, PROTEST: 9, STATE: 10, ACCUSE: 9, CONSULT: 6, AID: 4, RETREAT: 4, THREATEN: 4 };
