import { basename } from 'node:path';
import type { Dialog } from 'electron';
import { z } from 'zod';
import { canonicalJson } from '../../shared/base/canonical-json.ts';
import { Instant } from '../../shared/base/dates.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { CarryOverview, CarryTaken, CarryWritten } from '../../shared/contracts/bridge/carry.ts';
import type { Notice } from '../../shared/contracts/bridge/notices.ts';
import { type CarryKey, carryKeyFrom } from '../carry/carry-keys.ts';
import type { FindDrives } from '../carry/drives/drive.ts';
import { findByDriveId, nameDrive } from '../carry/drives/drive-names.ts';
import { sumReplies } from '../carry/sum-replies.ts';
import { takeReplies } from '../carry/take-reply.ts';
import { writeUnsent } from '../carry/write-unsent.ts';
import type { CarriedSide } from '../city/carried-side.ts';
import { isSaidByCity } from '../city/signed-words.ts';
import { verifyBytes } from '../signing/ed25519.ts';
import { askFolder } from './ask-folder.ts';
import type { DeskDoor } from './desk-door.ts';
import type { OpenDesk } from './open-desk.ts';

type Place = { readonly driveId: string | null };

/** Carrying by hand, as its channels see it. One thing at a time. */
export type CarryDoor = {
  readonly overview: () => Promise<Result<CarryOverview, Failure>>;
  readonly write: (place: Place) => Promise<Result<CarryWritten, Failure>>;
  readonly take: (place: Place) => Promise<Result<CarryTaken, Failure>>;
  /** Stops what is under way; its own call answers `cancelled`. */
  readonly cancel: () => Result<Record<string, never>, Failure>;
  readonly close: () => Promise<void>;
};

const NAME = 'carry-last';
const Last = z.object({
  madeAt: Instant,
  dossiers: z.int(),
  headSeq: z.int(),
  files: z.array(z.string()),
});

