import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSessionActions } from '../../../src/renderer/actions/session-actions.ts';
import { useDeskView } from '../../../src/renderer/state/desk-view.ts';
import { isWhole } from '../../../src/renderer/storage/row-counts.ts';
import { createWork } from '../../../src/renderer/wiring/create-work.ts';
import { oneAtATime } from '../../../src/shared/base/one-at-a-time.ts';
import type { StartReport } from '../../../src/shared/contracts/bridge/start-report.ts';
import { emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import { commandId, desk, ha, slipLease } from '../../shared/support/a-desk.ts';
import { aBridge } from '../support/a-bridge.ts';
import { aCopy } from '../support/a-copy.ts';
import { dayWith, draftOf, evolveAll, logOf, verdictOn } from '../support/a-log.ts';

const log = dayWith(2);
const before = useDeskView.getState();
afterEach(() => useDeskView.setState(before, true));

const reportOf = (head: StartReport['head'], status: StartReport['status'] = 'ready'): StartReport => ({
  status,
  desk,
  head,
  signedIn: null,
  standIn: false,
  practice: false,
  version: '0.1.0',
  notices: [],
});

async function aWindow(main: ReturnType<typeof aBridge>, copied: typeof log) {
  const { store, database } = await aCopy();
  await store.applyEvents(copied);
  let ready = 0;
  const work = createWork({
    bridge: main.bridge,
    store,
    whole: true,
    lock: oneAtATime(),
    onReady: () => {
      ready += 1;
    },
    logDefect: () => undefined,
  });
  return { work, store, database, ready: () => ready };
}
const codes = () => useDeskView.getState().notices.map(({ code }) => code);

describe('the window comes to work', () => {
  it('shows the state at the journal, then opens the screens', async () => {
    const main = aBridge({ events: log });
    const { work, ready } = await aWindow(main, log.slice(0, 3));
    await work.begin(reportOf(main.head()));
    expect(useDeskView.getState().desk?.dossiers.size).toBe(2);
    expect(useDeskView.getState().start?.status).toBe('ready');
    expect(ready()).toBe(1);
    expect(work.whyNot()).toBeNull();
  });

  it('a desk that is not open yet only says so', async () => {
    const main = aBridge();
    const { work } = await aWindow(main, []);
    await work.begin(reportOf(main.head(), 'locked'));
    expect(useDeskView.getState().start?.status).toBe('locked');
    expect(main.called).toEqual([]);
  });

  it('follows what main tells: facts first, then what the city said about them', async () => {
    const main = aBridge({ events: log });
    const { work, store } = await aWindow(main, log);
    await work.begin(reportOf(main.head()));
    const lease = { type: 'accept-lease', commandId: commandId(700), lease: slipLease(9, 900, 950) } as const;
    main.events.push(...logOf([lease], evolveAll(emptyDeskState, log)));
    main.heard.push(...main.events.map((event) => verdictOn(event)));
    main.tell({ type: 'city-stream-grew', position: main.heard.length });
    await vi.waitFor(() =>
      expect([...(useDeskView.getState().desk?.dossiers.values() ?? [])][0]?.city.kind).toBe(
        'facts-accepted',
      ),
    );
    expect((await store.loadState()).leases.size).toBe(4);
  });

  it('drafts come back when the copy had to be begun anew, and that is said', async () => {
    const main = aBridge({ events: log });
    main.drafts.set(draftOf(1).draftId, draftOf(1));
    const { work, store } = await aWindow(main, []);
    await work.begin(reportOf(main.head()));
    expect(codes()).toEqual(['copy-rebuilt', 'drafts-restored']);
    expect(await store.listDrafts()).toEqual([draftOf(1)]);
  });

  it('drafts come back too when the power went after the events had, and before the last draft', async () => {
    const main = aBridge({ events: log });
    main.drafts.set(draftOf(1).draftId, draftOf(1));
    main.refuse('draft:list', 'disk-error');
    const { work, store, database } = await aWindow(main, []);
    await work.begin(reportOf(main.head()));
    expect(await store.listDrafts()).toEqual([]);

    const again = aBridge({ events: log });
    again.drafts.set(draftOf(1).draftId, draftOf(1));
    const next = createWork({
      bridge: again.bridge,
      store,
      whole: await isWhole(database),
      lock: oneAtATime(),
      onReady: () => undefined,
      logDefect: () => undefined,
    });
    await next.begin(reportOf(again.head()));
    expect(await store.listDrafts()).toEqual([draftOf(1)]);
  });

  it('a draft that was thrown away stays so, though the power kept main from hearing it', async () => {
    const main = aBridge({ events: log });
    main.drafts.set(draftOf(1).draftId, draftOf(1));
    const { work, store } = await aWindow(main, []);
    await work.begin(reportOf(main.head()));
    await store.deleteDraft(draftOf(1).draftId);
    await work.begin(reportOf(main.head()));
    expect(await store.listDrafts()).toEqual([]);
  });

  it('[HF-6] main gets again the drafts that a kill kept from it; those of received dossiers it does not', async () => {
    const main = aBridge({ events: log });
    const { work, store } = await aWindow(main, log);
    await store.saveDraft(draftOf(1));
    const received = [...evolveAll(emptyDeskState, log).commands.keys()][0] as string;
    await store.saveDraft({ ...draftOf(1), draftId: received });
    await work.begin(reportOf(main.head()));
    expect(codes()).toEqual([]);
    expect([...main.drafts]).toEqual([[draftOf(1).draftId, draftOf(1)]]);
  });

  it('a copy that cannot follow is told, and no screen pretends', async () => {
    const main = aBridge({ events: log });
    main.refuse('journal:read', 'disk-error');
    const { work } = await aWindow(main, log);
    await work.begin(reportOf(main.head()));
    expect(codes()).toEqual(['copy-behind-journal']);
    expect(useDeskView.getState().start).toBeNull();
  });
});

describe('when the journal has lost its end', () => {
  it('the window shows everything, makes nothing, and touches nothing', async () => {
    const main = aBridge({ events: log.slice(0, -4) });
    const { work, database } = await aWindow(main, log);
    await work.begin(reportOf(main.head()));
    expect(codes()).toEqual(['journal-behind-copy']);
    expect(work.whyNot()).toMatchObject({ code: 'journal-behind-copy', facts: { events: 4 } });
    expect(useDeskView.getState().desk?.dossiers.size).toBe(2);
    main.tell({ type: 'journal-grew', seq: 99 });
    expect((await work.catchUp()).head.seq).toBe(log.length);
    expect(await database.events.count()).toBe(log.length);
  });

  it('who was signed in before has to sign in again, and then can look', async () => {
    const main = aBridge({ events: log.slice(0, -4) });
    const { work } = await aWindow(main, log);
    const session = createSessionActions(main.bridge, work);
    await work.begin(reportOf(main.head()));
    expect(useDeskView.getState().desk?.signedIn).toBeNull();
    await session.signIn(ha.officerId, '1234');
    expect(useDeskView.getState().desk?.signedIn).toEqual(ha);
    await session.signOut();
    expect(useDeskView.getState().desk?.signedIn).toBeNull();
  });
});
