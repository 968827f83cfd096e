import type { DossierId, Sha256 } from '../../shared/base/ids.ts';
import { PagesAnswer } from '../../shared/contracts/city/pages.ts';
import type { CityRequest } from './city-request.ts';
import { type Answer, given } from './line-fault.ts';
import type { LinePorts } from './ports.ts';

const TIMEOUT_MS = 30_000;

/** Bytes that the city has of the pages it lacks (null: never begun), by dossier; a dossier that it does not know is not among them. */
export type PagesLacking = ReadonlyMap<DossierId, ReadonlyMap<Sha256, number | null>>;

/** Asks with which pages the city can do nothing yet, many dossiers at once. `say`: and wants its signed word on them. */
export type AskPages = (dossiers: readonly DossierId[], say: boolean) => Promise<Answer<PagesLacking>>;

export function createPageQuestion(ports: Pick<LinePorts, 'enrolment'>, request: CityRequest): AskPages {
  return async (dossiers, say) => {
    const answer = await request({
      method: 'POST',
      path: `/v1/desks/${ports.enrolment.desk.deskId}/pages-wanted`,
      body: { dossiers, say },
      timeoutMs: TIMEOUT_MS,
      reply: PagesAnswer,
    });
    if (!answer.ok) return answer;
    const asked = new Set(dossiers);
    return given(
      new Map(
        answer.value.parsed.dossiers
          .filter(({ dossierId, known }) => known && asked.has(dossierId))
          .map(({ dossierId, pages }) => [
            dossierId,
            new Map(pages.map(({ sha256, offset }) => [sha256, offset])),
          ]),
      ),
    );
  };
}
