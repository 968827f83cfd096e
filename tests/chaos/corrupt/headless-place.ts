import { v7 } from 'uuid';
import { createDeskDoor, type DeskDoor } from '../../../src/main/bridge/desk-door.ts';
import { type OpenDesk, openDesk } from '../../../src/main/bridge/open-desk.ts';
import { openParts } from '../../../src/main/bridge/open-parts.ts';
import { prepareRestore } from '../../../src/main/bridge/restore-desk.ts';
import { Instant } from '../../../src/shared/base/dates.ts';
import type { Failure, Result } from '../../../src/shared/base/result.ts';
import type { Notice } from '../../../src/shared/contracts/bridge/notices.ts';
import type { StartReport } from '../../../src/shared/contracts/bridge/start-report.ts';
import { carryOut } from '../headless-desk/carry-out.ts';
import { followScreen } from '../headless-desk/follow-screen.ts';
import type { Printed, Who } from '../headless-desk/orders.ts';

const keyKeeper = {
  isAvailable: async () => true,
  encrypt: async (bytes: Uint8Array) => bytes,
  decrypt: async (sealed: Uint8Array) => sealed,
};

export function must<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.facts ?? {})}`);
  return result.value;
}

/** Waits for what the desk does in its own time; gives whether it came. */
export async function comes(holds: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if (await holds()) return true;
    await new Promise((soon) => setTimeout(soon, 40));
  }
  return false;
}

export type DeskAtWork = {
  readonly desk: OpenDesk;
  readonly report: StartReport;
  /** Codes of everything that was told at start and since. */
  readonly told: () => readonly string[];
  readonly signIn: (who: Who) => Promise<Result<unknown, Failure>>;
  readonly receive: (citizen: number) => Promise<Result<Printed, Failure>>;
  readonly close: () => Promise<void>;
};

/** Opens a desk in this process, without a window, on `profile`; it enrols itself at the city where it is new. */
export async function openDeskAt(profile: string, city: { url: string; code: string }): Promise<DeskAtWork> {
  const heard: string[] = [];
  const tell = (notice: Notice): void => {
    if (notice.type === 'found') heard.push(notice.notice.code);
  };
  const log = { tell: () => undefined, defect: () => undefined };
  const door: DeskDoor = createDeskDoor({
    version: 'headless',
    standIn: true,
    practice: true,
    practiceCity: city,
    openParts: () =>
      openParts({ profile, keyKeeper, now: () => Instant.parse(new Date().toISOString()), newId: v7 }),
    openDesk: (parts) => openDesk(parts, log, tell),
    prepareRestore: ({ folder, recoveryCode }, passphrase) =>
      prepareRestore({ profile, keyKeeper, passphrase, dir: folder, recoveryCode }),
    newId: v7,
  });
  const report = must(await door.start());
  const desk = door.desk();
  if (desk === null) throw new Error('the desk did not open');
  const screen = await followScreen(desk.parts, () => undefined);
  const place = {
    desk,
    door,
    screen,
    findings: [],
    cityUrl: city.url,
    enrolCode: city.code,
    setClock: () => undefined,
  };
  return {
    desk,
    report,
    told: () => [...report.notices.map(({ code }) => code), ...heard],
    signIn: (who) => carryOut(place, { do: 'sign-in', who }),
    receive: async (citizen) => {
      const dossierId = v7();
      const pages = [{ name: `page of ${citizen}`, byteLength: 4000 }];
      const intake = { citizen, version: 1, procedure: '1.004194', pages };
      const made = await carryOut(place, { do: 'receive', intake, commandId: dossierId, dossierId });
      return made as Result<Printed, Failure>; // what a receive answers
    },
    close: desk.close,
  };
}
