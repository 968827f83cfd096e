import type { CityTransaction, What } from './city-transaction.ts';

type Standing = {
  dossier_id: string;
  desk_id: string;
  content_seq: number;
  pages_wanted_seq: number | null;
  pages: string[];
  missing: string[];
};

/**
 * Looks whether every page of these dossiers is there, hashed, and says so once per content: `dossier-complete`, or
 * `pages-wanted` with what is missing. Under the locks of the pages and of the dossiers' desks.
 */
export async function sayWhatPagesAreWanted(
  tx: CityTransaction,
  dossierIds: readonly string[],
): Promise<void> {
  if (dossierIds.length === 0) return;
  const standings = await tx.query<Standing>(
    `SELECT d.dossier_id, d.desk_id, d.content_seq, d.pages_wanted_seq,
            coalesce(array_agg(n.sha256 ORDER BY n.sha256) FILTER (WHERE n.sha256 IS NOT NULL), '{}') AS pages,
            coalesce(array_agg(n.sha256 ORDER BY n.sha256)
                     FILTER (WHERE n.sha256 IS NOT NULL AND p.complete_at IS NULL), '{}') AS missing
       FROM dossiers d LEFT JOIN dossier_pages n USING (dossier_id) LEFT JOIN pages p USING (sha256)
      WHERE d.dossier_id = ANY($1) AND d.complete_seq IS DISTINCT FROM d.content_seq
      GROUP BY d.dossier_id ORDER BY d.content_seq`,
    [[...dossierIds]],
  );
  const complete = standings.filter(({ missing }) => missing.length === 0);
  const wanting = standings.filter(
    (dossier) => dossier.missing.length > 0 && dossier.pages_wanted_seq !== dossier.content_seq,
  );
  const mark = async (column: string, dossiers: readonly Standing[]): Promise<void> => {
    if (dossiers.length > 0)
      await tx.query(`UPDATE dossiers SET ${column} = content_seq WHERE dossier_id = ANY($1)`, [
        dossiers.map(({ dossier_id }) => dossier_id),
      ]);
  };
  await mark('complete_seq', complete);
  await mark('pages_wanted_seq', wanting);
  // Ids and hashes are read from our own tables: brands only.
  for (const { desk_id, dossier_id, content_seq, pages } of complete)
    tx.tell(desk_id, { type: 'dossier-complete', dossierId: dossier_id, seq: content_seq, pages } as What);
  for (const { desk_id, dossier_id, missing } of wanting)
    tx.tell(desk_id, { type: 'pages-wanted', dossierId: dossier_id, pages: missing } as What);
}
