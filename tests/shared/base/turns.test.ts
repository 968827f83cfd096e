import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../src/shared/base/turns.ts';

describe('turns', () => {
  it('lets in as many as there are places, then by priority, then by order of coming', async () => {
    const turns = createTurns(1);
    const first = await turns.take('background');
    const order: string[] = [];
    const enter = async (name: string, priority: 'looking' | 'background'): Promise<void> => {
      const giveBack = await turns.take(priority);
      order.push(name);
      giveBack?.();
    };
    const all = [
      enter('b1', 'background'),
      enter('b2', 'background'),
      enter('look1', 'looking'),
      enter('look2', 'looking'),
    ];
    first?.();
    await Promise.all(all);
    expect(order).toEqual(['look1', 'look2', 'b1', 'b2']);
  });

  it('gives a second place only to who is alone', async () => {
    const turns = createTurns(2);
    expect(turns.takeSecond()).toBeNull();
    const first = await turns.take('background');
    const second = turns.takeSecond();
    expect(second).not.toBeNull();
    expect(turns.takeSecond()).toBeNull();
    const waiting = turns.take('background');
    second?.();
    expect(await waiting).not.toBeNull();
    expect(turns.takeSecond()).toBeNull();
    first?.();
    expect(createTurns(1).takeSecond()).toBeNull();
  });

  it('asks who is looked at when a place is free, not when it was asked for', async () => {
    const turns = createTurns(1);
    const giveBack = await turns.take('background');
    const order: string[] = [];
    let looking = 'none';
    const wait = (name: string) =>
      turns
        .take(() => (looking === name ? 'looking' : 'background'))
        .then((give) => {
          order.push(name);
          give?.();
        });
    const all = [wait('first'), wait('second'), wait('third')];
    looking = 'third';
    giveBack?.();
    await Promise.all(all);
    expect(order).toEqual(['third', 'first', 'second']);
  });

  it('a place given back twice is one place', async () => {
    const turns = createTurns(1);
    const giveBack = await turns.take('background');
    giveBack?.();
    giveBack?.();
    await turns.take('background');
    let second = false;
    void turns.take('background').then(() => {
      second = true;
    });
    await Promise.resolve();
    expect(second).toBe(false);
  });

  it('who gives up waiting gets null and takes no place', async () => {
    const turns = createTurns(1);
    const giveBack = await turns.take('background');
    const given = new AbortController();
    const waiting = turns.take('looking', given.signal);
    given.abort();
    expect(await waiting).toBeNull();
    expect(await turns.take('looking', given.signal)).toBeNull();
    giveBack?.();
    expect(await turns.take('background')).not.toBeNull();
  });
});
