import { describe, expect, it } from 'vitest';
import { type Answers, openChannels } from '../../../src/main/bridge/open-channels.ts';
import { CHANNEL_NAMES } from '../../../src/shared/contracts/bridge/channel-names.ts';
import { channels } from '../../../src/shared/contracts/bridge/channels.ts';

type Invoke = (name: string, url: string, input: unknown, parent?: object | null) => Promise<unknown>;

/** Opens every channel with answers that record what reached them. */
function openAll(answer: (name: string, input: unknown) => Promise<unknown>): {
  invoke: Invoke;
  defects: string[];
} {
  const doors = new Map<string, (event: unknown, input: unknown) => Promise<unknown>>();
  const defects: string[] = [];
  const answers = Object.fromEntries(
    CHANNEL_NAMES.map((name) => [name, (input: unknown) => answer(name, input)]),
  ) as unknown as Answers;
  openChannels({ handle: (name, door) => doors.set(name, door as never) }, answers, (where) =>
    defects.push(where),
  );
  return {
    defects,
    invoke: async (name, url, input, parent = null) => {
      const door = doors.get(name);
      if (door === undefined) throw new Error(`no door ${name}`);
      return door({ senderFrame: { url, parent } }, input);
    },
  };
}

describe('channels', () => {
  it('have the same names in the map and in the preload', () => {
    expect([...CHANNEL_NAMES].sort()).toEqual(Object.keys(channels).sort());
  });

  it('[BR-1] refuse every foreign sender at every channel', async () => {
    const reached: string[] = [];
    const { invoke } = openAll(async (name) => reached.push(name));
    for (const name of CHANNEL_NAMES) {
      for (const url of ['https://evil.example/', 'app://other/', 'about:blank', 'app://desk.evil/', '']) {
        expect(await invoke(name, url, {})).toMatchObject({ ok: false, failure: { code: 'foreign-sender' } });
      }
      const inFrame = await invoke(name, 'app://desk/', {}, { url: 'app://desk/' });
      expect(inFrame).toMatchObject({ ok: false, failure: { code: 'foreign-sender' } });
    }
    expect(reached).toEqual([]);
  });

  it('[BR-2] parse every argument again: garbage never gets behind a door', async () => {
    const reached: string[] = [];
    const { invoke } = openAll(async (name) => reached.push(name));
    for (const name of CHANNEL_NAMES) {
      for (const garbage of [undefined, null, 7, 'x', []]) {
        expect(await invoke(name, 'app://desk/', garbage)).toMatchObject({
          failure: { code: 'bad-request' },
        });
      }
    }
    const badHead = { expectedHead: { seq: -1, hash: 'x' }, command: 'no', facts: [] };
    expect(await invoke('journal:append', 'app://desk/', badHead)).toMatchObject({
      failure: { code: 'bad-request' },
    });
    expect(reached).toEqual([]);
  });

  it('[BR-2] answer a defect with `unexpected` and log where it was', async () => {
    const { invoke, defects } = openAll(async () => {
      throw new Error('a bug');
    });
    expect(await invoke('desk:start', 'app://desk/', {})).toMatchObject({ failure: { code: 'unexpected' } });
    expect(defects).toEqual(['desk:start']);
  });
});