export function createCarryDoor(parts: {
  readonly door: DeskDoor;
  readonly dialog: Pick<Dialog, 'showOpenDialog'>;
  readonly findDrives: FindDrives;
  readonly tell: (notice: Notice) => void;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly log: (what: string, facts?: Readonly<Record<string, string | number>>) => void;
}): CarryDoor {
  let running: { readonly stop: AbortController; readonly ended: Promise<unknown> } | null = null;

  /** The drive, or the folder that the officer names; null when the officer thought better of it. */
  async function folderOf({ driveId }: Place): Promise<Result<string | null, Failure>> {
    if (driveId === null) return ok(await askFolder(parts.dialog));
    const drive = findByDriveId(await parts.findDrives(), driveId);
    return drive === undefined ? fail('carry-stick-gone', 'officer-decides') : ok(drive.path);
  }

  type AtWork = { readonly desk: OpenDesk; readonly side: CarriedSide; readonly deskKey: CarryKey };

  /** An officer is signed in, the desk is enrolled and its line has read its logs. */
  function atWork(): Result<AtWork, Failure> {
    const desk = parts.door.desk();
    if (desk === null) return fail('desk-not-open', 'call-support');
    if (desk.facts.state().signedIn === null) return fail('not-signed-in', 'officer-decides');
    const line = desk.line();
    if (line === null) {
      // A desk that was put back from a copy does not know yet how far the city is: it carries nothing before.
      const asking = desk.findings().some(({ code }) => code === 'desk-must-ask-city');
      return asking
        ? fail('desk-must-ask-city', 'retry-later')
        : fail('desk-not-enrolled', 'officer-decides');
    }
    const side = line.carried();
    if (side === null) return fail('carry-too-early', 'retry-later');
    return ok({ desk, side, deskKey: carryKeyFrom(desk.parts.masterKey.derive('carry')) });
  }

  async function alone<T extends { readonly outcome: string }>(
    place: Place,
    work: (at: AtWork, folder: string, signal: AbortSignal) => Promise<Result<T, Failure>>,
  ): Promise<Result<T | { outcome: 'not-chosen' | 'cancelled' }, Failure>> {
    if (running !== null) return fail('carry-busy', 'retry-later');
    const at = atWork();
    if (!at.ok) return at;
    const stop = new AbortController();
    const ended = (async () => {
      const folder = await folderOf(place);
      if (!folder.ok) return folder;
      if (folder.value === null) return ok({ outcome: 'not-chosen' as const });
      const done = await work(at.value, folder.value, stop.signal);
      if (!done.ok && done.failure.code === 'carry-cancelled') return ok({ outcome: 'cancelled' as const });
      return done;
    })();
    running = { stop, ended };
    try {
      return await ended;
    } finally {
      running = null;
    }
  }

  /** A notice for each thousandth, not for each page. */
  function teller(): (progress: { doneBytes: number; totalBytes: number }) => void {
    let told = -1;
    return ({ doneBytes, totalBytes }) => {
      const step = Math.floor((doneBytes / Math.max(1, totalBytes)) * 1000);
      if (step === told) return;
      told = step;
      parts.tell({ type: 'carry-progress', doneBytes, totalBytes });
    };
  }

  async function write({ desk, side, deskKey }: AtWork, folder: string, signal: AbortSignal) {
    const { signer, pages, sealedFiles } = desk.parts;
    const { desk: enrolled } = desk.facts.state();
    if (enrolled === null) return fail('desk-not-enrolled', 'officer-decides');
    const { seq: headSeq } = desk.parts.journal.head();
    const written = await writeUnsent(
      {
        deskId: enrolled.deskId,
        sign: (body) => ({ body, keyId: '', signature: signer.sign(Buffer.from(canonicalJson(body))) }),
        replyKey: deskKey.publicKey,
        unsent: side.unsent,
        events: side.events,
        readPage: async (sha256) => {
          const page = await pages.readAll(sha256);
          return page.ok ? page.value.bytes : null;
        },
        now: parts.now,
        newId: parts.newId,
      },
      { folder, signal, onProgress: teller() },
    );
    if (!written.ok) {
      parts.log('carry-not-written', { code: written.failure.code });
      return written;
    }
    const { madeAt, dossiers, files, events, pages: pagesWritten, leftOut, unreadable } = written.value;
    const last: z.input<typeof Last> = { madeAt, dossiers, headSeq, files: files.map(({ name }) => name) };
    const kept = await sealedFiles.save(NAME, last);
    // Only a reminder on the screen: the files on the stick are whole without it.
    if (!kept.ok) parts.log('carry-last-not-kept', { code: kept.failure.code });
    parts.log('carry-written', { events, pages: pagesWritten, files: files.length });
    const facts = { files: [...files], dossiers, events, pages: pagesWritten, leftOut, unreadable };
    return ok({ outcome: 'written' as const, place: basename(folder) || folder, ...facts });
  }

  async function take({ desk, side, deskKey }: AtWork, folder: string, signal: AbortSignal) {
    const { desk: enrolled } = desk.facts.state();
    if (enrolled === null) return fail('desk-not-enrolled', 'officer-decides');
    const taken = await takeReplies(
      {
        deskId: enrolled.deskId,
        replyKey: deskKey,
        isSaidByCity: (statement) => isSaidByCity(statement, side.cityPublicKey, verifyBytes),
        ...side,
      },
      { folder, signal },
    );
    if (!taken.ok) return taken;
    parts.log('carry-taken', { files: taken.value.length });
    return ok(sumReplies(taken.value));
  }

  return {
    overview: async () => {
      const desk = parts.door.desk();
      if (desk === null) return fail('desk-not-open', 'call-support');
      const named = await Promise.all((await parts.findDrives()).map(nameDrive));
      const drives = named.filter((drive) => drive !== null);
      const loaded = await desk.parts.sealedFiles.load(NAME);
      const last = Last.safeParse(loaded.ok ? loaded.value : null);
      if (!last.success) return ok({ drives, last: null });
      const { madeAt, dossiers, files, headSeq } = last.data;
      const answered = desk.parts.cityLog.nextUnansweredSeq() > headSeq;
      return ok({ drives, last: { madeAt, dossiers, files, answered } });
    },
    write: (place) => alone(place, write),
    take: (place) => alone(place, take),
    cancel: () => {
      running?.stop.abort();
      return ok({});
    },
    close: async () => {
      running?.stop.abort();
      await running?.ended.catch(() => undefined);
    },
  };
}
