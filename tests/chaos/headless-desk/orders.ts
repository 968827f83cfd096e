import type { Failure, Result } from '../../../src/shared/base/result.ts';
import type { LineStatus } from '../../../src/shared/contracts/bridge/line-status.ts';
import type { CityMessage } from '../../../src/shared/contracts/city/events.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { CityStanding, DossierStatus } from '../../../src/shared/domain/dossier/dossier-state.ts';
import type { NumberKind } from '../../../src/shared/domain/number-lease/number-lease.ts';

/** Practice officers: `ha` and `tuan` receive, `dung` signs off. */
export type Who = 'ha' | 'tuan' | 'dung';

/** A page whose bytes anybody can make again from its name. */
export type MadePage = { readonly name: string; readonly byteLength: number };

/** What a citizen hands in; `version` grows when it is put right. */
export type Intake = {
  readonly citizen: number;
  readonly version: number;
  readonly procedure: string;
  readonly pages: readonly MadePage[];
};

type OnDossier = { readonly commandId: string; readonly dossierId: string };

/** What the driver can ask of a desk without a window: what an officer does, and what an auditor looks at. */
export type Order =
  | { readonly do: 'enrol' }
  | { readonly do: 'sign-in'; readonly who: Who }
  | ({ readonly do: 'receive'; readonly intake: Intake; readonly windowClock?: string } & OnDossier)
  | ({ readonly do: 'correct'; readonly intake: Intake } & OnDossier)
  | ({ readonly do: 'resend'; readonly intake: Intake } & OnDossier)
  | ({ readonly do: 'approve' } & OnDossier)
  | ({ readonly do: 'return'; readonly reason: string } & OnDossier)
  /** Decides the first of the city's words that wait for it. */
  | ({ readonly do: 'resolve'; readonly resolution: 'keep-desk' | 'accept-city' } & OnDossier)
  | {
      readonly do: 'void-number';
      readonly commandId: string;
      readonly kind: NumberKind;
      readonly reason: string;
    }
  | { readonly do: 'try-line' }
  | { readonly do: 'line' }
  | { readonly do: 'truth'; readonly afterSeq: number }
  | { readonly do: 'city-words' }
  | { readonly do: 'lost-pages'; readonly hashes: readonly string[] }
  | { readonly do: 'set-clock'; readonly offsetMs: number }
  | { readonly do: 'close' };

/** The papers that the citizen goes home with. */
export type Printed = {
  readonly code: string;
  readonly slip: number | null;
  readonly receipt: number | null;
};

/** One row of the screen's list of dossiers. */
export type ShownDossier = {
  readonly dossierId: string;
  readonly code: string;
  readonly status: DossierStatus;
  readonly contentHash: string;
  readonly city: CityStanding['kind'];
  /** Cursors of the city's words that wait for a decision. */
  readonly asks: readonly number[];
  readonly values: { readonly fullName: string; readonly phone: string; readonly note: string };
  readonly dueAt: string | null;
};

export type DeskTruth = {
  readonly deskId: string | null;
  readonly events: readonly DeskEvent[];
  readonly headSeq: number;
  readonly dossiers: readonly ShownDossier[];
  readonly findings: readonly string[];
  readonly line: LineStatus | null;
};

export type Answers = {
  readonly enrol: null;
  readonly 'sign-in': null;
  readonly receive: Printed;
  readonly correct: Printed;
  readonly resend: Printed;
  readonly approve: null;
  readonly return: null;
  readonly resolve: { readonly cursor: number };
  readonly 'void-number': { readonly number: number };
  readonly 'try-line': LineStatus;
  readonly line: LineStatus | null;
  readonly truth: DeskTruth;
  readonly 'city-words': readonly CityMessage[];
  readonly 'lost-pages': readonly string[];
  readonly 'set-clock': null;
  readonly close: null;
};

/** A line from the driver, and the two kinds of lines that the desk writes. */
export type AskedLine = { readonly id: number; readonly order: Order };
export type AnswerLine = { readonly id: number; readonly answer: Result<Answers[Order['do']], Failure> };
/** What the screen shows of its own accord: the desk is open; a dossier stands as "Thành phố đã nhận". */
export type SaidLine =
  | {
      readonly say: 'open';
      readonly status: string;
      readonly deskId: string | null;
      readonly findings: readonly string[];
    }
  | { readonly say: 'not-open'; readonly code: string }
  | { readonly say: 'city-has'; readonly dossierId: string };
