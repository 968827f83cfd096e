import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { onTwinHeard } from '../../../src/main/bridge/twin-desk.ts';
import type { CityLog } from '../../../src/main/journal/city-log.ts';
import { ok } from '../../../src/shared/base/result.ts';
import type { CityMessage } from '../../../src/shared/contracts/city/events.ts';

const verdict = (reasonCode: string) =>
  ({ kind: 'verdict', statement: { body: { reasonCode } } }) as unknown as CityMessage; // what is looked at

/** A city log whose reads take a while, as a disk's do. */
function slowLog() {
  const messages: CityMessage[] = [];
  let heard = (): void => undefined;
  const log: Pick<CityLog, 'last' | 'read' | 'subscribe'> = {
    last: () => messages.length,
    read: async ({ after }) => {
      const page = messages.slice(after).map((message, index) => ({ position: after + index + 1, message }));
      await pause(5);
      return ok({ messages: page, last: messages.length });
    },
    subscribe: (listener) => {
      heard = () => listener(messages.length);
      return () => undefined;
    },
  };
  return {
    log,
    hear: (message: CityMessage): void => {
      messages.push(message);
      heard();
    },
  };
}

it('tells once that another desk goes on in this one’s name, however many words come at a time', async () => {
  const { log, hear } = slowLog();
  let told = 0;
  onTwinHeard(log, () => {
    told += 1;
  });
  hear(verdict(''));
  hear(verdict('seq-conflict'));
  hear(verdict('seq-conflict'));
  hear(verdict('seq-conflict'));
  await expect.poll(() => told).toBeGreaterThan(0);
  await pause(50);
  expect(told).toBe(1);
});
