/** A paragraph of a report; offsets count code points of the whole text. */
export interface Paragraph {
  start: number;
  points: string[];
}

/** The text by its empty lines. Nothing of it is altered: offsets go on to fit. */
export function paragraphs(text: string): Paragraph[] {
  const points = Array.from(text);
  const found: Paragraph[] = [];
  let start = 0;
  for (let i = 0; i <= points.length; i++) {
    const ends = i === points.length || (points[i] === '\n' && blank(points, i + 1));
    if (!ends) continue;
    if (points.slice(start, i).some((p) => p.trim())) found.push({ start, points: points.slice(start, i) });
    start = i;
    while (start < points.length && !points[start]!.trim()) start += 1;
    i = Math.max(i, start);
  }
  return found;
}

/** Whether the line that begins here is empty. */
function blank(points: readonly string[], from: number): boolean {
  for (let i = from; i < points.length; i++) {
    if (points[i] === '\n') return true;
    if (points[i]!.trim()) return false;
  }
  return true;
}
