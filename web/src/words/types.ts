/** Types of events in plain words; the codes are those of docs/codebook.md. */

export type Class = 'force' | 'conflict' | 'verbal-conflict' | 'statement' | 'verbal-cooperation' | 'cooperation';

export interface Type {
  code: string;
  name: string;
  many: string;
  /** One of them, where that is not the name. */
  one?: string;
  of: Class;
}

/** In the order in which the timeline stacks them, from the bottom. */
export const TYPES: readonly Type[] = [
  { code: 'ASSAULT', name: 'Attack', many: 'attacks', of: 'force' },
  { code: 'COERCE', name: 'Coercion', many: 'acts of coercion', one: 'act of coercion', of: 'conflict' },
  { code: 'MOBILIZE', name: 'Mobilisation', many: 'mobilisations', of: 'conflict' },
  { code: 'SANCTION', name: 'Sanction', many: 'sanctions', of: 'conflict' },
  { code: 'PROTEST', name: 'Protest', many: 'protests', of: 'conflict' },
  { code: 'THREATEN', name: 'Threat', many: 'threats', of: 'verbal-conflict' },
  { code: 'REJECT', name: 'Refusal', many: 'refusals', of: 'verbal-conflict' },
  { code: 'ACCUSE', name: 'Accusation', many: 'accusations', of: 'verbal-conflict' },
  { code: 'REQUEST', name: 'Demand', many: 'demands', of: 'verbal-conflict' },
  { code: 'STATE', name: 'Statement', many: 'statements', of: 'statement' },
  { code: 'CONCEDE', name: 'Concession', many: 'concessions', of: 'verbal-cooperation' },
  { code: 'SUPPORT', name: 'Support', many: 'acts of support', one: 'act of support', of: 'verbal-cooperation' },
  { code: 'CONSULT', name: 'Talks', many: 'rounds of talks', one: 'round of talks', of: 'verbal-cooperation' },
  { code: 'AGREE', name: 'Agreement', many: 'agreements', of: 'verbal-cooperation' },
  { code: 'RETREAT', name: 'Withdrawal or release', many: 'withdrawals or releases', of: 'cooperation' },
  { code: 'AID', name: 'Aid', many: 'acts of aid', one: 'act of aid', of: 'cooperation' },
  { code: 'COOPERATE', name: 'Cooperation', many: 'acts of cooperation', one: 'act of cooperation', of: 'cooperation' },
];

export const CLASSES: readonly { of: Class; name: string }[] = [
  { of: 'force', name: 'Attacks' },
  { of: 'conflict', name: 'Other acts of conflict' },
  { of: 'verbal-conflict', name: 'Conflict in words' },
  { of: 'statement', name: 'Statements' },
  { of: 'verbal-cooperation', name: 'Cooperation in words' },
  { of: 'cooperation', name: 'Acts of cooperation' },
];

const BY_CODE = new Map(TYPES.map((type) => [type.code, type]));

export const typeName = (code: string): string => BY_CODE.get(code)?.name ?? code;
export const typeClass = (code: string): Class => BY_CODE.get(code)?.of ?? 'statement';

/** "one attack", "3 attacks" */
export function typeCounted(code: string, events: number): string {
  const type = BY_CODE.get(code);
  if (!type) return `${events} ${code}`;
  return events === 1 ? `one ${type.one ?? type.name.toLowerCase()}` : `${events.toLocaleString('en-GB')} ${type.many}`;
}

/** "heavy-weapons" as words. */
export const modeName = (mode: string): string => mode.replaceAll('-', ' ');
