// The reference city as a process of its own that can be killed, asked and told by JSON lines.

import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { changeDossier, withdrawDossier } from '../../city/say-conflict.ts';
import { startCity } from '../../city/start-city.ts';
import type { CityAnswer, CityAsked } from './city-orders.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, desks: { type: 'string' }, clock: { type: 'string', default: '0' } },
});
let clockOffsetMs = Number(values.clock);

const city = await startCity({
  dataDir: values.data,
  desks: Number(values.desks),
  now: () => new Date(Date.now() + clockOffsetMs),
});
const write = (line: CityAnswer): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
write({
  id: 0,
  value: { url: city.url, codes: city.codes, publicKey: city.publicKey },
});

async function carryOut({ order }: CityAsked): Promise<unknown> {
  switch (order.do) {
    case 'query':
      return city.query(order.text, order.values);
    case 'set-clock':
      clockOffsetMs = order.offsetMs;
      return null;
    case 'publish':
      // The same words under a new version: what was composed on the old one is asked for again.
      return city.publishReference(() => undefined);
    case 'withdraw':
      return withdrawDossier(city.context, order.dossierId, 'citizen', order.reason);
    case 'change':
      return changeDossier(city.context, order.dossierId, order.changes);
    case 'stop':
      await city.stop();
      return null;
  }
}

const lines = createInterface({ input: process.stdin });
lines.on('line', (text) => {
  const asked: CityAsked = JSON.parse(text);
  void carryOut(asked)
    .then(
      (value) => write({ id: asked.id, value }),
      (defect: unknown) => write({ id: asked.id, defect: String(defect) }),
    )
    .then(() => asked.order.do === 'stop' && process.exit(0));
});
// The driver is gone: nobody would end this city.
lines.on('close', () => process.exit(0));
