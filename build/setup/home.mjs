import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const home = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const bin = join(home, 'node_modules/.bin');
const paths = (process.env.PATH ?? '').split(delimiter).filter((path) => path !== bin);

/** For npm itself: it replaces node_modules, so it must not run on the Node that lies in there. */
export const systemEnvironment = { ...process.env, PATH: paths.join(delimiter) };

/** For everything of the project: its tools and its Node first. */
export const projectEnvironment = { ...process.env, PATH: [bin, ...paths].join(delimiter) };

/** A file in which a step remembers what it has done; gone with node_modules. */
export function rememberedIn(name) {
  const folder = join(home, 'node_modules/.cache/setup');
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}
