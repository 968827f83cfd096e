import { EventEmitter } from 'node:events';

/** Names that Node, promises and test tools look for on any object; they are simply absent. */
const PROBED_BY_TOOLS: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'domain',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  '$$typeof',
  'inspect',
  '__esModule',
  'module.exports',
]);

export const notImplemented = (what: string): never => {
  throw new Error(`electron stand-in: ${what} is not implemented`);
};

/**
 * The object itself, except that reading a property which it does not have throws. So code that starts to use
 * a further part of Electron's API fails at the first call instead of going on with `undefined`.
 */
export function withGaps<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'string' && !(key in object) && !PROBED_BY_TOOLS.has(key)) {
        return notImplemented(`${name}.${key}`);
      }
      return Reflect.get(object, key, receiver);
    },
  });
}

/** A module of Electron that is not there at all: importing it is allowed, any use throws. */
export function missingModule(name: string): unknown {
  // Not an arrow function: `new` must reach the trap below.
  function Missing(): never {
    return notImplemented(name);
  }
  return new Proxy(Missing, {
    get: (_, key) =>
      typeof key === 'symbol' || PROBED_BY_TOOLS.has(key) ? undefined : notImplemented(`${name}.${key}`),
    set: (_, key) => notImplemented(`${name}.${String(key)}`),
    construct: Missing,
  });
}

/** An EventEmitter that refuses listeners for events which the stand-in would never emit. */
export function createEmitter(name: string, events: readonly string[]): EventEmitter {
  const known: ReadonlySet<string | symbol> = new Set([...events, 'newListener', 'removeListener', 'error']);
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  for (const method of ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'] as const) {
    const original = emitter[method].bind(emitter);
    emitter[method] = (event, listener) => {
      if (!known.has(event)) notImplemented(`${name}.${method}('${String(event)}')`);
      return original(event, listener);
    };
  }
  return emitter;
}

/** Adds members, getters included, to an emitter. */
export const extend = <Base extends object, Members extends object>(
  base: Base,
  members: Members,
): Base & Members =>
  Object.defineProperties(base, Object.getOwnPropertyDescriptors(members)) as Base & Members;
