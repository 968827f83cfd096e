import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { utilityProcess } from '../../../build/electron-on-chromium/api/utility-process.ts';

const ECHO = fileURLToPath(new URL('../fixtures/utility/echo.mjs', import.meta.url));

type Child = ReturnType<typeof utilityProcess.fork>;
const running: Child[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});
function start(path = ECHO, args: string[] = [], options = {}): Child {
  const child = utilityProcess.fork(path, args, { stdio: 'ignore', ...options });
  running.push(child);
  return child;
}
const next = (child: Child, event: string): Promise<unknown> =>
  new Promise((resolve) => child.once(event, (told: unknown) => resolve(told)));

describe('utilityProcess', () => {
  it('is a process of its own that hears and says structured values, also those sent before it listened', async () => {
    const child = start(ECHO, ['one'], { env: { ...process.env, WORD: 'xin chào' }, serviceName: 'Echo' });
    const data = { list: [1, 2], at: new Date(0), bytes: Uint8Array.of(1, 2) };
    child.postMessage(data);
    expect(await next(child, 'message')).toEqual({ data, args: ['one'], word: 'xin chào', type: 'utility' });
    expect(child.pid).not.toBe(process.pid);
  });

  it('tells its end once, with its code, whether it leaves, throws, is killed or never was', async () => {
    const left = start();
    left.postMessage('leave');
    expect(await next(left, 'exit')).toBe(7);
    expect(left.pid).toBe(undefined);
    // says nothing to nobody, and does not throw
    left.postMessage('more');

    const thrown = start();
    thrown.postMessage('throw');
    expect(await next(thrown, 'exit')).not.toBe(0);

    const killed = start();
    await next(killed, 'spawn');
    const exit = next(killed, 'exit');
    expect(killed.kill()).toBe(true);
    expect(await exit).not.toBe(0);
    expect(killed.kill()).toBe(false);

    expect(await next(start('/nowhere.js'), 'exit')).not.toBe(0);
  });

  it('what it cannot do it says', () => {
    const child = start();
    expect(() => child.postMessage('x', [{}])).toThrow('stand-in');
    expect(() => start(ECHO, [], { session: {} })).toThrow('stand-in');
    expect(() => child.on('error', () => {})).not.toThrow();
    expect(() => child.on('moved', () => {})).toThrow('stand-in');
  });
});
