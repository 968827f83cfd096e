import { lstat, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { WaitingFile } from '../../shared/contracts/bridge/hot-folder.ts';

export type WatchTimes = {
  /** How long a size must rest before a file counts as whole: network scanners pause between pages. */
  readonly restMs: number;
  /** How often it is looked whether the folder is there and files rest. */
  readonly lookEveryMs: number;
  /** A share that does not answer for so long counts as gone. */
  readonly answerWithinMs: number;
};
export const WATCH_TIMES: WatchTimes = { restMs: 2_000, lookEveryMs: 1_000, answerWithinMs: 5_000 };

/** A file as it was last seen. `sinceMs`: for how long it has not moved. */
type Sighting = {
  readonly size: number;
  readonly changedMs: number;
  readonly sinceMs: number;
  readonly whole: boolean;
};

export type FolderWatch = {
  readonly isThere: () => boolean;
  /** Whole files, in the order of their names: scanners number them. */
  readonly files: () => readonly WaitingFile[];
  readonly close: () => Promise<void>;
};

/** What scanners, browsers and office programs call a file that they still write, and what systems put beside files. */
const UNFINISHED =
  /^(?:[.~]|~\$|desktop\.ini$|thumbs\.db$)|\.(?:tmp|temp|part|partial|crdownload|download|lock|filepart)$/i;
const byName = new Intl.Collator('vi', { numeric: true });

/**
 * Watches one folder, not what lies in its subfolders (HF-1), and keeps looking whether it is still the same folder: a
 * stick pulled and put back, a share that comes again, are watched anew (HF-8). `onChange` hears each change of
 * `isThere` or `files`; `onFound` each time that the folder (again) is there.
 */
export function watchFolder(
  folder: string,
  options: {
    readonly polling: boolean;
    readonly times: WatchTimes;
    readonly onFound: () => void;
    readonly onChange: () => void;
  },
): FolderWatch {
  const { times, onChange, onFound } = options;
  const files = new Map<string, Sighting>();
  let watcher: FSWatcher | null = null;
  /** Device and number of the folder that is watched; null while it is gone. */
  let watched: string | null = null;
  let closed = false;

  function start(): FSWatcher {
    const started = watch(folder, {
      depth: 0,
      followSymlinks: false,
      usePolling: options.polling,
      interval: times.lookEveryMs,
      ignored: (path, stats) =>
        path !== folder && (UNFINISHED.test(basename(path)) || (stats !== undefined && !stats.isFile())),
    });
    const drop = (name: string) => {
      const wasWaiting = files.get(name)?.whole === true;
      files.delete(name);
      if (wasWaiting) onChange();
    };
    const see = (path: string) => {
      if (started !== watcher) return;
      drop(basename(path));
      files.set(basename(path), { size: -1, changedMs: 0, sinceMs: performance.now(), whole: false });
    };
    started
      .on('add', see)
      .on('change', see)
      .on('unlink', (path) => {
        if (started === watcher) drop(basename(path));
      })
      // whatever it was, the next look at the folder tells
      .on('error', () => undefined);
    return started;
  }

  /** A file whose size and time have not moved for a while is whole; chokidar's own waiting leaves out what was there before. */
  async function findWhole(): Promise<void> {
    for (const [name, seen] of files) {
      if (seen.whole) continue;
      const now = await lstat(join(folder, name)).catch(() => null);
      if (now === null || files.get(name) !== seen) continue;
      const rests = now.size === seen.size && now.mtimeMs === seen.changedMs;
      const sinceMs = rests ? seen.sinceMs : performance.now();
      const whole = now.isFile() && rests && performance.now() - sinceMs >= times.restMs;
      files.set(name, { size: now.size, changedMs: now.mtimeMs, sinceMs, whole });
      if (whole) onChange();
    }
  }

  async function stop(): Promise<void> {
    const stopping = watcher;
    watcher = null;
    files.clear();
    await stopping?.close();
  }

  /** null when it is gone or does not answer in time. */
  async function look(): Promise<string | null> {
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<null>((resolve) => {
      late = setTimeout(() => resolve(null), times.answerWithinMs);
    });
    const answer = stat(folder).then(
      (found) => (found.isDirectory() ? `${found.dev}:${found.ino}` : null),
      () => null,
    );
    try {
      return await Promise.race([answer, tooLate]);
    } finally {
      clearTimeout(late);
    }
  }

  async function lookAgain(): Promise<void> {
    const found = await look();
    if (closed) return;
    if (found === watched) return findWhole();
    watched = found;
    await stop();
    if (closed) return;
    if (found !== null) {
      watcher = start();
      onFound();
    }
    onChange();
  }

  let looking: Promise<void> = lookAgain();
  let underWay = true;
  void looking.finally(() => {
    underWay = false;
  });
  const again = setInterval(() => {
    // one question at a time: a dead share must not hold every thread of the disk
    if (underWay) return;
    underWay = true;
    looking = lookAgain().finally(() => {
      underWay = false;
    });
  }, times.lookEveryMs);

  return {
    isThere: () => watched !== null,
    files: () =>
      [...files]
        .flatMap(([name, { size, whole }]) => (whole ? [{ name, byteLength: size }] : []))
        .sort((one, other) => byName.compare(one.name, other.name)),
    close: async () => {
      closed = true;
      clearInterval(again);
      await looking;
      await stop();
    },
  };
}
