import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashPage } from '../../city/pages/page-store.ts';
import { startCity } from '../../city/start-city.ts';
import { startCityProcess } from '../../city/start-city-process.ts';
import { startLinePlug } from '../../support/line-plug.ts';
import { startPracticeDesk, until } from './practice-desk.ts';

const KILLS = 4;
const DOSSIERS = 24;

describe('a city that is killed while it takes dossiers', () => {
  it('[LC-21] has each of them once with every page in the end', { timeout: 240_000 }, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'city-killed-'));
    let city = await startCityProcess(dataDir);
    const plug = await startLinePlug(city.url);
    const desk = await startPracticeDesk(plug.url, String(city.codes['CN02-Q01']));
    const status = () => desk.line().status();
    try {
      desk.line().start();
      await until(() => desk.leases().size > 0 && status().state === 'up', 'leases', 60_000);
      await plug.unplug();
      const codes: string[] = [];
      for (let i = 0; i < DOSSIERS; i += 1) {
        const page = desk.addPage(randomBytes(150_000));
        codes.push((await desk.receive({ pages: [page] })).code);
      }
      await plug.plugIn();
      // The line talks to the city again; from here on it may be killed at any moment.
      const told = desk.cityLog.messages.length;
      await until(
        () => status().state === 'sending' || desk.cityLog.messages.length > told,
        'sending',
        60_000,
      );
      let killedAtWork = 0;
      for (let kill = 0; kill < KILLS && status().unsentDossiers > 0; kill += 1) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
        if (status().unsentDossiers > 0) killedAtWork += 1;
        await city.kill();
        city = await startCityProcess(dataDir);
        plug.aim(city.url);
      }
      expect(killedAtWork).toBeGreaterThan(0);
      await until(() => status().unsentDossiers === 0 && status().unsentEvents === 0, 'all sent', 60_000);
      await desk.line().stop();
      await city.stop();

      const counted = await startCity({ dataDir });
      try {
        const rows = await counted.query<{ code: string; whole: boolean }>(
          'SELECT code, complete_seq = content_seq AS whole FROM dossiers',
        );
        expect(rows.map((row) => row.code).sort()).toEqual(codes.sort());
        expect(rows.every((row) => row.whole)).toBe(true);
        const [events] = await counted.query(
          'SELECT count(*)::int AS n, max(seq)::int AS last FROM desk_events',
        );
        expect(events).toEqual({ n: desk.journal.head().seq, last: desk.journal.head().seq });
        const [receipts] = await counted.query('SELECT count(*)::int AS n FROM receipts');
        expect(receipts).toEqual({ n: DOSSIERS });
        for (const sha256 of desk.pages.keys()) expect(await hashPage(counted, sha256)).toBe(sha256);
      } finally {
        await counted.stop();
      }
    } finally {
      await desk.stop();
      await city.kill();
      await plug.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
