import type { CarryTaken } from '../../shared/contracts/bridge/carry.ts';
import type { ReplyFile } from './take-reply.ts';

/** What is new in all replies together, and which could not be taken. */
export function sumReplies(files: readonly ReplyFile[]): Extract<CarryTaken, { outcome: 'taken' }> {
  const taken = files.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
  const sum = (of: (reply: (typeof taken)[number]) => number): number =>
    taken.reduce((total, reply) => total + of(reply), 0);
  return {
    outcome: 'taken',
    accepted: sum(({ accepted }) => accepted),
    refused: sum(({ refused }) => refused),
    complete: sum(({ complete }) => complete),
    leases: taken.some(({ leases }) => leases),
    reference: taken.some(({ reference }) => reference),
    missing: taken.some(({ missingFrom }) => missingFrom !== null),
    files: taken.length,
    faults: files.flatMap(({ name, outcome }) =>
      outcome.ok ? [] : [{ name, code: outcome.failure.code, facts: { ...outcome.failure.facts } }],
    ),
  };
}
