import type { Dexie } from 'dexie';

type Heard = { readonly seq: number; readonly at: string };
type OldHeard = {
  readonly accepted: Heard | null;
  readonly complete: unknown;
  readonly refused: (Heard & { readonly reasonCode: string; readonly reason: string }) | null;
};
type Row = { cityHeard?: OldHeard | { readonly verdicts: readonly unknown[] } };

/** The newest acceptance and the first refusal: all that was kept, and all that the older version judged by. */
function verdictsOf({ accepted, refused }: OldHeard) {
  const yes = accepted === null || accepted.seq === refused?.seq ? [] : [{ ...accepted, refused: null }];
  if (refused === null) return yes;
  const { seq, at, ...no } = refused;
  return [...yes, { seq, at, refused: no }].sort((a, b) => a.seq - b.seq);
}

/**
 * Version 4: what the city said of a dossier is kept verdict by verdict, so that a later sending can put right what was
 * refused.
 */
export function addVersion4(database: Dexie): void {
  database
    .version(4)
    .stores({})
    .upgrade((transaction) =>
      transaction
        .table<Row>('dossiers')
        .toCollection()
        .modify((row) => {
          const held = row.cityHeard;
          if (held === undefined || 'verdicts' in held) return;
          const cityHeard = { verdicts: verdictsOf(held), complete: held.complete, conflicts: [] };
          Object.assign(row, { cityHeard });
        }),
    );
}
