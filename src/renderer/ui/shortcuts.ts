import { useHotkeys } from '@mantine/hooks';

/** Every shortcut of the desk as it is shown; the same text is what the keyboard listens to. F1 stays the system's help. */
export const shortcuts = {
  home: 'Alt H',
  intake: 'F2',
  dossiers: 'F3',
  signOff: 'F4',
  line: 'F8',
  day: 'Alt D',
  conflicts: 'Alt G',
  keepDesk: 'Alt 1',
  acceptCity: 'Alt 2',
  find: 'Ctrl K',
  scan: 'F7',
  scanSettings: 'Shift F7',
  takeWaiting: 'F9',
  leave: 'Ctrl S',
  main: 'Ctrl Enter',
  undo: 'Ctrl Z',
  returnIt: 'Alt R',
  delegation: 'Ctrl U',
  readCard: 'Alt T',
  files: 'Ctrl O',
  camera: 'F6',
  shoot: 'Space',
  rotate: 'R',
  remove: 'Del',
  move: 'M',
  hide: 'H',
  trim: 'C',
  sort: 'Alt S',
  earlier: 'Ctrl ←',
  later: 'Ctrl →',
  accept: 'Enter',
  acceptAnyway: 'Alt Enter',
  nextDoubtful: 'Tab',
  skip: 'Esc',
  procedure: 'Alt 1',
  applicant: 'Alt 2',
  papers: 'Alt 3',
  fields: 'Alt 4',
  fees: 'Alt 5',
  print: 'Enter',
  next: 'F2',
} as const;

export type ShortcutName = keyof typeof shortcuts;

const listenedAs = (shown: string): string =>
  shown.replace('←', 'ArrowLeft').replace('→', 'ArrowRight').replaceAll(' ', '+').toLowerCase();

/** A dialog on top owns the keyboard; what lies beneath must not act. */
function coveredByDialog(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

type Where = {
  readonly enabled?: boolean;
  /** Listens while a dialog is open (it belongs to that dialog). */
  readonly inDialog?: boolean;
};

/**
 * Runs `act` on the shortcut. A single letter or Enter is left to the field while one types, Enter and Space to a button;
 * everything with a modifier or a function key works everywhere. `false` from `act`: not for me, the key does what it always does.
 */
export function useShortcut(name: ShortcutName, act: () => unknown, where: Where = {}): void {
  const shown = shortcuts[name];
  const pressing = /^(?:Enter|Space)$/.test(shown);
  const typed = pressing || /^[A-Z]$/.test(shown);
  useHotkeys(
    [
      [
        listenedAs(shown),
        (event) => {
          if (where.enabled === false || (coveredByDialog() && where.inDialog !== true)) return;
          if (act() !== false) event.preventDefault();
        },
        { preventDefault: false },
      ],
    ],
    typed ? ['INPUT', 'TEXTAREA', 'SELECT', ...(pressing ? ['BUTTON'] : [])] : [],
    true,
  );
}
