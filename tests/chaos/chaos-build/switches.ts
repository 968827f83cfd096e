/**
 * Protections that can be turned off in the chaos build, each by an exact piece of source that is put in another's place.
 * The product knows nothing of it. A piece that no longer stands exactly once in its file stops the build.
 */
export type Switch = {
  readonly name: SwitchName;
  readonly file: string;
  readonly find: string;
  readonly put: string;
};
export type SwitchName =
  | 'fsync'
  | 'strict'
  | 'idempotency-key'
  | 'state-before-send'
  | 'head-check'
  /** No protection: with big segments off a log begins a new one every few records, as it does every few months. */
  | 'big-segments';

const off = (name: SwitchName): string => `chaosOff('${name}')`;

export const SWITCHES: readonly Switch[] = [
  {
    name: 'fsync',
    file: 'src/main/journal/sealed-log.ts',
    find: 'if (flushed) await handle.datasync();',
    put: `if (flushed && !${off('fsync')}) await handle.datasync();`,
  },
  // The flush of the room reserved ahead would carry the first records of each reservation to the disk as well.
  {
    name: 'fsync',
    file: 'src/main/journal/sealed-log.ts',
    find: 'const wanted = Math.min(RESERVED_BYTES, segmentBytes - length);',
    put: `const wanted = ${off('fsync')} ? 0 : Math.min(RESERVED_BYTES, segmentBytes - length);`,
  },
  {
    name: 'strict',
    file: 'src/renderer/storage/desk-database.ts',
    find: "chromeTransactionDurability: 'strict'",
    put: `chromeTransactionDurability: ${off('strict')} ? 'relaxed' : 'strict'`,
  },
  // The draft's id is the command's and the dossier's: without it every press is a new order.
  {
    name: 'idempotency-key',
    file: 'src/renderer/actions/dossier-actions.ts',
    find: 'const commandId = CommandId.parse(draft.draftId);',
    put: `const commandId = CommandId.parse(${off('idempotency-key')} ? surroundings.newId() : draft.draftId);`,
  },
  {
    name: 'idempotency-key',
    file: 'src/renderer/actions/dossier-actions.ts',
    find: 'DossierId.parse(draft.draftId)',
    put: `DossierId.parse(${off('idempotency-key')} ? surroundings.newId() : draft.draftId)`,
  },
  // The answer leaves first, the record is written seconds later; until then it is read from memory.
  {
    name: 'state-before-send',
    file: 'src/main/journal/sealed-log.ts',
    find: 'await file.writeAll(handle, record, length);',
    put: `if (${off('state-before-send')}) chaosHold(handle.fd, record, length); else await file.writeAll(handle, record, length);`,
  },
  {
    name: 'state-before-send',
    file: 'src/main/journal/sealed-log.ts',
    find: 'const frame = frameAt(bytes.subarray(0, bytesRead), 0);',
    put: 'const frame = frameAt(chaosHeld(handle.fd, place.offset) ?? bytes.subarray(0, bytesRead), 0);',
  },
  {
    name: 'head-check',
    file: 'src/main/journal/journal.ts',
    find: 'if (order.expectedHead.seq !== head.seq || order.expectedHead.hash !== head.hash) {',
    put: `if (!${off('head-check')} && (order.expectedHead.seq !== head.seq || order.expectedHead.hash !== head.hash)) {`,
  },
  {
    name: 'big-segments',
    file: 'src/main/journal/open-journal.ts',
    find: 'segmentBytes: options.segmentBytes ?? EIGHT_MIB,',
    put: `segmentBytes: ${off('big-segments')} ? 4_096 : (options.segmentBytes ?? EIGHT_MIB),`,
  },
  {
    name: 'big-segments',
    file: 'src/main/journal/city-log.ts',
    find: 'segmentBytes: options.segmentBytes ?? EIGHT_MIB,',
    put: `segmentBytes: ${off('big-segments')} ? 4_096 : (options.segmentBytes ?? EIGHT_MIB),`,
  },
];
