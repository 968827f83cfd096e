import { describe, expect, it } from 'vitest';
import { behindKeys, keysFirst } from '../../../src/renderer/state/behind-keys.ts';

const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: '1' }));
const pause = (ms: number) => new Promise((settle) => setTimeout(settle, ms));
/** Longer than somebody who types leaves between two keys. */
const rest = () => pause(600);

describe('what comes in while an officer types', () => {
  it('comes in at once when nobody types', async () => {
    await rest();
    const done: string[] = [];
    behindKeys(() => done.push('page'));
    expect(done).toEqual(['page']);
  });

  it('waits for the frame of the next key, all of it in its order', async () => {
    await rest();
    const done: string[] = [];
    press();
    behindKeys(() => done.push('page'));
    behindKeys(() => done.push('reading'));
    const behind = keysFirst().then(() => done.push('reply'));
    expect(done).toEqual([]);
    const drawn = new Promise<void>((settle) => {
      requestAnimationFrame(() => {
        done.push('frame');
        settle();
      });
    });
    press();
    expect(done).toEqual([]);
    await drawn;
    await behind;
    expect(done).toEqual(['frame', 'page', 'reading', 'reply']);
  });

  it('comes in soon after the last key, when no other follows', async () => {
    await rest();
    press();
    let came = false;
    behindKeys(() => {
      came = true;
    });
    expect(came).toBe(false);
    await rest();
    expect(came).toBe(true);
  });
});
