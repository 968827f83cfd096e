import { describe, expect, it } from 'vitest';
import { createCommit } from '../../../src/renderer/actions/commit.ts';
import { createDossierActions } from '../../../src/renderer/actions/dossier-actions.ts';
import { catchUpWithJournal } from '../../../src/renderer/sync/catch-up.ts';
import { oneAtATime } from '../../../src/shared/base/one-at-a-time.ts';
import { fail } from '../../../src/shared/base/result.ts';
import type { DeskBridge } from '../../../src/shared/contracts/bridge/desk-bridge.ts';
import type { DossierState } from '../../../src/shared/domain/dossier/dossier-state.ts';
import type { IntakeDraft } from '../../../src/shared/domain/dossier/intake-draft.ts';
import { draftFromDossier } from '../../../src/shared/domain/dossier/new-draft.ts';
import { context, dossierId, ha, NOW } from '../../shared/support/a-desk.ts';
import { contentFor } from '../../shared/support/a-dossier.ts';
import { aBridge } from '../support/a-bridge.ts';
import { aCopy } from '../support/a-copy.ts';
import { dayWith } from '../support/a-log.ts';

const morning = dayWith(0);

/** A draft that may be received as it is. */
const draftOf = (draftId: string): IntakeDraft => ({
  ...draftFromDossier({ dossierId: dossierId(1), content: contentFor() } as DossierState, {
    draftId,
    officerId: ha.officerId,
    now: NOW,
  }),
  correctionOf: null,
});

async function atWork() {
  const { store } = await aCopy();
  await store.applyEvents(morning);
  const main = aBridge({ events: morning });
  let lose = false;
  // The facts are made; the answer never comes.
  const bridge = {
    ...main.bridge,
    call: async (name: string, input: unknown) => {
      const answer = await (main.bridge.call as (name: string, input: unknown) => Promise<unknown>)(
        name,
        input,
      );
      return lose && name === 'journal:append' ? fail('bridge-lost', 'retry-later') : answer;
    },
  } as DeskBridge;
  const commit = createCommit({
    bridge,
    store,
    lock: oneAtATime(),
    catchUp: () => catchUpWithJournal(bridge, store),
    show: () => undefined,
    whyNot: () => null,
    logDefect: () => undefined,
  });
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `00000000-0007-7000-8000-${String(ids).padStart(12, '0')}`;
  };
  const actions = createDossierActions(commit, store, { context: () => context, newId });
  return {
    ...main,
    store,
    actions,
    catchUp: () => catchUpWithJournal(bridge, store),
    loseReplies: (losing: boolean) => {
      lose = losing;
    },
  };
}

const receptions = (desk: Awaited<ReturnType<typeof atWork>>) =>
  desk.events.filter(({ fact }) => fact.type === 'dossier-received').length;

describe('a press whose reply was lost', () => {
  it.each(['before', 'after'])(
    'tells what was received, and keeps what was written since (copy caught up %s)',
    async (when) => {
      const desk = await atWork();
      const draft = draftOf('00000000-0006-7000-8000-000000000001');
      await desk.store.saveDraft(draft);
      desk.loseReplies(true);
      expect(await desk.actions.receiveDossier(draft)).toMatchObject({ ok: false });
      desk.loseReplies(false);
      if (when === 'before') await desk.catchUp();

      const edited = { ...draft, note: 'Công dân bổ sung số điện thoại' };
      await desk.store.saveDraft(edited);
      const done = await desk.actions.receiveDossier(edited);
      expect(done).toMatchObject({ ok: true, value: { earlier: true } });
      expect(receptions(desk)).toBe(1);
      const drafts = await desk.store.listDrafts();
      expect(drafts).toHaveLength(1);
      expect(drafts[0]).toMatchObject({ note: edited.note, correctionOf: draft.draftId });
      expect(drafts[0]?.draftId).not.toBe(draft.draftId);
    },
  );

  it('pressed again as it was, it is simply received, once', async () => {
    const desk = await atWork();
    const draft = draftOf('00000000-0006-7000-8000-000000000002');
    await desk.store.saveDraft(draft);
    desk.loseReplies(true);
    await desk.actions.receiveDossier(draft);
    desk.loseReplies(false);
    expect(await desk.actions.receiveDossier(draft)).toMatchObject({ ok: true, value: { earlier: false } });
    expect(receptions(desk)).toBe(1);
    expect(await desk.store.listDrafts()).toEqual([]);
  });

  it('an intake without trouble is no earlier one', async () => {
    const desk = await atWork();
    const draft = draftOf('00000000-0006-7000-8000-000000000003');
    expect(await desk.actions.receiveDossier(draft)).toMatchObject({ ok: true, value: { earlier: false } });
  });
});
