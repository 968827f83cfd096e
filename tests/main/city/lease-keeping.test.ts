import { describe, expect, it } from 'vitest';
import type { CityRequest } from '../../../src/main/city/city-request.ts';
import { createLeaseKeeping } from '../../../src/main/city/lease-keeping.ts';
import { faulty } from '../../../src/main/city/line-fault.ts';
import { ok } from '../../../src/shared/base/result.ts';
import type { ReferenceData } from '../../../src/shared/contracts/city/reference.ts';
import { desk, NOW } from '../../shared/support/a-desk.ts';

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
});
