import { passing } from './passing.ts';

/** Runs inside the desk's window, in the chaos build only: asks main, and waits for it as a point must. */
function ask(path: string): string {
  const request = new XMLHttpRequest();
  request.open('GET', path, false);
  request.send();
  return request.responseText;
}

const plan = JSON.parse(ask('/chaos/plan')) as { readonly points: boolean; readonly off: readonly string[] };

export const chaosOff = (name: string): boolean => plan.off.includes(name);

export function chaosPoint(name: string): void {
  if (plan.points) ask(`/chaos/point?name=${encodeURIComponent(name)}`);
}

export const { chaosDone, chaosEach } = passing(chaosPoint);
