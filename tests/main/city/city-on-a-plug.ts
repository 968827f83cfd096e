import { expect } from 'vitest';
import { hashPage } from '../../city/pages/page-store.ts';
import { startCity } from '../../city/start-city.ts';
import { startLinePlug } from '../../support/line-plug.ts';
import { type PracticeDeskAtWork, startPracticeDesk } from './practice-desk.ts';

type DeskChanges =
  Parameters<typeof startPracticeDesk> extends [string, string, ...infer Rest] ? Rest : never;

/** A city behind a line that can be pulled out, and desks at it, one after the other. */
export async function openCityOnAPlug({ desks }: { readonly desks: number }) {
  const city = await startCity({ desks });
  const plug = await startLinePlug(city.url);
  let desk: PracticeDeskAtWork | null = null;
  let nextDesk = 1;

  async function countIn(table: string, where: string, value: string): Promise<number> {
    const [row] = await city.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE ${where} = $1`,
      [value],
    );
    return row?.n ?? -1;
  }

  return {
    city,
    plug,
    /** The next of the city's desks, its line not begun. */
    newDesk: async (...changes: DeskChanges): Promise<PracticeDeskAtWork> => {
      const deskId = `CN02-Q${String(nextDesk).padStart(2, '0')}`;
      nextDesk += 1;
      desk = await startPracticeDesk(plug.url, String(city.codes[deskId]), ...changes);
      return desk;
    },
    /** Rows of a table of the city in which `where` equals `value`. */
    countIn,
    /** Dossiers of a desk of which the city has everything. */
    countComplete: (deskId: string): Promise<number> =>
      countIn('dossiers', 'complete_seq = content_seq AND desk_id', deskId),
    /** Every page of the desk's dossiers is in the city, complete, and hashes to its name. */
    expectPagesRight: async (d: PracticeDeskAtWork): Promise<void> => {
      const rows = await city.query<{ sha256: string; complete: boolean }>(
        `SELECT DISTINCT sha256, complete_at IS NOT NULL AS complete FROM dossier_pages
           JOIN dossiers USING (dossier_id) LEFT JOIN pages USING (sha256) WHERE desk_id = $1`,
        [d.enrolment.desk.deskId],
      );
      for (const { sha256, complete } of rows) {
        expect(complete).toBe(true);
        expect(await hashPage(city, sha256)).toBe(sha256);
      }
    },
    /** After each test: the desk goes, the line is whole again. */
    endDesk: async (): Promise<void> => {
      await desk?.stop();
      desk = null;
      await plug.plugIn();
    },
    close: async (): Promise<void> => {
      await plug.close();
      await city.stop();
    },
  };
}
export type CityOnAPlug = Awaited<ReturnType<typeof openCityOnAPlug>>;

/** The line is up and the city has the facts of all that was received. */
export const settled = (d: PracticeDeskAtWork) => (): boolean => {
  const status = d.line().status();
  return status.state === 'up' && status.unsentEvents === 0 && status.unsentDossiers === 0;
};
