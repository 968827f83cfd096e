import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createScanning } from '../../../src/main/bridge/scanning.ts';
import type { Scanners } from '../../../src/main/scanners/all-scanners.ts';
import { placeAfter } from '../../../src/main/scanners/scan-place.ts';
import { Sha256 } from '../../../src/shared/base/ids.ts';
import { ok } from '../../../src/shared/base/result.ts';
import type { Notice } from '../../../src/shared/contracts/bridge/notices.ts';
import type { ScanPlace, ScanRequest } from '../../../src/shared/contracts/bridge/scanning.ts';
import { scanRequest } from '../scanners/kept-pages.ts';

/** A device that gives so many sides and then ends as told. */
function scanning(sides: readonly string[], fault: string | null) {
  const kept: string[] = [];
  const notices: Notice[] = [];
  const scanners: Scanners = {
    list: async () => ({ scanners: [], searching: false, missing: [], addresses: [] }),
    addAddress: async () => ok({ scanners: [], searching: false, missing: [], addresses: [] }),
    forgetAddress: async () => ok({ scanners: [], searching: false, missing: [], addresses: [] }),
    close: async () => {},
    scan: async (_request, keepPage) => {
      const pages = [];
      for (const side of sides) {
        const done = await keepPage(Buffer.from(side), 'page.jpg');
        if (done.ok) pages.push(...done.value);
      }
      return ok({ pages, fault: fault === null ? null : { code: fault, facts: {} } });
    },
  };
  const keep = async (bytes: Uint8Array) => {
    kept.push(Buffer.from(bytes).toString());
    const sha256 = Sha256.parse(kept.length.toString(16).padStart(64, '0'));
    return ok([{ sha256, byteLength: 1, mediaType: 'image/jpeg' as const, width: 1, height: 1, dpi: 200 }]);
  };
  const desk = createScanning(scanners, keep, (notice) => notices.push(notice));
  const scan = async (more: Partial<ScanRequest>) => {
    const reply = await desk.scan(scanRequest({ scanId: randomUUID(), ...more }));
    return reply.ok ? reply.value : null;
  };
  return { scan, kept, notices };
}

describe('[SCN-11] a stack that stopped', () => {
  it('goes on at the sheet after the last full one', async () => {
    const desk = scanning(['1', '2'], 'scanner-jammed');
    expect((await desk.scan({ source: 'feeder' }))?.resume).toEqual({
      sheetsKept: 2,
      frontOfNextKept: false,
    });
    expect(desk.notices.map((notice) => (notice.type === 'scan-progress' ? notice.count : 0))).toEqual([
      1, 2,
    ]);
  });

  it('both sides: a front whose back is missing stays, and is not taken twice', async () => {
    const first = scanning(['1a', '1b', '2a'], 'scanner-driver-ended');
    const stopped = await first.scan({ source: 'feeder-duplex' });
    expect(stopped?.resume).toEqual({ sheetsKept: 1, frontOfNextKept: true });
    const rest = scanning(['2a', '2b', '3a', '3b'], null);
    const ended = await rest.scan({ source: 'feeder-duplex', resume: stopped?.resume ?? null });
    expect(first.kept.concat(rest.kept)).toEqual(['1a', '1b', '2a', '2b', '3a', '3b']);
    expect(ended).toMatchObject({ resume: null, fault: null });
    expect(ended?.pages).toHaveLength(3);
  });

  it('counts over any number of parts', () => {
    let place: ScanPlace | null = null;
    for (const pages of [0, 1, 2, 0, 3])
      place = placeAfter({ source: 'feeder-duplex', resume: place }, pages);
    expect(place).toEqual({ sheetsKept: 3, frontOfNextKept: false });
  });

  it('the glass has no stack, and what ended as it should goes on nowhere', async () => {
    expect((await scanning([], 'scanner-hung').scan({ source: 'flatbed' }))?.resume).toBe(null);
    expect((await scanning(['1'], null).scan({ source: 'feeder' }))?.resume).toBe(null);
  });
});
