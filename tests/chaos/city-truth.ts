import { hashPage } from '../city/pages/page-store.ts';
import { startCity } from '../city/start-city.ts';

export type CityTruth = {
  /** Codes of dossiers, once for each row. */
  readonly codes: readonly string[];
  readonly complete: ReadonlySet<string>;
  /** Complete pages whose bytes in the city's database have the hash that is their name. */
  readonly pages: ReadonlySet<string>;
  readonly wrongPages: readonly string[];
  /** Dossiers that name this page, by hash. */
  readonly dossiersOfPage: ReadonlyMap<string, number>;
  readonly receipts: readonly { readonly code: string; readonly number: number }[];
  readonly slips: readonly { readonly code: string; readonly number: number }[];
  readonly refused: readonly string[];
  readonly conflicts: number;
};

/** Opens the stopped city's database again and counts by SQL; its pages are hashed again. */
export async function readCity(dataDir: string): Promise<CityTruth> {
  const city = await startCity({ dataDir });
  try {
    const dossiers = await city.query<{ code: string; complete: boolean }>(
      'SELECT code, complete_seq IS NOT NULL AND complete_seq >= content_seq AS complete FROM dossiers',
    );
    const pages = await city.query<{ sha256: string }>(
      'SELECT sha256 FROM pages WHERE complete_at IS NOT NULL',
    );
    const named = await city.query<{ sha256: string; n: number }>(
      'SELECT sha256, count(*)::int AS n FROM dossier_pages GROUP BY sha256',
    );
    const numbered = (table: 'receipts' | 'intake_slips') =>
      city.query<{ code: string; number: number }>(
        `SELECT code, number FROM ${table} JOIN dossiers USING (dossier_id)`,
      );
    const refused = await city.query<{ seq: number; reason_code: string }>(
      "SELECT seq, reason_code FROM desk_events WHERE outcome = 'refused'",
    );
    const conflicts = await city.query<{ n: number }>('SELECT count(*)::int AS n FROM seq_conflicts');
    const wrongPages: string[] = [];
    for (const { sha256 } of pages) if ((await hashPage(city, sha256)) !== sha256) wrongPages.push(sha256);
    return {
      codes: dossiers.map(({ code }) => code),
      complete: new Set(dossiers.filter(({ complete }) => complete).map(({ code }) => code)),
      pages: new Set(pages.map(({ sha256 }) => sha256).filter((sha256) => !wrongPages.includes(sha256))),
      wrongPages,
      dossiersOfPage: new Map(named.map(({ sha256, n }) => [sha256, n])),
      receipts: await numbered('receipts'),
      slips: await numbered('intake_slips'),
      refused: refused.map(({ seq, reason_code }) => `${seq} ${reason_code}`),
      conflicts: conflicts[0]?.n ?? 0,
    };
  } finally {
    await city.stop();
  }
}
