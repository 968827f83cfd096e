import { describe, expect, it } from 'vitest';
import { DossierPage } from '../../../../src/shared/domain/page/page.ts';
import { page } from '../../support/a-dossier.ts';

describe('a page', () => {
  it('[PG-1] is named by the SHA-256 of its bytes, and turned only by quarters', () => {
    const scanned = page();
    expect(DossierPage.parse({ ...scanned, rotation: 270 })).toEqual({ ...scanned, rotation: 270 });
    expect(DossierPage.safeParse({ ...scanned, rotation: 45 }).success).toBe(false);
    expect(DossierPage.safeParse({ ...scanned, sha256: scanned.sha256.toUpperCase() }).success).toBe(false);
    expect(DossierPage.safeParse({ ...scanned, sha256: 'page-1' }).success).toBe(false);
  });
});
