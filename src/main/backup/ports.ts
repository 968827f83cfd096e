import type { Instant } from '../../shared/base/dates.ts';
import type { Sha256 } from '../../shared/base/ids.ts';
import type { Failure, Result } from '../../shared/base/result.ts';
import type { TextLayer } from '../../shared/contracts/bridge/text-layer.ts';
import type { CityMessage } from '../../shared/contracts/city/events.ts';
import type { DeskEvent, LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { StoredPage } from '../../shared/domain/page/page.ts';

type EventPage = { readonly events: readonly DeskEvent[]; readonly head: LogHead };

/** A journal, here or there. */
export type EventLog = {
  readonly head: () => LogHead;
  readonly damaged: boolean;
  readonly read: (range: {
    readonly afterSeq: number;
    readonly limit: number;
  }) => Promise<Result<EventPage, Failure>>;
  readonly take: (events: readonly DeskEvent[]) => Promise<Result<EventPage, Failure>>;
  readonly close: () => Promise<void>;
};

/** What the city said, here or there. */
export type WordLog = {
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
  readonly last: () => number;
  readonly close: () => Promise<void>;
};

/** Small sealed values by name. */
export type ValueFiles = {
  readonly load: (name: string) => Promise<Result<unknown, Failure>>;
  readonly save: (name: string, value: unknown) => Promise<Result<unknown, Failure>>;
  readonly remove: (name: string) => Promise<Result<unknown, Failure>>;
  /** Grows whenever the value was saved or removed here. */
  readonly changes: (name: string) => number;
  readonly list: () => Promise<readonly string[]>;
};

type PageMeta = Omit<StoredPage, 'sha256' | 'byteLength'>;

/** A page store, here or there. */
export type PageFiles = {
  readonly has: (sha256: Sha256) => Promise<boolean>;
  readonly verify: (sha256: Sha256) => Promise<Result<unknown, Failure>>;
  readonly openRead: (sha256: Sha256) => Promise<
    Result<
      {
        readonly meta: StoredPage;
        readonly stream: AsyncIterable<Uint8Array> & { readonly destroy: () => unknown };
      },
      Failure
    >
  >;
  readonly put: (
    content: AsyncIterable<Uint8Array>,
    meta: PageMeta,
  ) => Promise<Result<{ readonly sha256: Sha256 }, Failure>>;
  readonly findTextLayer: (sha256: Sha256) => Promise<TextLayer | null>;
  readonly keepTextLayer: (sha256: Sha256, layer: TextLayer) => Promise<Result<unknown, Failure>>;
};

/** Everything durable of a desk, here or there, sealed by the same keys. */
export type DeskParts = {
  readonly journal: EventLog;
  readonly cityLog: WordLog;
  readonly values: ValueFiles;
  readonly drafts: ValueFiles;
  readonly pages: PageFiles;
};

/** What a backup tells of itself without being opened. */
export type Standing = {
  readonly seq: number;
  readonly at: Instant;
  readonly dossiers: number;
  readonly lastDossier: { readonly code: string; readonly receivedAt: Instant } | null;
  readonly unsentDossiers: number;
};
