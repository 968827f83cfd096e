import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import { openDeskAtLine } from '../line/desk-at-line.ts';
import { startToldCity } from '../told-city/start-told-city.ts';
import { openUntil } from './open-until.ts';
import { unpackProfile } from './packed-profile.ts';

/** The desk goes on a few minutes after the older program was closed. */
const LATER_MS = 5 * 60_000;

/**
 * The older program's profile and city in a folder of their own, the line dead, nothing opened yet. What the older program
 * promised stands in the desk's ledger.
 */
export async function layUpgradedBranch(packed: string, oldCity: string, without?: ProtectionName) {
  const root = await mkdtemp(join(tmpdir(), 'chaos-upgrade-'));
  const { made } = unpackProfile(packed, root);
  await rename(join(root, 'desk'), join(root, 'desk-1'));
  await cp(oldCity, join(root, 'city'), { recursive: true });
  const clockOffsetMs = Date.parse(made.closedAt) + LATER_MS - Date.now();
  const city = await startToldCity(join(root, 'city'), 1);
  await city.setClock(clockOffsetMs);
  const env = { DESK_PASSPHRASE: made.passphrase };
  const desk = await openDeskAtLine({ city, n: 1, root, clockOffsetMs, env, without });
  await desk.plug.unplug();
  for (const { dossierId, intake, printed } of made.given) desk.ledger.gave(dossierId, intake, printed);
  for (const { kind, number } of made.voided) desk.ledger.voidedNumber(kind, number);
  const profile = join(root, 'desk-1');

  return {
    made,
    root,
    profile,
    city,
    desk,
    cutOpening: (afterMs: number) =>
      openUntil({
        ...{ profile, cityUrl: desk.plug.url, clockOffsetMs, passphrase: made.passphrase, without },
        afterMs,
      }),
    close: async (): Promise<void> => {
      await desk.kill();
      await desk.plug.close();
      await city.kill();
      await rm(root, { recursive: true, force: true });
    },
  };
}
export type UpgradedBranch = Awaited<ReturnType<typeof layUpgradedBranch>>;
