// A desk without a window, as a process of its own that can be killed. Orders come as JSON lines, answers go the same way.
import { parseArgs } from 'node:util';
import { installJumpingClock } from './jumping-clock.ts';
import { isProtection, turnOff } from './turned-off.ts';

const { values } = parseArgs({
  options: {
    profile: { type: 'string' },
    city: { type: 'string' },
    code: { type: 'string' },
    clock: { type: 'string', default: '0' },
    without: { type: 'string' },
  },
});
const { profile, city, code, without } = values;
if (profile === undefined || city === undefined || code === undefined)
  throw new Error('--profile, --city and --code are needed');
if (without !== undefined) {
  if (!isProtection(without)) throw new Error(`no such protection: ${without}`);
  turnOff(without);
}
const clock = installJumpingClock(Number(values.clock));
// Only now: what is turned off must be off before the product is loaded.
const { workByOrders } = await import('./work-by-orders.ts');
await workByOrders({ profile, cityUrl: city, enrolCode: code, setClock: clock.set });
