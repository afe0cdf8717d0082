/** How far each place of the reader's way was scrolled, and back to it. */

const key = (): string => `scroll ${(history.state as { at?: number } | null)?.at ?? 0}`;

/** Where the browser keeps nothing for pages, the way is only not scrolled. */
export function keepScroll(): void {
  try {
    sessionStorage.setItem(key(), String(scrollY));
  } catch {
    // Nothing depends on it.
  }
}

function kept(): number {
  try {
    return Number(sessionStorage.getItem(key())) || 0;
  } catch {
    return 0;
  }
}

/** What the reader does meanwhile goes first. */
const OWN = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'popstate'] as const;
const PATIENCE = 8000;
let stop = (): void => {};

/** Scrolls to where this place was left, as soon as the page is long enough: answers may be on their way. */
export function restoreScroll(): void {
  stop();
  const to = kept();
  const there = (): boolean => document.documentElement.scrollHeight - innerHeight >= to;
  scrollTo(0, to);
  if (there()) return;
  const growth = new ResizeObserver(() => {
    if (!there()) return;
    scrollTo(0, to);
    stop();
  });
  const timer = setTimeout(() => stop(), PATIENCE);
  const given = () => stop();
  stop = () => {
    growth.disconnect();
    clearTimeout(timer);
    OWN.forEach((name) => removeEventListener(name, given));
    stop = () => {};
  };
  growth.observe(document.body);
  OWN.forEach((name) => addEventListener(name, given, { passive: true }));
}

/** Another page: there is nothing to go back to. */
export const forgetScroll = (): void => stop();
