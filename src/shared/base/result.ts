/** What an officer, or nobody, can do about a failure. */
export type Remedy = 'retry-later' | 'officer-decides' | 'call-support';

/**
 * An expected failure. `code` is kebab-case and is looked up in the texts; `facts` fill the sentence.
 * Never read messages, never throw for these.
 */
export type Failure<Code extends string = string> = {
  readonly code: Code;
  readonly remedy: Remedy;
  readonly facts?: Readonly<Record<string, string | number>>;
};

export type Result<T, F extends Failure = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export function fail<Code extends string>(
  code: Code,
  remedy: Remedy,
  facts?: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly failure: Failure<Code> } {
  return { ok: false, failure: facts === undefined ? { code, remedy } : { code, remedy, facts } };
}

/** For exhaustive switches: the compiler proves that it is never reached. */
export function assertNever(value: never): never {
  throw new Error(`unexpected variant: ${JSON.stringify(value)}`);
}
