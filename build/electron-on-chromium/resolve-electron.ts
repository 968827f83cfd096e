import { registerHooks } from 'node:module';

const STAND_IN = new URL('./electron.ts', import.meta.url).href;

/**
 * From here on `electron`, by import or require, means the stand-in. The application can tell by
 * ELECTRON_STAND_IN, so that its screen says the truth about what it runs on.
 */
export function resolveElectronHere(electronVersion: string): void {
  Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true });
  process.env.ELECTRON_STAND_IN = '1';
  Object.defineProperty(process, 'type', { value: 'browser', enumerable: true });
  registerHooks({
    resolve(specifier, context, next) {
      if (/^electron(\/(main|common))?$/.test(specifier)) return { url: STAND_IN, shortCircuit: true };
      return next(specifier, context);
    },
  });
}
