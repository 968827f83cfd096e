import type { EventEmitter } from 'node:events';
import type { CityRefusalCode } from '../../src/shared/contracts/city/refusal.ts';
import type { CityDatabase } from './city-database.ts';
import type { CityKey } from './city-key.ts';

/** What every route of the reference city works with. */
export type CityContext = {
  readonly database: CityDatabase;
  readonly key: CityKey;
  readonly now: () => Date;
  /** Emits a desk id when its feed has grown, whichever process said the word, and `stopping` once. */
  readonly bell: EventEmitter;
};

/** Thrown by routes; becomes a 4xx with the code in its body. */
export type CityRefusalError = Error & { readonly statusCode: number; readonly refusal: CityRefusalCode };

export function refusing(statusCode: number, refusal: CityRefusalCode): CityRefusalError {
  return Object.assign(new Error(refusal), { statusCode, refusal });
}
