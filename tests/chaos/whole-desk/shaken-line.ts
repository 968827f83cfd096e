import type { LinePlug } from '../../support/line-plug.ts';
import type { Random } from '../../support/seeded-random.ts';
import { pause } from './wait-until.ts';

/** The line goes up and down by itself, and sometimes swallows a reply, until it is stopped. */
export function shakeLine(plug: LinePlug, random: Random): () => Promise<void> {
  let on = true;
  const shaking = (async () => {
    while (on) {
      await pause(random.between(300, 2500));
      if (!on) return;
      if (random.chance(0.5)) await plug.unplug();
      else {
        if (random.chance(0.4)) plug.loseReplies(1, random.chance(0.5) ? 'POST' : 'PATCH');
        if (random.chance(0.2)) plug.cutAfterSending(Math.floor(random.between(200, 20_000)));
        await plug.plugIn();
      }
    }
  })();
  return () => {
    on = false;
    return shaking;
  };
}
