import type { LocalDate } from '../../shared/base/dates.ts';
import type { CommandId, Sha256 } from '../../shared/base/ids.ts';
import type { Failure, Result } from '../../shared/base/result.ts';
import type { CityMessage } from '../../shared/contracts/city/events.ts';
import type { ReferenceData } from '../../shared/contracts/city/reference.ts';
import type { Desk } from '../../shared/domain/desk/desk.ts';
import type { DeskEvent, LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { Fact } from '../../shared/domain/desk-log/fact.ts';
import type { LeaseStates } from '../../shared/domain/number-lease/lease-state.ts';
import type { Outstanding } from './outstanding.ts';
import type { RefusedLease } from './refused-lease.ts';

/** Where the city is and whose words are believed. */
export type Enrolment = { readonly cityUrl: string; readonly desk: Desk; readonly cityPublicKey: string };

/** Ed25519 of the desk over `bytes`, base64url; the private key stays where it is kept. */
export type Sign = (bytes: Uint8Array) => string | Promise<string>;
/** Ed25519 check; `publicKey` and `signature` base64url. False also for what cannot be read. */
export type Verify = (publicKey: string, bytes: Uint8Array, signature: string) => boolean;

/** Sealed small things of the line, by name: the reference data, a lease request whose reply is not there yet. */
export type LineStore = {
  readonly load: (name: string) => Promise<unknown>;
  /** Durable when it resolves. */
  readonly save: (name: string, value: unknown) => Promise<void>;
};

type EventPage = { readonly events: readonly DeskEvent[]; readonly head: LogHead };

export type LineJournal = {
  readonly head: () => LogHead;
  readonly read: (range: {
    readonly afterSeq: number;
    readonly limit: number;
  }) => Promise<Result<EventPage, Failure>>;
  readonly subscribe: (listener: (page: EventPage) => void) => () => void;
};

export type CityLog = {
  /** Durable when it resolves ok. */
  readonly append: (messages: readonly CityMessage[]) => Promise<Result<unknown, Failure>>;
  readonly read: (range: { readonly after: number; readonly limit: number }) => Promise<
    Result<
      {
        readonly messages: readonly { readonly position: number; readonly message: CityMessage }[];
        readonly last: number;
      },
      Failure
    >
  >;
};

export type Log = (what: string, facts?: Readonly<Record<string, string | number>>) => void;

/** What the line to the city works with. */
export type LinePorts = {
  readonly enrolment: Enrolment;
  readonly journal: LineJournal;
  readonly cityLog: CityLog;
  readonly store: LineStore;
  /** Leases as the desk holds them now, folded from its journal. */
  readonly leases: () => LeaseStates;
  /** How many final codes dossiers of each intake day wait for (`codesAwaited`). */
  readonly codesAwaited: () => ReadonlyMap<LocalDate, number>;
  /** Makes facts of the desk itself; the same command again makes none. */
  readonly appendFacts: (command: CommandId, facts: readonly Fact[]) => Promise<Result<unknown, Failure>>;
  /** Bytes of a page; null when the store does not have it whole. */
  readonly readPage: (sha256: Sha256) => Promise<Uint8Array | null>;
  readonly sign: Sign;
  readonly verify: Verify;
  readonly now: () => Date;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** UUIDv7. */
  readonly newId: () => string;
  readonly log: Log;
  /** False only when it is certain that no network is there; then nothing is blamed on the city. */
  readonly hasNetwork: () => boolean;
  /** Which proxy the system has for an address, as Electron's `session.resolveProxy` says it; absent: none. */
  readonly resolveProxy?: (url: string) => Promise<string>;
  /** Blocks that the city lent and this desk never uses, all that it remembers. */
  readonly onRefusedLeases?: (refused: readonly RefusedLease[]) => void;
  /** Made of both logs by whoever opened them; the line reads what came after. Absent: it reads all of them. */
  readonly read?: { readonly outstanding: Outstanding; readonly heardUpTo: number };
  readonly onReference?: (kept: { readonly reference: ReferenceData; readonly fetchedAt: string }) => void;
};
