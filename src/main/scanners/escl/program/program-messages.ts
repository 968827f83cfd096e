import type { Scanner, ScanRequest } from '../../../../shared/contracts/bridge/scanning.ts';
import type { ScannerFailure } from '../../scanner-failure.ts';
import type { EsclTiming } from './timing.ts';

/** What main says to the process of network scanners. `know` comes first and again when something was forgotten. */
export type ToEscl =
  | {
      readonly type: 'know';
      readonly addresses: readonly string[];
      readonly pins: Readonly<Record<string, string>>;
      readonly timing: EsclTiming;
    }
  | { readonly type: 'list'; readonly id: number }
  | { readonly type: 'probe'; readonly id: number; readonly address: string }
  | { readonly type: 'scan'; readonly id: number; readonly request: ScanRequest; readonly folder: string }
  | { readonly type: 'cancel'; readonly id: number };

/** What it says back. Pages go by the folder, never through here. */
export type FromEscl =
  | { readonly type: 'listed'; readonly id: number; readonly scanners: readonly Scanner[] }
  | { readonly type: 'probed'; readonly id: number; readonly failure: ScannerFailure | null }
  | { readonly type: 'pinned'; readonly host: string; readonly fingerprint: string }
  | { readonly type: 'page'; readonly id: number; readonly file: string }
  | {
      readonly type: 'ended';
      readonly id: number;
      /** A scanner's code or `disk-full`; null: as it should. */
      readonly code: string | null;
      readonly said: string;
      /** The scanner had taken the job. */
      readonly began: boolean;
    };
