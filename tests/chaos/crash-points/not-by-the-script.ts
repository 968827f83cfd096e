import type { PointName } from '../chaos-build/insert-points.ts';

/** Awaits of one file that no script passes, and where each is exercised instead. */
type Unpassed = {
  /** Below `src`. */
  readonly file: string;
  /** What is awaited, as a point is named, without its line; one word a place, as often as it stands there. */
  readonly awaits: readonly string[];
  readonly why: string;
};

const FULL_DISK = 'only when a disk refuses: chaos disk-full';
const RESTORED =
  'only on a desk put back from its copy: tests/main/bridge/restore-desk.test.ts, twin-desk.test.ts';
const REFUSED_BLOCK = 'the city lends a block that is not to be used: tests/main/city/lease-keeping.test.ts';

/**
 * What a desk passes only when a disk refuses, a reply breaks in the middle, or something happens that no day at a
 * counter has. A point that is neither passed nor stands here fails a wide run.
 */
export const UNPASSED: readonly Unpassed[] = [
  {
    file: 'main/journal/sealed-log.ts',
    awaits: ['takeBack', 'takeBack', 'handle.truncate', 'handle.sync'],
    why: `a record or its room is taken back, ${FULL_DISK}; tests/main/journal/disk-full.test.ts`,
  },
  {
    file: 'main/journal/sealed-log.ts',
    awaits: ['(awaithandleOf(segment)).datasync', 'handleOf'],
    why: 'a long log copied over two segments: where the first dossiers made enough of it, start-disk-hurt passes it',
  },
  {
    file: 'main/journal/sealed-log.ts',
    awaits: ['witness().catch'],
    why: 'every 64th record, more than the watched profile has: the later turns of a long run pass it',
  },
  {
    file: 'main/journal/journal.ts',
    awaits: ['log.readRecord'],
    why: 'a command sent to main twice, its first reply lost within the PC: tests/main/journal/append.test.ts',
  },
  {
    file: 'main/journal/city-log.ts',
    awaits: ['log.append'],
    why: 'a city log damaged in the middle: chaos corrupt, tests/main/journal/city-log.test.ts',
  },
  {
    file: 'main/page-store/content-store.ts',
    awaits: ['rm', 'rm(path,{force:true}).catch'],
    why: `a page of no bytes (tests/main/page-store/page-store.test.ts); ${FULL_DISK}`,
  },
  {
    file: 'main/page-store/stored-file.ts',
    awaits: ['handle.close'],
    why: 'a page whose file is damaged: chaos corrupt',
  },
  {
    file: 'main/sealed-files/sealed-files.ts',
    awaits: ['rm'],
    why: 'what a cut within a write left is swept: chaos kill; tests/main/sealed-files/sealed-files.test.ts',
  },
  { file: 'main/disk/durable-writes.ts', awaits: ['rm'], why: FULL_DISK },
  {
    file: 'main/backup/backup.ts',
    awaits: ['readDescription', 'closeCopy().catch'],
    why: 'a round that failed, the share away or full: tests/main/backup/backup.test.ts',
  },
  {
    file: 'main/backup/follow-pages.ts',
    awaits: ['copyPage', 'copyPage'],
    why: 'five pages a minute are read again: chaos corrupt, tests/main/backup/backup.test.ts',
  },
  {
    file: 'main/bridge/fact-keeper.ts',
    awaits: ['journal.take', 'journal.read', 'takeIn', 'append'],
    why: RESTORED,
  },
  {
    file: 'main/city/ask-own-events.ts',
    awaits: ['route.renew', 'session.checkHealth', 'authorized'],
    why: RESTORED,
  },
  {
    file: 'main/city/authorized-request.ts',
    awaits: ['session.token'],
    why: 'the city no longer knows the token: chaos restore',
  },
  {
    file: 'main/city/city-request.ts',
    awaits: ['codeBody', 'ask'],
    why: 'a dossier too thick for one message (where the citizen brings so much), a city without the dictionary: tests/main/city/facts-first.test.ts',
  },
  {
    file: 'main/city/request-coding.ts',
    awaits: ['gzipAsync'],
    why: 'a city without the dictionary: tests/main/city/facts-first.test.ts',
  },
  {
    file: 'main/city/city-silence.ts',
    awaits: ['parts.askPages'],
    why: 'a city that stays silent for minutes: tests/main/city/city-silence.test.ts',
  },
  {
    file: 'main/city/feed-following.ts',
    awaits: ['pause.wait', 'pause.wait'],
    why: 'an empty poll, which the city lets wait longer than the script, and a city that never agrees with itself: chaos proxy and clock, tests/main/city/feed-following.test.ts',
  },
  {
    file: 'main/city/exchange.ts',
    awaits: ['Promise.any'],
    why: 'a kept connection that says nothing for seconds: tests/main/city/after-sleep.test.ts, slow-answers.test.ts',
  },
  {
    file: 'main/city/line.ts',
    awaits: ['pause.wait'],
    why: 'a log that does not read while the line finds its place: tests/main/city/finding-its-place.test.ts',
  },
  {
    file: 'main/city/lease-keeping.ts',
    awaits: ['keepRefusedLeases', 'tellRefused', 'forget'],
    why: REFUSED_BLOCK,
  },
  {
    file: 'main/city/refused-leases.ts',
    awaits: ['loadRefusedLeases', 'store.save'],
    why: REFUSED_BLOCK,
  },
  {
    file: 'main/city/route.ts',
    awaits: ['parts.resolveProxy(parts.cityUrl).catch'],
    why: 'a city that is not on this PC, behind the PC’s proxy: tests/main/city/honest-line.test.ts',
  },
  {
    file: 'main/city/session.ts',
    awaits: ['askHealth'],
    why: 'a certificate of another time: tests/main/city/honest-line.test.ts; chaos proxy over TLS',
  },
  {
    file: 'renderer/sync/bring-copy-up-to-date.ts',
    awaits: ['store.loadState'],
    why: 'the journal has lost its end: chaos power; tests/renderer/sync/bring-copy-up-to-date.browser.test.ts',
  },
  {
    file: 'renderer/sync/restore-drafts.ts',
    awaits: ['bridge.call'],
    why: 'a draft of a received dossier that main still has: tests/renderer/sync/bring-copy-up-to-date.browser.test.ts',
  },
  {
    file: 'renderer/storage/save-changes.ts',
    awaits: ['database.marks.put'],
    why: 'the day’s closing: tests/renderer/storage/desk-store-contract.ts [DAY-1]',
  },
  {
    file: 'renderer/storage/migrations/version-3.ts',
    awaits: ["transaction.table('readingJobs').toArray", "transaction.table('pageReadingJobs').bulkPut"],
    why: 'a profile of an older program: chaos upgrade; tests/renderer/storage/migrations/version-3.browser.test.ts',
  },
  {
    file: 'renderer/storage/reading-jobs.ts',
    awaits: ['Promise.all', "database.pageReadingJobs.where('key').equals(pictu"],
    why: 'the archival PDF, a page that cannot be read: tests/renderer/storage/reading-jobs.browser.test.ts',
  },
  {
    file: 'renderer/actions/digitised-paper.ts',
    awaits: ['findReading'],
    why: 'the archival PDF: tests/renderer/actions/digitised-paper.browser.test.ts',
  },
  {
    file: 'renderer/actions/backup.ts',
    awaits: ['bridge.call', 'parts.begin'],
    why: RESTORED,
  },
  {
    file: 'renderer/actions/carry.ts',
    awaits: ['bridge.call'],
    why: 'writing a stick is broken off: tests/main/bridge/carry-door.test.ts',
  },
  {
    file: 'renderer/actions/commit.ts',
    awaits: ['catchUp().catch', 'catchUp().catch'],
    why: 'the copy does not take a fact, the head moved on meanwhile: tests/renderer/actions/commit.browser.test.ts',
  },
  {
    file: 'renderer/actions/dossier-actions.ts',
    awaits: ['store.saveDraft'],
    why: 'written in after a press whose reply was lost: tests/renderer/actions/dossier-actions.browser.test.ts',
  },
  {
    file: 'renderer/actions/hot-folder.ts',
    awaits: ['bridge.call', 'bridge.call', 'keep'],
    why: 'a watched folder: tests/journeys/hot-folder.journey.ts',
  },
  {
    file: 'renderer/actions/scan-pages.ts',
    awaits: ['bridge.call', 'bridge.call'],
    why: 'a scanner: tests/journeys/network-scanner.journey.ts, paper-stack.journey.ts',
  },
  {
    file: 'renderer/actions/session-actions.ts',
    awaits: ['parts.begin', 'bridge.call', 'bridge.call'],
    why: 'a PC without a keyring: tests/journeys/passphrase.journey.ts; enrolment by hand: main’s part is every first day’s',
  },
];

