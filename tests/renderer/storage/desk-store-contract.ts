import { describe, expect, it } from 'vitest';
import type { DeskStore } from '../../../src/renderer/ports/desk-store.ts';
import type { DossierId } from '../../../src/shared/base/ids.ts';
import { emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import { commandId, dossierId, TODAY } from '../../shared/support/a-desk.ts';
import { receive } from '../../shared/support/a-dossier.ts';
import { dayWith, draftOf, evolveAll, heardFrom, logOf, verdictOn } from '../support/a-log.ts';

export type OpenStore = () => Promise<{
  readonly store: DeskStore;
  /** The same store as the next start finds it. */
  readonly reopen: () => Promise<DeskStore>;
}>;

const log = dayWith(2);
const folded = evolveAll(emptyDeskState, log);
const closeDay = (n: number, note: string, paperCount = 2) =>
  ({ type: 'close-day', commandId: commandId(n), date: TODAY, paperCount, note }) as const;
const cityOf = (state: typeof folded, n: number) => state.dossiers.get(dossierId(n) as DossierId)?.city.kind;

/** What every adapter of the DeskStore port must do. */
export function deskStoreContract(adapter: string, open: OpenStore): void {
  describe(`the working copy (${adapter})`, () => {
    it('begins empty', async () => {
      const { store } = await open();
      expect(await store.loadState()).toEqual(emptyDeskState);
      expect(await store.loadHead()).toEqual(emptyDeskState.head);
      expect(await store.loadCityPosition()).toBe(0);
    });

    it('gives the fold of what it was handed, now and after a restart', async () => {
      const { store, reopen } = await open();
      await store.applyEvents(log.slice(0, 3));
      expect(await store.applyEvents(log.slice(3))).toEqual(folded);
      const again = await reopen();
      expect(await again.loadState()).toEqual(folded);
      expect(await again.loadHead()).toEqual(folded.head);
      expect(await again.findHash(2)).toBe(log[1]?.hash);
      expect(await again.findHash(log.length + 1)).toBeNull();
    });

    it('[DAY-1] a day that was closed, and closed again, is as it was last closed after a restart', async () => {
      const { store, reopen } = await open();
      await store.applyEvents(log);
      const first = logOf([closeDay(9500, '')], folded);
      const closed = await store.applyEvents(first);
      const again = logOf([closeDay(9501, 'Một hồ sơ nằm ở phòng bên.', 3)], closed);
      const twice = await store.applyEvents(again);
      const after = await store.applyEvents(logOf([receive(3)], twice));
      expect(after.closedDays.get(TODAY)?.paperCount).toBe(3);
      expect(await (await reopen()).loadState()).toEqual(after);
    });

    it('takes events that it has already, alone or before new ones, once', async () => {
      const { store } = await open();
      await store.applyEvents(log.slice(0, 5));
      await store.applyEvents(log.slice(0, 5));
      expect(await store.applyEvents(log)).toEqual(folded);
    });

    it('refuses a gap and a branch, and stays as it was', async () => {
      const { store, reopen } = await open();
      await store.applyEvents(log.slice(0, 3));
      await expect(store.applyEvents(log.slice(4))).rejects.toThrow(/gap/);
      const branch = log.slice(3).map((event) => ({ ...event, prev: 'f'.repeat(64) as typeof event.prev }));
      await expect(store.applyEvents(branch)).rejects.toThrow(/gap/);
      expect((await store.loadHead()).seq).toBe(3);
      expect((await (await reopen()).loadState()).head.seq).toBe(3);
    });

    it('moves dossiers by the city, and remembers how far it has listened', async () => {
      const { store, reopen } = await open();
      await store.applyEvents(log);
      const words = heardFrom(log.map((event) => verdictOn(event)));
      expect(cityOf(await store.applyCityMessages(words), 1)).toBe('facts-accepted');
      const again = await reopen();
      expect(cityOf(await again.loadState(), 2)).toBe('facts-accepted');
      expect(await again.loadCityPosition()).toBe(log.length);
    });

    it('the same words again, at the same or at higher positions, change nothing', async () => {
      const { store } = await open();
      await store.applyEvents(log);
      const words = log.map((event) => verdictOn(event));
      const once = await store.applyCityMessages(heardFrom(words));
      expect(await store.applyCityMessages(heardFrom(words))).toEqual(once);
      expect(await store.applyCityMessages(heardFrom(words, 500))).toEqual(once);
      expect(await store.loadCityPosition()).toBe(499 + words.length);
    });

    it('a verdict about another history is not one about the event that has the number now', async () => {
      const { store } = await open();
      await store.applyEvents(log);
      const other = log.map((event) => verdictOn(event, 'e'.repeat(64) as typeof event.hash));
      expect(cityOf(await store.applyCityMessages(heardFrom(other)), 1)).toBe('waiting');
    });

    it('a reset leaves drafts, and the log can be replayed', async () => {
      const { store, reopen } = await open();
      await store.applyEvents(log);
      await store.applyCityMessages(heardFrom(log.map((event) => verdictOn(event))));
      await store.saveDraft(draftOf(1));
      await store.reset();
      expect(await store.loadState()).toEqual(emptyDeskState);
      expect(await store.loadCityPosition()).toBe(0);
      const again = await reopen();
      expect(await again.findDraft(draftOf(1).draftId)).toEqual(draftOf(1));
      expect(await again.applyEvents(log)).toEqual(folded);
    });

    it('keeps drafts, the newest first, until they are deleted', async () => {
      const { store } = await open();
      const early = draftOf(1, '2026-11-20T01:00:00.000Z' as never);
      const late = draftOf(2, '2026-11-20T02:00:00.000Z' as never);
      await store.saveDraft(early);
      await store.saveDraft(late);
      expect(await store.listDrafts()).toEqual([late, early]);
      await store.deleteDraft(late.draftId);
      expect(await store.findDraft(late.draftId)).toBeUndefined();
    });
  });
}
