import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bridged, invoke, launchSmallApp, type RunningApp } from './small-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await launchSmallApp();
}, 30_000);
afterAll(() => app.close());

describe('the preload and the page', () => {
  it('the bridge is there before the first script of the page, nothing else of the preload is', async () => {
    const look = await app.page.evaluate(() => (window as unknown as Bridged).firstLook);
    expect(look).toEqual({
      desk: 'object',
      require: 'undefined',
      process: 'undefined',
      onlyInPreload: 'undefined',
      standIn: [],
    });
  });

  it('what the bridge exposes is frozen in depth and cannot be replaced', async () => {
    const outcome = await app.page.evaluate(() => {
      const { desk } = window as unknown as Bridged;
      const attempt = (change: () => void): string => {
        try {
          ('use strict');
          change();
          return 'changed';
        } catch (error) {
          return (error as Error).name;
        }
      };
      return {
        frozen: [desk, desk.nested, desk.nested.list].map((part) => Object.isFrozen(part)),
        replace: attempt(() => {
          Object.defineProperty(window, 'desk', { value: 1 });
        }),
        add: attempt(() => {
          Object.defineProperty(desk, 'extra', { value: 1 });
        }),
        answer: desk.nested.answer,
      };
    });
    expect(outcome).toEqual({
      frozen: [true, true, true],
      replace: 'TypeError',
      add: 'TypeError',
      answer: 42,
    });
  });

  it('promises, errors and callbacks cross the bridge', async () => {
    const outcome = await app.page.evaluate(async () => {
      const { desk } = window as unknown as Bridged;
      let thrown = '';
      try {
        desk.throwNow();
      } catch (error) {
        thrown = `${error instanceof Error} ${(error as Error).message}`;
      }
      return { later: await desk.later('xin chào'), thrown };
    });
    expect(outcome).toEqual({ later: 'later: xin chào', thrown: 'true thrown in the preload' });
  });

  it('a file made in the page has no path', async () => {
    const path = await app.page.evaluate(() =>
      (window as unknown as Bridged).desk.pathOf(new File(['x'], 'giấy.txt')),
    );
    expect(path).toBe('');
  });

  it('a part of ipcRenderer that is missing throws', async () => {
    const message = await app.page.evaluate(() => {
      try {
        (window as unknown as Bridged).desk.useMissing();
        return 'nothing thrown';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe('electron stand-in: ipcRenderer.sendSync is not implemented');
  });
});

describe('ipcRenderer.invoke and ipcMain.handle', () => {
  it('values come back as they went: text, numbers, dates, bytes, nested', async () => {
    const same = await app.page.evaluate(async () => {
      const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 256);
      const sent = [
        'Nguyễn Thị Ánh',
        -0,
        Number.NaN,
        12_345_678_901_234n,
        new Date(86_400_000),
        undefined,
        null,
        { bytes, list: [1, [2, { three: 3 }]], map: new Map([['a', new Set([1])]]) },
      ];
      const [text, zero, nan, big, date, nothing, none, object] = (await (
        window as unknown as Bridged
      ).desk.invoke('echo', ...sent)) as [
        string,
        number,
        number,
        bigint,
        Date,
        undefined,
        null,
        { bytes: Uint8Array; list: unknown[]; map: Map<string, Set<number>> },
      ];
      return {
        text,
        zero: Object.is(zero, -0),
        nan: Number.isNaN(nan),
        big: big === 12_345_678_901_234n,
        date: date instanceof Date && date.getTime() === 86_400_000,
        nothing: nothing === undefined && none === null,
        bytes: object.bytes instanceof Uint8Array && object.bytes.every((byte, i) => byte === bytes[i]),
        list: JSON.stringify(object.list),
        map: object.map.get('a')?.has(1),
      };
    });
    expect(same).toEqual({
      text: 'Nguyễn Thị Ánh',
      zero: true,
      nan: true,
      big: true,
      date: true,
      nothing: true,
      bytes: true,
      list: '[1,[2,{"three":3}]]',
      map: true,
    });
  });

  it('bytes arrive in main as a Uint8Array', async () => {
    const kind = await app.page.evaluate(() =>
      (window as unknown as Bridged).desk.invoke('kind', new Uint8Array([1, 2])),
    );
    expect(kind).toBe('[object Uint8Array]');
  });

  it('an error of a handler comes as a plain Error with its text, without its code', async () => {
    const failed = await app.page.evaluate(async () => {
      const { desk } = window as unknown as Bridged;
      const failure = (channel: string): Promise<unknown> =>
        desk.invoke(channel).catch((error) => [error instanceof Error, error.message, 'code' in error]);
      return [await failure('fail'), await failure('nobody-handles-this'), await failure('uncloneable')];
    });
    expect(failed).toEqual([
      [true, "Error invoking remote method 'fail': Error: no such dossier", false],
      [
        true,
        "Error invoking remote method 'nobody-handles-this': Error: No handler registered for 'nobody-handles-this'",
        false,
      ],
      [true, "Error invoking remote method 'uncloneable': Error: An object could not be cloned.", false],
    ]);
  });

  it('the handler knows who asks', async () => {
    expect(await invoke(app.page, 'sender')).toEqual({
      url: 'app://desk/',
      origin: 'app://desk',
      sameContents: true,
      sameFrame: true,
    });
  });
});

describe('notices', () => {
  it('a notice sent before the page was there is lost, as in Electron', async () => {
    const notices = await app.page.evaluate(() => (window as unknown as Bridged).notices);
    expect(notices).toEqual([]);
  });

  it('500 notices arrive complete and in order, and stop after removeListener', async () => {
    const outcome = await app.page.evaluate(async () => {
      const { desk } = window as unknown as Bridged;
      const heard: number[] = [];
      const stop = desk.onNotice((i) => heard.push(i as number));
      await desk.invoke('notify', 500);
      stop();
      await desk.invoke('notify', 5);
      return { count: heard.length, ordered: heard.every((value, i) => value === i) };
    });
    expect(outcome).toEqual({ count: 500, ordered: true });
  });

  it('ipcRenderer.send reaches ipcMain.on', async () => {
    await app.page.evaluate(() => (window as unknown as Bridged).desk.send('told', 'một', 2));
    expect(await invoke(app.page, 'seen')).toMatchObject({ told: [['một', 2]] });
  });
});
