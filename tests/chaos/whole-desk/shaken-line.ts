import type { LinePlug } from '../../support/line-plug.ts';
import type { Random } from '../../support/seeded-random.ts';
import { pause } from './wait-until.ts';

const TRIES = 20;

/** While the line was down its port may have been lent to a call of somebody else's, for a moment. */
async function plugIn(plug: LinePlug): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await plug.plugIn();
    } catch (thrown) {
      if (tries === TRIES) throw thrown;
      await pause(500);
    }
  }
}

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
        await plugIn(plug);
      }
    }
  })();
  // Somebody else has the port by now: told when the turn is over.
  const broken = shaking.then(
    () => null,
    (thrown: Error) => thrown,
  );
  return async () => {
    on = false;
    const thrown = await broken;
    if (thrown !== null) throw thrown;
  };
}
