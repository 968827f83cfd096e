import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cityOpenApi } from './openapi.ts';

const document = cityOpenApi();
const text = JSON.stringify(document);

describe('OpenAPI document of the city contract', () => {
  it('[RCITY-19] every reference leads to a schema, and every schema is used', () => {
    const used = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]));
    expect([...used].sort()).toEqual(Object.keys(document.components.schemas).sort());
  });

  it('[RCITY-20] the schemas say what desk and city parse: they read back as zod and tell right from wrong', () => {
    const read = z.fromJSONSchema(
      document.components.schemas.LeaseRequest as Parameters<typeof z.fromJSONSchema>[0],
    );
    const requestId = '0198f3c0-0000-7000-8000-000000000001';
    expect(read.safeParse({ requestId, wants: [{ kind: 'receipt', year: 2026, count: 5 }] }).success).toBe(
      true,
    );
    expect(read.safeParse({ requestId, wants: [{ kind: 'receipt', year: 2026, count: 0 }] }).success).toBe(
      false,
    );
    expect(text).toContain('dossier-received');
  });

  it('[RCITY-21] parameters in a path are declared', () => {
    for (const [path, item] of Object.entries(document.paths))
      for (const [, name] of path.matchAll(/\{(\w+)\}/g))
        expect(JSON.stringify(item)).toContain(`"name":"${name}","in":"path"`);
  });
});
