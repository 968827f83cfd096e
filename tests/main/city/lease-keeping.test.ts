import { describe, expect, it } from 'vitest';
import type { CityRequest } from '../../../src/main/city/city-request.ts';
import { createLeaseKeeping } from '../../../src/main/city/lease-keeping.ts';
import { faulty } from '../../../src/main/city/line-fault.ts';
import type { RefusedLease } from '../../../src/main/city/refused-lease.ts';
import { loadRefusedLeases } from '../../../src/main/city/refused-leases.ts';
import { ok } from '../../../src/shared/base/result.ts';
import type { LeaseRequest } from '../../../src/shared/contracts/city/leases.ts';
import type { ReferenceData } from '../../../src/shared/contracts/city/reference.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { openLease } from '../../../src/shared/domain/number-lease/evolve-lease.ts';
import { desk, dossierLease, NOW, uuid } from '../../shared/support/a-desk.ts';

const reference = {
  calendar: { decidedUntil: '2027-12-31', days: [] },
  receipt: { form: 'EBL01', series: '26TAA' },
} as unknown as ReferenceData; // what numbers ahead are counted by

describe('numbers ahead', () => {
  it('[LC-4] a request that could not be kept is not sent, at no later try either', async () => {
    let full = true;
    const kept: unknown[] = [];
    const sent: unknown[] = [];
    const request: CityRequest = async ({ body }) => {
      sent.push(body);
      return faulty('city-unreachable', 'cut');
    };
    const { fill } = createLeaseKeeping(
      {
        enrolment: { cityUrl: 'http://127.0.0.1', desk, cityPublicKey: 'c' },
        store: {
          load: async () => null,
          save: async (_name, value) => {
            if (full) throw new Error('disk-full');
            kept.push(value);
          },
        },
        leases: () => new Map(),
        codesAwaited: () => new Map(),
        appendFacts: async () => ok(null),
        verify: () => true,
        now: () => new Date(NOW),
        newId: () => '019a0000-0000-7000-8000-000000000001',
        log: () => undefined,
      },
      request,
    );
    await expect(fill(reference)).rejects.toThrow('disk-full');
    await expect(fill(reference)).rejects.toThrow('disk-full');
    expect(sent).toEqual([]);
    full = false;
    expect((await fill(reference)).ok).toBe(false);
    expect(sent).toEqual(kept);
    expect(sent).toHaveLength(1);
  });

  it('[LC-37] a block that overlaps is never used, remembered and told; [LC-36] the same is not asked for again at once', async () => {
    const held = dossierLease(1, 1, 50);
    const asked: LeaseRequest[] = [];
    const kept = new Map<string, unknown>();
    const appended: Fact[] = [];
    const told: (readonly RefusedLease[])[] = [];
    let leases = new Map([[held.leaseId, openLease(held)]]);
    const request = (async ({ body }: { body: LeaseRequest }) => {
      asked.push(body);
      const [code] = body.wants;
      if (code?.kind !== 'dossier-code') throw new Error('codes come first');
      const bad = dossierLease(2, 40, 140, code.date);
      const good = dossierLease(3, 141, 300, code.date);
      const raw = {
        body: {
          deskId: desk.deskId,
          requestId: body.requestId,
          leases: asked.length === 1 ? [bad, good] : [],
        },
        signature: 'c',
        keyId: 'c',
      };
      return { ok: true, value: { raw, parsed: raw, status: 200 } };
    }) as unknown as CityRequest; // only what is used of it
    let id = 0;
    const store = {
      load: async (name: string) => kept.get(name) ?? null,
      save: async (name: string, value: unknown) => void kept.set(name, value),
    };
    const now = new Date(NOW);
    const { fill } = createLeaseKeeping(
      {
        enrolment: { cityUrl: 'http://127.0.0.1', desk, cityPublicKey: 'c' },
        store,
        leases: () => leases,
        codesAwaited: () => new Map(),
        appendFacts: async (_command, facts) => {
          appended.push(...facts);
          for (const fact of facts)
            if (fact.type === 'number-lease-received')
              leases = new Map(leases).set(fact.lease.leaseId, openLease(fact.lease));
          return ok(null);
        },
        verify: () => true,
        now: () => now,
        newId: () => {
          id += 1;
          return uuid(id, 9);
        },
        log: () => undefined,
        onRefusedLeases: (refused) => void told.push(refused),
      },
      request,
    );
    leases = new Map([[held.leaseId, { ...openLease(held), next: 45 }]]);
    expect(await fill(reference)).toMatchObject({ ok: true });
    expect(appended).toMatchObject([{ lease: { from: 141 } }]);
    expect(told.at(-1)).toMatchObject([{ code: 'lease-overlaps', lease: { from: 40, to: 140 } }]);
    // After a restart it is still known; a month later it is not.
    expect(await loadRefusedLeases(store, now)).toHaveLength(1);
    expect(await loadRefusedLeases(store, new Date(now.getTime() + 31 * 24 * 3_600_000))).toEqual([]);
    // After a bad block it is asked again at once; when nothing comes of that, not before ten minutes.
    for (let tries = 0; tries < 4; tries += 1) await fill(reference);
    expect(asked).toHaveLength(2);
  });
});
