import { headingOf, type LineDays } from '../words/dates';

/** Lines under what they are said of: those of one day, and apart those that were only told on it. */
export function underHeadings<L extends LineDays>(lines: readonly L[]): { heading: string; lines: L[] }[] {
  const found: { day: string | null; heading: string; lines: L[] }[] = [];
  for (const line of lines) {
    const heading = headingOf(line);
    // Lines come day by day; those of one day are a few headings at most.
    const last = found.findLast((group) => group.day !== line.day || group.heading === heading);
    if (last?.day === line.day && last.heading === heading) last.lines.push(line);
    else found.push({ day: line.day, heading, lines: [line] });
  }
  return found;
}
