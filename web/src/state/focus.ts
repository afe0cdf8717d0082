/** The content, for whoever goes by keyboard or by ear. */
export const focusMain = (): void => document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });

/** After what was pressed may have gone: the focus goes to what it came from, or to the content, and not to nothing. */
export function keepFocus(from: () => HTMLElement | null | undefined = () => null): void {
  // By then the address has been followed and the page is drawn.
  setTimeout(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const back = from();
    if (back?.isConnected) back.focus();
    else focusMain();
  });
}
