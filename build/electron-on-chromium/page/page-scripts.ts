import { makeBridgeEnd } from './bridge-end.ts';
import { mainWorld } from './main-world.ts';
import { type PreloadFacts, preloadWorld } from './preload-world.ts';
import { makeWireCodec } from './wire-codec.ts';
import { makeWorldLink } from './world-link.ts';

export const PRELOAD_WORLD = 'Electron Isolated Context';
/** DevTools binding in the preload world, and the function there that takes messages from main. */
export const SEND_BINDING = '__standinSend';
export const RECEIVE_FUNCTION = '__standinReceive';

/** The two scripts that every document of a window runs first: one for each JavaScript world. */
export function pageScripts(facts: PreloadFacts, preloadSource: string): { main: string; preload: string } {
  if (/^\s*(import|export)\s/m.test(preloadSource)) {
    throw new Error('electron stand-in: a sandboxed preload must be CommonJS, this one has import or export');
  }
  const parts = `{ makeCodec: ${makeWireCodec}, makeEnd: ${makeBridgeEnd}, makeLink: ${makeWorldLink} }`;
  return {
    main: `(${mainWorld})(${JSON.stringify(facts.secret)}, ${makeBridgeEnd}, ${makeWorldLink});`,
    preload: [
      `(${preloadWorld})(${JSON.stringify(facts)}, ${parts}, function (require, module, exports, process) {`,
      preloadSource,
      '});\n//# sourceURL=preload.cjs',
    ].join('\n'),
  };
}
