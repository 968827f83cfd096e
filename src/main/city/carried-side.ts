import type { z } from 'zod';
import type { Sha256 } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { CityEvent } from '../../shared/contracts/city/events.ts';
import type { LeaseReply, LeaseRequest } from '../../shared/contracts/city/leases.ts';
import { ReferenceData } from '../../shared/contracts/city/reference.ts';
import type { SignedStatement } from '../../shared/contracts/city/signed-statement.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import { dossierOf } from '../../shared/domain/desk-log/dossier-of.ts';
import { believedVerdicts, believedWords, type FeedMessage, type VerdictMessage } from './believed-words.ts';
import type { LeaseKeeping } from './lease-keeping.ts';
import type { Answer } from './line-fault.ts';
import type { Outstanding, PageToSend } from './outstanding.ts';
import type { LinePorts } from './ports.ts';
import type { ReferenceCopy } from './reference-copy.ts';

/** Where the line stands, for a file that is carried by hand. */
export type Unsent = {
  readonly verdictSeq: number;
  readonly headSeq: number;
  readonly feedCursor: number;
  readonly referenceVersion: number;
  /** By due date; a page of two dossiers stands with both. */
  readonly dossiers: readonly { readonly pages: readonly PageToSend[] }[];
  /** Durable: asked again with the same id, by hand or by the line, it is lent once. */
  readonly leaseRequest: LeaseRequest | null;
  /** The city's key for carried files; null while the reference data is from before there was one. */
  readonly carryKey: string | null;
};

/** `dossierId` null for what is about no dossier. */
export type TakenVerdict = { readonly dossierId: string | null; readonly accepted: boolean };

/**
 * The line's place, and the ways in for what the city answers, however it comes: every statement passes the same checks
 * as if the line had brought it. Statements are as they came (signatures are over that), parsed before.
 */
export type CarriedSide = {
  /** Whose words are believed. */
  readonly cityPublicKey: string;
  readonly unsent: () => Promise<Unsent>;
  /** Events after `afterSeq`, as they are to be sent. */
  readonly events: (afterSeq: number, limit: number) => Promise<Result<readonly DeskEvent[], Failure>>;
  /** In order. Those that the line knows are passed over, those behind a gap are left; what is given back is durable. */
  readonly takeVerdicts: (
    statements: readonly VerdictMessage['statement'][],
  ) => Promise<Result<readonly TakenVerdict[], Failure>>;
  readonly takeWords: (
    statements: readonly FeedMessage['statement'][],
  ) => Promise<Result<readonly CityEvent[], Failure>>;
  readonly takeLeases: (statement: z.infer<typeof LeaseReply>) => Promise<Result<null, Failure>>;
  /** `true` when it brought a new version; one that only renews credentials is kept silently, an older one is left. */
  readonly takeReference: (statement: SignedStatement<ReferenceData>) => Promise<Result<boolean, Failure>>;
  /** Signed word of the city that it holds these whole. */
  readonly pagesThere: (pages: readonly Sha256[]) => void;
  /** The city said, signed, that it waits for an earlier seq than the line's: it lost some, they are sent again. */
  readonly cityExpects: (nextSeq: number) => void;
};

/** What a store that cannot save throws is told; the reply can be taken again. */
async function taken(taking: Promise<Answer<null>>): Promise<Result<null, Failure>> {
  const answer = await taking.catch(() => null);
  if (answer === null) return fail('carry-not-kept', 'officer-decides');
  if (answer.ok) return answer;
  if (answer.fault.kind === 'desk-trouble') return fail(answer.fault.code, 'officer-decides');
  return fail('carry-not-signed', 'call-support');
}

/** Credentials are renewed under the same version: the copy that serves longer is the newer one. */
const serveUntil = (reference: ReferenceData): string =>
  reference.officers
    .map(({ validUntil }) => validUntil)
    .toSorted()
    .at(-1) ?? '';

export function createCarriedSide(
  ports: Pick<LinePorts, 'enrolment' | 'journal' | 'cityLog' | 'verify'>,
  outstanding: Outstanding,
  leaseKeeping: LeaseKeeping,
  reference: ReferenceCopy,
  changed: () => void,
): CarriedSide {
  async function keep<M extends VerdictMessage | FeedMessage>(messages: readonly M[]) {
    if (messages.length === 0) return ok(messages);
    const kept = await ports.cityLog.append(messages);
    if (!kept.ok) return kept;
    outstanding.addMessages(messages);
    changed();
    return ok(messages);
  }

  return {
    cityPublicKey: ports.enrolment.cityPublicKey,
    unsent: async () => {
      const current = reference.current();
      return {
        verdictSeq: outstanding.verdictSeq(),
        headSeq: ports.journal.head().seq,
        feedCursor: outstanding.feedCursor(),
        referenceVersion: current?.version ?? 0,
        dossiers: outstanding.dossiers(),
        leaseRequest: current === null ? null : await leaseKeeping.ask(current),
        carryKey: current?.carryKey ?? null,
      };
    },
    events: async (afterSeq, limit) => {
      const page = await ports.journal.read({ afterSeq, limit });
      return page.ok ? ok(page.value.events) : page;
    },
    takeVerdicts: async (statements) => {
      const verdictSeq = outstanding.verdictSeq();
      // An older word about an event that has its verdict would move the place back.
      const fresh = statements.filter(({ body }) => body.seq > verdictSeq);
      const page = await ports.journal.read({ afterSeq: verdictSeq, limit: Math.max(1, fresh.length) });
      if (!page.ok) return page;
      const { events } = page.value;
      const kept = await keep(believedVerdicts(ports, events, fresh));
      if (!kept.ok) return kept;
      return ok(
        kept.value.map(({ statement }, i) => {
          const fact = events[i]?.fact;
          const dossierId = fact === undefined ? null : dossierOf(fact);
          return { dossierId, accepted: statement.body.outcome === 'accepted' };
        }),
      );
    },
    takeWords: async (statements) => {
      const cursor = outstanding.feedCursor();
      const fresh = statements.filter(({ body }) => body.cursor > cursor);
      const kept = await keep(believedWords(ports, cursor, fresh));
      return kept.ok ? ok(kept.value.map(({ statement }) => statement.body)) : kept;
    },
    takeLeases: (statement) => taken(leaseKeeping.take(statement)),
    takeReference: async (statement) => {
      const current = reference.current();
      const said = ReferenceData.parse(statement.body);
      const newer =
        current === null ||
        said.version > current.version ||
        (said.version === current.version && serveUntil(said) > serveUntil(current));
      if (!newer) return ok(false);
      const kept = await taken(reference.take(statement));
      return kept.ok ? ok(said.version > (current?.version ?? 0)) : kept;
    },
    pagesThere: (pages) => {
      pages.forEach(outstanding.pageThere);
      changed();
    },
    cityExpects: (nextSeq) => {
      if (nextSeq <= outstanding.verdictSeq()) outstanding.rewind({ seq: nextSeq - 1, cursor: 0 });
      changed();
    },
  };
}
