import { access, constants, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import type { LocalDate } from '../../shared/base/dates.ts';
import type { Sha256 } from '../../shared/base/ids.ts';
import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { FileSettled, HotFolderStatus, TakenFile } from '../../shared/contracts/bridge/hot-folder.ts';
import type { StoredPage } from '../../shared/domain/page/page.ts';
import { readClaimed, unreadable } from './claimed-file.ts';
import { type Claim, KeptClaims, putBack, putToReceived, putToRefused, settleOldClaims } from './claims.ts';
import { claim } from './file-moves.ts';
import { type FolderWatch, WATCH_TIMES, type WatchTimes, watchFolder } from './folder-watch.ts';

export type HotFolderPorts = {
  readonly importFile: (name: string, bytes: Uint8Array) => Promise<Result<readonly StoredPage[], Failure>>;
  /** Are all these pages in a draft or a dossier of this desk? */
  readonly areInUse: (pages: readonly Sha256[]) => Promise<boolean>;
  /** Values kept by main, sealed: the folder chosen, and claims under way. */
  readonly load: (name: string) => Promise<Result<unknown, Failure>>;
  readonly save: (name: string, value: unknown) => Promise<Result<unknown, Failure>>;
  /** Name of this desk among those that watch the same folder. */
  readonly desk: string;
  readonly today: () => LocalDate;
  readonly newId: () => string;
  readonly onChange: (status: HotFolderStatus) => void;
  readonly logDefect: (where: string, defect: unknown) => void;
  readonly largestFileBytes: number;
  readonly times?: Partial<WatchTimes>;
  /** After this long without a word from the window a claim is settled as after a kill. */
  readonly settleWithinMs?: number;
};

export type HotFolder = {
  readonly status: () => HotFolderStatus;
  /** `hot-folder-missing`: no such folder; `hot-folder-not-writable`: files could not be moved out of the way. */
  readonly choose: (folder: string | null, polling: boolean) => Promise<Result<HotFolderStatus, Failure>>;
  /** Takes one waiting file. `hot-folder-file-gone`: another desk, or somebody, was quicker. */
  readonly take: (name: string) => Promise<Result<TakenFile, Failure>>;
  readonly settle: (settled: FileSettled) => Promise<Result<Record<string, never>, Failure>>;
  readonly close: () => Promise<void>;
};

const Chosen = z.object({ folder: z.string().nullable(), polling: z.boolean() });
const CHOSEN = 'hot-folder';
const CLAIMS = 'hot-folder-claims';
/** Not the file's fault: the next try may go well, so it waits again (HF-6). */
const NOT_THE_FILE = new Set([
  'disk-full',
  'disk-error',
  'desk-not-open',
  'hot-folder-file-busy',
  'hot-folder-missing',
]);
/** `\\server\share`: Windows tells of changes there late or never. */
const NETWORK_SHARE = '\\\\';
const SETTLE_WITHIN_MS = 5 * 60_000;

/** The folder that a scanner's own program writes to; see RULES.md. Opens the folder chosen before. */
export async function openHotFolder(ports: HotFolderPorts): Promise<HotFolder> {
  const times = { ...WATCH_TIMES, ...ports.times };
  const desk = ports.desk.replace(/[^\w-]/g, '-') || 'quay';
  const inTurn = oneAtATime();
  let chosen: z.infer<typeof Chosen> = { folder: null, polling: false };
  let kept: KeptClaims = {};
  let watch: FolderWatch | null = null;
  const active = new Map<string, { readonly claim: Claim; readonly late: NodeJS.Timeout | null }>();

  const status = (): HotFolderStatus => ({
    ...chosen,
    state: watch === null ? 'none' : watch.isThere() ? 'watched' : 'missing',
    waiting: [...(watch?.files() ?? [])],
  });
  const tell = () => ports.onChange(status());

  async function keepClaims(change: (claims: KeptClaims) => KeptClaims): Promise<Result<unknown, Failure>> {
    const changed = change(kept);
    const saved = await ports.save(CLAIMS, changed);
    if (saved.ok) kept = changed;
    return saved;
  }
  const forget = (claimId: string) =>
    keepClaims(({ [claimId]: _settled, ...others }) => others).then((saved) => {
      // a claim that stays written down names a file that is no longer there: it does nothing
      if (!saved.ok) ports.logDefect('forget claim', saved.failure.code);
    });

  async function settleOld(): Promise<void> {
    const { folder } = chosen;
    if (folder === null) return;
    try {
      const isActive = (claimId: string) => active.has(claimId);
      await settleOldClaims(folder, desk, { kept, isActive, areInUse: ports.areInUse, today: ports.today });
    } catch (thrown) {
      // the folder went again; it is tried when it is back
      unreadable(thrown, folder);
    }
  }

  function start(): void {
    if (chosen.folder === null) return;
    watch = watchFolder(chosen.folder, {
      polling: chosen.polling,
      times,
      onFound: () => void inTurn(settleOld),
      onChange: tell,
    });
  }

  async function stop(): Promise<void> {
    const stopping = watch;
    watch = null;
    await stopping?.close();
  }

  async function take(name: string): Promise<Result<TakenFile, Failure>> {
    const { folder } = chosen;
    const gone = fail('hot-folder-file-gone', 'officer-decides', { name });
    // only what is in our own list: the window cannot name any other file
    if (folder === null || watch?.files().some((file) => file.name === name) !== true) return gone;
    const claimId = ports.newId();
    try {
      const path = await claim(folder, desk, claimId, name);
      if (path === null) return gone;
      const claimed = { claimId, path, name };
      active.set(claimId, { claim: claimed, late: null });
      const taken = await takeClaimed(folder, claimed);
      if (!taken.ok) active.delete(claimId);
      return taken;
    } catch (thrown) {
      active.delete(claimId);
      return unreadable(thrown, name);
    }
  }

  async function takeClaimed(folder: string, claimed: Claim): Promise<Result<TakenFile, Failure>> {
    const { claimId, name, path } = claimed;
    const read = await readClaimed(path, name, { bytes: ports.largestFileBytes });
    const imported = read.ok ? await ports.importFile(name, read.value) : read;
    const pages = imported.ok ? [...imported.value] : [];
    const noted = imported.ok
      ? await keepClaims((claims) => ({ ...claims, [claimId]: pages.map(({ sha256 }) => sha256) }))
      : imported;
    if (!noted.ok && (imported.ok || NOT_THE_FILE.has(noted.failure.code))) {
      await putBack(folder, claimed);
      return noted;
    }
    const late = setTimeout(() => {
      active.delete(claimId);
      void inTurn(settleOld);
    }, ports.settleWithinMs ?? SETTLE_WITHIN_MS);
    late.unref();
    active.set(claimId, { claim: claimed, late });
    const fault = imported.ok ? null : { code: imported.failure.code, facts: { ...imported.failure.facts } };
    return ok({ claimId, pages, fault });
  }

  async function settle({ claimId, outcome }: FileSettled): Promise<Result<Record<string, never>, Failure>> {
    const found = active.get(claimId);
    // settled before, or by itself: saying it twice changes nothing
    if (found === undefined || chosen.folder === null) return ok({});
    if (found.late !== null) clearTimeout(found.late);
    active.delete(claimId);
    try {
      if (outcome.became === 'pages') await putToReceived(chosen.folder, found.claim, ports.today());
      else if (outcome.became === 'refused') await putToRefused(chosen.folder, found.claim, outcome.sentence);
      else await putBack(chosen.folder, found.claim);
    } catch (thrown) {
      // it stays claimed, and is settled as after a kill when the folder is there again
      return unreadable(thrown, found.claim.name);
    }
    await forget(claimId);
    return ok({});
  }

  async function choose(folder: string | null, polling: boolean): Promise<Result<HotFolderStatus, Failure>> {
    const path = folder === null ? null : resolve(folder);
    if (folder !== null && path !== null) {
      const isFolder = isAbsolute(folder) && (await stat(path).catch(() => null))?.isDirectory() === true;
      if (!isFolder) return fail('hot-folder-missing', 'officer-decides', { folder });
      const writable = await access(path, constants.R_OK | constants.W_OK).then(
        () => true,
        () => false,
      );
      if (!writable) return fail('hot-folder-not-writable', 'officer-decides', { folder });
    }
    const choice = { folder: path, polling: polling || (path?.startsWith(NETWORK_SHARE) ?? false) };
    const saved = await ports.save(CHOSEN, choice);
    if (!saved.ok) return saved;
    await stop();
    chosen = choice;
    start();
    tell();
    return ok(status());
  }

  const loaded = await ports.load(CHOSEN);
  const parsed = Chosen.safeParse(loaded.ok ? loaded.value : null);
  if (parsed.success) chosen = parsed.data;
  const claims = await ports.load(CLAIMS);
  const known = KeptClaims.safeParse(claims.ok ? claims.value : null);
  if (known.success) kept = known.data;
  start();

  return {
    status,
    choose: (folder, polling) => inTurn(() => choose(folder, polling)),
    take: (name) => inTurn(() => take(name)),
    settle: (settled) => inTurn(() => settle(settled)),
    close: async () => {
      await inTurn(stop);
      for (const { late } of active.values()) if (late !== null) clearTimeout(late);
    },
  };
}
