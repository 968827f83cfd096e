import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installDebianPackages } from './debian-packages.mjs';
import { placeElectron } from './electron-binary.mjs';
import { findNode24, installNpmPackages } from './npm-packages.mjs';
import { stop } from './say.mjs';

/**
 * Makes a machine ready, without questions, each step only when it is needed:
 *
 *     node build/setup/ready.mjs [--for=start|test|bench] [--retry-electron]
 *
 * Plain JavaScript without packages, for Node 20 or later: it runs before anything is installed.
 *
 * @returns {Promise<{ node: string, shell: 'electron' | 'stand-in' }>} the Node 24 to use, and what the desk runs on
 */
export async function makeReady({ purpose, retryElectron = false }) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    stop(`Node 20 or later is needed, this is ${process.version}.`);
  }
  installNpmPackages();
  const node = findNode24();
  const shell = await placeElectron({ retry: retryElectron });
  installDebianPackages({ purpose, shell });
  return { node, shell };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  await makeReady({
    purpose: ['test', 'bench'].find((purpose) => words.includes(`--for=${purpose}`)) ?? 'start',
    retryElectron: words.includes('--retry-electron'),
  });
}
