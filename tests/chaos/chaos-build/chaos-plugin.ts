import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { insertPoints } from './insert-points.ts';
import { isPointed } from './pointed-files.ts';
import { SWITCHES } from './switches.ts';

/** Opens a door in main's own server for what the window's points ask; the window cannot end the desk by itself. */
const DOOR = {
  file: 'src/main/bridge/serve-desk.ts',
  find: 'for (const route of parts.routes()) {',
  put: 'const asked = chaosAnswer(request); if (asked !== null) return asked; for (const route of parts.routes()) {',
};

/** A source with its switches in it. */
export function exchange(file: string, code: string): string {
  let changed = code;
  for (const { find, put } of [DOOR, ...SWITCHES].filter((each) => each.file === file)) {
    if (changed.split(find).length !== 2)
      throw new Error(
        `${file} does not hold exactly once: ${find}\nThe chaos build has to follow the product.`,
      );
    changed = changed.replace(find, () => put);
  }
  return changed;
}

/** Makes the chaos build out of the product's sources: switches first, then a point at every await. */
export function chaosPlugin(home: string, runtime: 'point-in-main' | 'point-in-window'): Plugin {
  const runtimePath = `${import.meta.dirname}/${runtime}.ts`;
  return {
    name: 'chaos',
    enforce: 'pre',
    transform(code, id) {
      // What has a query is an address or a text, not a module of the product.
      const file = relative(home, id).replaceAll('\\', '/');
      if (!/^src\/.*\.tsx?$/.test(file)) return null;
      const exchanged = exchange(file, code);
      const pointed = isPointed(file) ? insertPoints(file, exchanged).code : exchanged;
      if (pointed === code) return null;
      const names = [
        'chaosPoint',
        'chaosDone',
        'chaosEach',
        'chaosOff',
        'chaosAnswer',
        'chaosHold',
        'chaosHeld',
      ].filter((name) => pointed.includes(`${name}(`));
      // On the first line, so that every other line keeps its number.
      return {
        code: `import { ${names.join(', ')} } from ${JSON.stringify(runtimePath)}; ${pointed}`,
        map: null,
      };
    },
  };
}
