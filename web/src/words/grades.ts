import type { Grade, Status } from '../api/claim';

export const GRADES: readonly { grade: Grade; name: string; means: string }[] = [
  { grade: 'corroborated', name: 'Corroborated', means: 'Two or more sources that do not repeat each other say that it happened or may have.' },
  { grade: 'single-source', name: 'Single source', means: 'Only one source says that it happened or may have, however many reports repeat it.' },
  { grade: 'contested', name: 'Contested', means: 'Somebody denies it, or denies having done it, or two sources name different parties.' },
  { grade: 'expected', name: 'Expected', means: 'Nobody says that it happened: it is planned, announced or said to depend on something else.' },
  // Of no event, but of what was known of one at some time.
  { grade: 'denied', name: 'Denied', means: 'It is only denied.' },
];

/** The grades that events have. */
export const EVENT_GRADES = GRADES.filter(({ grade }) => grade !== 'denied');

export const gradeName = (grade: string): string => GRADES.find((g) => g.grade === grade)?.name ?? grade;
export const gradeMeans = (grade: string): string => GRADES.find((g) => g.grade === grade)?.means ?? '';

export const STATUSES: readonly { status: Status; name: string; says: string }[] = [
  { status: 'occurred', name: 'Occurred', says: 'says it happened' },
  { status: 'possible', name: 'Possible', says: 'says it may have happened' },
  { status: 'future', name: 'Future', says: 'says it is to happen' },
  { status: 'hypothetical', name: 'Hypothetical', says: 'says it would happen, if' },
  { status: 'denied', name: 'Denied', says: 'denies it, or says that it is not so' },
];

export const statusName = (status: string): string => STATUSES.find((s) => s.status === status)?.name ?? status;

/** What a claim says of the event's reality; a denial of the deed is not one of the event, and what a denial is of is not always known. */
export function statusSays(status: string, denies?: 'event' | 'actor' | 'figure'): string {
  if (status === 'denied' && denies === 'event') return 'says it did not happen';
  if (status === 'denied' && denies === 'actor') return 'denies having done it';
  if (status === 'denied' && denies === 'figure') return 'denies the figure';
  return STATUSES.find((s) => s.status === status)?.says ?? status;
}
