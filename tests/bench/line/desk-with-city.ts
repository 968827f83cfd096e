import { openConnection } from '../../../src/main/city/line-connection.ts';
import { type City, startCity } from '../../city/start-city.ts';
import { type PracticeDeskAtWork, startPracticeDesk, until } from '../../main/city/practice-desk.ts';

/** A desk that has everything, at rest, and its city; `between` may put a line there. */
export async function openDeskWithCity(between?: (cityUrl: string) => Promise<{ readonly url: string }>) {
  const city: City = await startCity({ desks: 2 });
  const line = await between?.(city.url);
  const desk: PracticeDeskAtWork = await startPracticeDesk(
    line?.url ?? city.url,
    String(city.codes['CN02-Q01']),
  );
  desk.line().start();
  await until(() => desk.leases().size > 0 && isSettled(desk), 'a desk at rest', 120_000);
  return {
    city,
    desk,
    close: async () => {
      await desk.stop();
      await city.stop();
    },
  };
}

/** The same with a line of `start` between; closing lets go of the line too. */
export async function openDeskBehind<
  Line extends { readonly url: string; readonly close: () => Promise<void> },
>(start: (cityUrl: string) => Promise<Line>) {
  let line: Line | undefined;
  const opened = await openDeskWithCity(async (cityUrl) => {
    line = await start(cityUrl);
    return line;
  });
  if (line === undefined) throw new Error('no line');
  const between = line;
  return {
    ...opened,
    line: between,
    close: async () => {
      await opened.close();
      await between.close();
    },
  };
}

export function isSettled(desk: PracticeDeskAtWork): boolean {
  const { state, unsentEvents, unsentDossiers } = desk.line().status();
  return ['up', 'city-slow'].includes(state) && unsentEvents === 0 && unsentDossiers === 0;
}

/** Calls in the desk's name beside its line, over `url`. */
export async function openCalls(desk: PracticeDeskAtWork, url: string) {
  const stopping = new AbortController();
  const { route, exchange, session, authorized } = openConnection(
    {
      ...desk.ports,
      enrolment: { ...desk.enrolment, cityUrl: url },
    },
    stopping.signal,
    () => undefined,
  );
  const health = await session.checkHealth();
  const token = await session.token();
  if (!health.ok || !token.ok) throw new Error('no session');
  return { exchange, authorized, token: token.value, close: () => route.startAfresh() };
}

/** Everything received and complete by the city's word. */
export const settle = (desk: PracticeDeskAtWork, withinMs = 120_000): Promise<void> =>
  until(() => isSettled(desk), 'the city to have it all', withinMs);
