import type { Observable, Subscription } from 'dexie';
import { describe, expect, it } from 'vitest';
import { createSharedAnswers } from '../../../src/renderer/wiring/shared-answers.ts';

/** Questions as they are asked and let go of, and a way to answer them. */
function questions() {
  const asked: string[] = [];
  const ended: string[] = [];
  const takers = new Map<string, { next: (value: string) => void; error: (defect: unknown) => void }>();
  const ask = (key: string) =>
    ({
      subscribe: (taker: never) => {
        asked.push(key);
        takers.set(key, taker);
        return { closed: false, unsubscribe: () => ended.push(key) } satisfies Subscription;
      },
    }) as unknown as Observable<string>;
  return { ask, asked, ended, taker: (key: string) => takers.get(key) };
}

const aMoment = () => new Promise((settle) => setTimeout(settle, 5));

describe('shared answers', () => {
  it('are asked once however many follow, and every follower hears a change', () => {
    const { ask, asked, taker } = questions();
    const answers = createSharedAnswers(ask);
    const heard: string[] = [];
    answers.follow('a', () => heard.push(`one ${answers.now('a')}`));
    answers.follow('a', () => heard.push(`two ${answers.now('a')}`));
    expect(answers.now('a')).toBeUndefined();
    taker('a')?.next('read');
    expect(asked).toEqual(['a']);
    expect(heard).toEqual(['one read', 'two read']);
  });

  it('are let go of with the last follower, but not by one who takes them again at once', async () => {
    const { ask, asked, ended, taker } = questions();
    const answers = createSharedAnswers(ask);
    const stop = answers.follow('a', () => undefined);
    taker('a')?.next('read');
    stop();
    const stopAgain = answers.follow('a', () => undefined);
    await aMoment();
    expect(answers.now('a')).toBe('read');
    expect({ asked, ended }).toEqual({ asked: ['a'], ended: [] });
    stopAgain();
    await aMoment();
    expect(ended).toEqual(['a']);
    expect(answers.now('a')).toBeUndefined();
  });

  it('that fail throw where they are shown', () => {
    const { ask, taker } = questions();
    const answers = createSharedAnswers(ask);
    answers.follow('a', () => undefined);
    taker('a')?.error(new Error('the copy is gone'));
    expect(() => answers.now('a')).toThrow('the copy is gone');
  });
});
