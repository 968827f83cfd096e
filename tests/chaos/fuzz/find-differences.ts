import type { ToldCity } from '../told-city/start-told-city.ts';
import type { Seat } from './play-steps.ts';

type Row = { readonly dossier_id: string; readonly status: string; readonly applicant_name: string };

/** What desk and city show at rest otherwise than the model has it: status and values of each dossier. */
export async function findDifferences(city: ToldCity, { desk, model }: Seat): Promise<readonly string[]> {
  const truth = await desk.ask<'truth'>({ do: 'truth', afterSeq: Number.MAX_SAFE_INTEGER });
  const shown = new Map((truth.ok ? truth.value.dossiers : []).map((row) => [row.dossierId, row]));
  const rows = await city.query<Row>(
    'SELECT dossier_id, status, applicant_name FROM dossiers WHERE desk_id = $1',
    [desk.deskId],
  );
  const held = new Map(rows.map((row) => [row.dossier_id, row]));
  const found: string[] = [];
  for (const { dossierId, printed, status, values } of model.all()) {
    const compare = (what: string, is: string | undefined, must: string): void => {
      if (is !== must) found.push(`${printed.code}: ${what} is ${is}, not ${must}`);
    };
    const row = shown.get(dossierId);
    compare('status', row?.status, status);
    compare('status in the city', held.get(dossierId)?.status, status);
    compare('content', JSON.stringify(row?.values), JSON.stringify(values));
    compare('applicant in the city', held.get(dossierId)?.applicant_name, values.fullName);
  }
  if (shown.size !== model.all().length) found.push(`${shown.size} dossiers, not ${model.all().length}`);
  return found;
}
