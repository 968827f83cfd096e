import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDraftKeeper } from '../../../src/main/bridge/draft-keeper.ts';
import { openSealedFiles } from '../../../src/main/sealed-files/sealed-files.ts';
import { channels } from '../../../src/shared/contracts/bridge/channels.ts';
import { KeptDraft } from '../../../src/shared/contracts/bridge/kept-draft.ts';
import { newDraft } from '../../../src/shared/domain/dossier/new-draft.ts';
import { ha, NOW, uuid } from '../../shared/support/a-desk.ts';

async function aKeeper(dir = mkdtempSync(join(tmpdir(), 'drafts-'))) {
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const files = await openSealedFiles({ dir, key: Buffer.alloc(32, 9) });
  if (!files.ok) throw new Error(files.failure.code);
  const defects: string[] = [];
  return { dir, defects, keeper: createDraftKeeper(files.value, (where) => defects.push(where)) };
}
const draft = (n: number, note = 'Nguyễn Văn An'): KeptDraft =>
  KeptDraft.parse({ ...newDraft({ draftId: uuid(n, 7), officerId: ha.officerId, now: NOW }), note });
const listed = async (keeper: Awaited<ReturnType<typeof aKeeper>>['keeper']) => {
  const list = await keeper.list();
  return list.ok ? list.value.drafts : [];
};

describe('drafts that main keeps', () => {
  it('[BR-14] come back after a restart as they were last typed, sealed in between', async () => {
    const { dir, keeper } = await aKeeper();
    await keeper.keep(draft(1));
    await keeper.keep(draft(2));
    await keeper.keep(draft(1, 'Nguyễn Văn Bình'));
    expect(await listed((await aKeeper(dir)).keeper)).toEqual([draft(1, 'Nguyễn Văn Bình'), draft(2)]);
    for (const file of readdirSync(dir))
      expect(readFileSync(join(dir, file), 'utf8')).not.toContain('Nguyễn');
  });

  it('are gone when they are dropped; dropping twice is fine', async () => {
    const { keeper } = await aKeeper();
    await keeper.keep(draft(1));
    expect((await keeper.drop(draft(1).draftId)).ok).toBe(true);
    expect((await keeper.drop(draft(1).draftId)).ok).toBe(true);
    expect(await listed(keeper)).toEqual([]);
  });

  it('one that no longer opens does not hide the others, and stays where it lies', async () => {
    const { dir, keeper, defects } = await aKeeper();
    await keeper.keep(draft(1));
    await keeper.keep(draft(2));
    writeFileSync(join(dir, `${draft(1).draftId}.sealed`), 'damaged');
    expect(await listed(keeper)).toEqual([draft(2)]);
    expect(defects).toEqual(['load draft']);
    expect(readdirSync(dir)).toHaveLength(2);
  });

  it('[BR-14] are taken whatever is typed in them, but only as drafts', () => {
    const { input } = channels['draft:keep'];
    const halfTyped = {
      ...draft(1),
      applicant: { ...draft(1).applicant, personalId: '00', birthDate: '3/', phone: '+' },
      feeLines: [{ name: '', unitVnd: 0, quantity: 0, checkedByOfficer: false }],
    };
    expect(input.safeParse({ draft: halfTyped }).success).toBe(true);
    expect(input.safeParse({ draft: { ...draft(1), draftId: '../../master' } }).success).toBe(false);
    expect(input.safeParse({ draft: { ...draft(1), note: 'x'.repeat(6000) } }).success).toBe(false);
  });
});
