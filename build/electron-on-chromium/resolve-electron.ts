import { registerHooks } from 'node:module';

const STAND_IN = new URL('./electron.ts', import.meta.url).href;

/** From here on `electron`, by import or require, means the stand-in. */
export function resolveElectronHere(electronVersion: string): void {
  Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true });
  Object.defineProperty(process, 'type', { value: 'browser', enumerable: true });
  registerHooks({
    resolve(specifier, context, next) {
      if (/^electron(\/(main|common))?$/.test(specifier)) return { url: STAND_IN, shortCircuit: true };
      return next(specifier, context);
    },
  });
}
