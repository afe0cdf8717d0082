import type { WholeEvent } from '../api/events';
import { daysInWords } from '../words/dates';

/** When it was; where no claim says so, the day of the report stands for it. */
export function dayOfEvent({ event, claims }: WholeEvent): string {
  const days = daysInWords(event.first, event.last);
  if (!days) return 'Day not known';
  return claims.every(({ time }) => time === null || time.basis === 'published') ? `${days} (day of the report)` : days;
}
