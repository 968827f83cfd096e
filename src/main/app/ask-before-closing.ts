/**
 * Holds a window's first closing until the window said that it has kept everything, or until `limitMs` are over; a second
 * press in between changes nothing. When it has closed, the desk ends as after any last window, also where the closing
 * began with the whole desk's end.
 */
export function askBeforeClosing(parts: {
  /** Tells the window; it answers by `mayClose`. */
  readonly ask: () => void;
  /** Closes the window for good. */
  readonly close: () => void;
  readonly limitMs: number;
}) {
  let standing: 'open' | 'asked' | 'may-close' = 'open';
  let late: NodeJS.Timeout | undefined;
  const mayClose = (): void => {
    if (standing !== 'asked') return;
    standing = 'may-close';
    clearTimeout(late);
    parts.close();
  };
  return {
    mayClose,
    /**
     * Windows is about to end (log-off, restart): the window begins to keep at once and nothing is held, for whoever
     * holds it stops everybody's log-off. Between this and the end Windows asks every other program.
     */
    onSessionEnding: parts.ask,
    onClose: (event: { readonly preventDefault: () => void }): void => {
      if (standing === 'may-close') return;
      event.preventDefault();
      if (standing === 'asked') return;
      standing = 'asked';
      late = setTimeout(mayClose, parts.limitMs);
      parts.ask();
    },
    gone: (): void => clearTimeout(late),
  };
}
