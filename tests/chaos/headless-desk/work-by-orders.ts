import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 } from 'uuid';
import { createDeskDoor } from '../../../src/main/bridge/desk-door.ts';
import { type OpenDesk, openDesk } from '../../../src/main/bridge/open-desk.ts';
import { openParts } from '../../../src/main/bridge/open-parts.ts';
import { Instant } from '../../../src/shared/base/dates.ts';
import { fail } from '../../../src/shared/base/result.ts';
import { carryOut } from './carry-out.ts';
import { followScreen } from './follow-screen.ts';
import type { AnswerLine, AskedLine, SaidLine } from './orders.ts';

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const write = (line: AnswerLine | SaidLine): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/**
 * Opens the desk as main does, door and all, and does what it is told until `close` or the end of its driver. A keyring
 * that keeps the key as it is stands for the PC's own.
 */
export async function workByOrders(options: {
  readonly profile: string;
  readonly cityUrl: string;
  readonly enrolCode: string;
  readonly setClock: (offsetMs: number) => void;
}): Promise<void> {
  const { profile, cityUrl, enrolCode } = options;
  const note = (what: string, facts: unknown): void =>
    appendFileSync(join(profile, 'desk.log'), `${what} ${JSON.stringify(facts ?? {})}\n`);
  const log = {
    tell: (what: string, facts?: unknown) => note(what, facts),
    defect: (where: string, defect: unknown) =>
      note(`defect ${where}`, defect instanceof Error ? defect.stack : String(defect)),
  };
  /** Set for a profile that was made on a PC without a keyring. */
  const passphrase = process.env.DESK_PASSPHRASE;
  let grew = (): void => undefined;
  let opened: OpenDesk | null = null;
  const door = createDeskDoor({
    version: 'headless',
    standIn: true,
    practice: true,
    practiceCity: { url: cityUrl, code: enrolCode },
    openParts: (typed) =>
      openParts({
        profile,
        keyKeeper: {
          isAvailable: async () => passphrase === undefined,
          encrypt: async (bytes) => bytes,
          decrypt: async (sealed) => sealed,
        },
        ...(typed === undefined ? {} : { passphrase: typed }),
        now: () => Instant.parse(new Date().toISOString()),
        newId: () => v7(),
      }),
    prepareRestore: async () => fail('backup-away', 'officer-decides'),
    openDesk: async (parts) => {
      opened = await openDesk(parts, log, (notice) => {
        if (notice.type === 'journal-grew' || notice.type === 'city-stream-grew') grew();
      });
      return opened;
    },
    newId: () => v7(),
  });

  const started = passphrase === undefined ? await door.start() : await door.unlock(passphrase);
  // Assigned inside the door, which the compiler cannot see.
  const desk = opened as OpenDesk | null;
  if (!started.ok || desk === null) {
    write({ say: 'not-open', code: started.ok ? started.value.status : started.failure.code });
    process.exitCode = 1;
    return;
  }
  const screen = await followScreen(desk.parts, (dossierId) => write({ say: 'city-has', dossierId }));
  grew = screen.look;
  const findings = started.value.notices.map(({ code }) => code);
  write({
    say: 'open',
    status: started.value.status,
    deskId: started.value.desk?.deskId ?? null,
    findings,
  });

  const lines = createInterface({ input: process.stdin });
  lines.on('line', (text) => {
    const { id, order }: AskedLine = JSON.parse(text);
    void carryOut({ desk, door, screen, findings, ...options }, order)
      .catch((defect: unknown) => {
        log.defect(order.do, defect);
        return fail('defect', 'call-support', { what: defect instanceof Error ? defect.message : 'unknown' });
      })
      .then((answer) => {
        write({ id, answer });
        // Everything is closed; what still runs (an upload's socket) is not waited for.
        if (order.do === 'close') process.exit(0);
      });
  });
  // The driver is gone: nobody would end this desk.
  lines.on('close', () => process.exit(0));
}
