import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDocumentExits } from '../../../src/main/bridge/document-exits.ts';

const PDF = new TextEncoder().encode('%PDF-1.7');

function exitsWith(chosen: { canceled: boolean; filePath: string }, trouble = '') {
  const opened: string[] = [];
  const exits = createDocumentExits(
    { showSaveDialog: async () => chosen } as unknown as Parameters<typeof createDocumentExits>[0],
    {
      openPath: async (path) => {
        opened.push(path);
        return trouble;
      },
    },
  );
  return { exits, opened };
}
const nothing = { canceled: true, filePath: '' };

describe('ways out for a paper', () => {
  it('[BR-13] one that is opened is this user’s alone and is gone when the desk closes', async () => {
    const { exits, opened } = exitsWith(nothing);
    expect((await exits.open(PDF, 'giay.pdf')).ok).toBe(true);
    expect((await exits.open(PDF, 'bien-lai.pdf')).ok).toBe(true);
    const [path = ''] = opened;
    expect(readFileSync(path)).toEqual(Buffer.from(PDF));
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(dirname(path)).mode & 0o077).toBe(0);
    await exits.cleanUp();
    expect(existsSync(dirname(path))).toBe(false);
    await exits.cleanUp();
  });

  it('[BR-13] what a killed desk left behind goes at the next opening, what a running one has stays', async () => {
    // No process has this number: it is beyond the kernel's largest.
    const left = join(tmpdir(), 'quay-99999999-abc');
    const running = join(tmpdir(), `quay-${process.pid}-xyz`);
    mkdirSync(left, { recursive: true });
    mkdirSync(running, { recursive: true });
    const { exits } = exitsWith(nothing);
    await exits.open(PDF, 'giay.pdf');
    expect([existsSync(left), existsSync(running)]).toEqual([false, true]);
    rmSync(running, { recursive: true });
    await exits.cleanUp();
  });

  it('a name cannot lead out of the folder', async () => {
    const { exits, opened } = exitsWith(nothing);
    await exits.open(PDF, '../../giay.pdf');
    expect(opened[0]).toMatch(/quay-\d+-[^/]+\/giay\.pdf$/);
    await exits.cleanUp();
  });

  it('no program for PDF is told', async () => {
    const { exits } = exitsWith(nothing, 'no handler');
    expect(await exits.open(PDF, 'giay.pdf')).toMatchObject({ failure: { code: 'document-not-opened' } });
    await exits.cleanUp();
  });

  it('saving writes where the officer said, or nowhere', async () => {
    const path = join(tmpdir(), `quay-saved-${process.pid}.pdf`);
    expect(await exitsWith({ canceled: false, filePath: path }).exits.save(PDF, 'giay.pdf')).toEqual({
      ok: true,
      value: { saved: true, path },
    });
    expect(readFileSync(path)).toEqual(Buffer.from(PDF));
    rmSync(path);
    expect(await exitsWith(nothing).exits.save(PDF, 'giay.pdf')).toMatchObject({ value: { saved: false } });
  });

  it('a place that cannot be written is told', async () => {
    const bad = { canceled: false, filePath: '/nowhere/giay.pdf' };
    expect(await exitsWith(bad).exits.save(PDF, 'giay.pdf')).toMatchObject({
      failure: { code: 'document-not-saved', facts: { errno: 'ENOENT' } },
    });
  });
});