/** `src/main/disk/durable-writes.ts:56 rm (2) done` → file and what is awaited. */
function placeOf(point: PointName): { readonly place: string; readonly awaited: string } {
  const { file = '', awaited = '' } =
    /^src\/(?<file>[^:]+):\d+ (?<awaited>.+?)(?: \(\d+\))?(?: done)?$/.exec(point)?.groups ?? {};
  return { place: file, awaited };
}

/**
 * Parts the points that were not passed: `listed` stand above with their reason, `left` do not. An await that stands
 * there once covers one place in its file, before and behind it; a second place of the same name is left.
 */
export function partUnpassed(points: readonly PointName[]): {
  readonly listed: readonly PointName[];
  readonly left: readonly PointName[];
} {
  const room = new Map<string, number>();
  for (const { file, awaits } of UNPASSED)
    for (const awaited of awaits) room.set(`${file} ${awaited}`, (room.get(`${file} ${awaited}`) ?? 0) + 1);
  const covered = new Set<string>();
  const listed = points.filter((point) => {
    const { place, awaited } = placeOf(point);
    const exact = point.replace(/ done$/, '');
    const key = `${place} ${awaited}`;
    if (covered.has(exact)) return true;
    const left = room.get(key) ?? 0;
    if (left === 0) return false;
    room.set(key, left - 1);
    covered.add(exact);
    return true;
  });
  const stands = new Set(listed);
  return { listed, left: points.filter((point) => !stands.has(point)) };
}
