import type { Dexie } from 'dexie';

/**
 * Version 1: the working copy as first shipped.
 * `events` by seq (with the command, to know a retry), `dossiers` as folded, `leases` with the next number,
 * `outbox` = facts the city has not answered, `facts` of the store itself by name,
 * `drafts`, `readings` and `readingJobs` beside the log.
 */
export function addVersion1(database: Dexie): void {
  database.version(1).stores({
    events: 'seq, command',
    dossiers: 'dossierId, code, status, receivedAt',
    leases: 'lease.leaseId',
    officers: 'officerId',
    outbox: 'seq, dossierId',
    marks: 'name',
    drafts: 'draftId, updatedAt',
    readings: 'sha256',
    readingJobs: 'sha256, added',
  });
}
