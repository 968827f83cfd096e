import type { LinkMessage, SendAcross } from './world-link.ts';

type Crossing = { t: string; v?: unknown; id?: number; k?: readonly string[]; m?: string; s?: string };
type Settle = { resolve(value: unknown): void; reject(reason: unknown): void };

export type BridgeEnd = Readonly<{
  /** Puts `api` on the other world's `window[key]`; throws what the other end says against it. */
  expose(key: string, api: unknown): void;
  receive(message: LinkMessage): unknown;
}>;

/**
 * One end of `contextBridge`, the same in both worlds. Functions and promises cross by number, objects are
 * copied without prototypes (and frozen when exposed), errors become plain `Error`: as Electron does it.
 */
export function makeBridgeEnd(
  send: SendAcross,
  place: (key: string, api: unknown) => void = () => undefined,
): BridgeEnd {
  const ownFunctions = new Map<number, (...args: unknown[]) => unknown>();
  const numbers = new WeakMap<object, number>();
  const theirFunctions = new Map<number, unknown>();
  const theirPromises = new Map<number, Settle>();
  let lastFunction = 0;
  let lastPromise = 0;

  const isPlain = (value: object): boolean =>
    Object.prototype.toString.call(value) === '[object Object]' && !(value instanceof Error);

  const pack = (value: unknown, depth = 0): Crossing => {
    if (depth > 1000) throw new TypeError('contextBridge: maximum recursion depth exceeded');
    if (typeof value === 'function') return packFunction(value as (...args: unknown[]) => unknown);
    if (typeof value === 'symbol') throw new TypeError('contextBridge: a symbol cannot cross');
    if (value === null || typeof value !== 'object') return { t: 'value', v: value };
    if (value instanceof Promise) return packPromise(value);
    if (Array.isArray(value)) return { t: 'array', v: value.map((item) => pack(item, depth + 1)) };
    if (value instanceof Error) return { t: 'error', m: value.message, s: value.stack ?? '' };
    if (value instanceof Node)
      throw new TypeError('electron stand-in: a DOM element across is not implemented');
    if (!isPlain(value)) return { t: 'value', v: structuredClone(value) };
    const keys = Object.keys(value);
    return {
      t: 'object',
      k: keys,
      v: keys.map((k) => pack((value as Record<string, unknown>)[k], depth + 1)),
    };
  };
  const packFunction = (callee: (...args: unknown[]) => unknown): Crossing => {
    const known = numbers.get(callee);
    if (known !== undefined) return { t: 'function', id: known };
    lastFunction += 1;
    numbers.set(callee, lastFunction);
    ownFunctions.set(lastFunction, callee);
    return { t: 'function', id: lastFunction };
  };
  const packPromise = (promise: Promise<unknown>): Crossing => {
    lastPromise += 1;
    const id = lastPromise;
    const settle = (ok: boolean, value: unknown): unknown =>
      send({ op: 'settle', id, ok, value: pack(value) });
    promise
      .then((value) => settle(true, value))
      // Also when the value itself cannot cross.
      .catch((reason: unknown) =>
        settle(false, reason instanceof Error ? reason : new Error(String(reason))),
      );
    return { t: 'promise', id };
  };

  const unpack = (crossing: Crossing, frozen: boolean): unknown => {
    const settle = <T extends object>(made: T): T => (frozen ? Object.freeze(made) : made);
    switch (crossing.t) {
      case 'array':
        return settle((crossing.v as Crossing[]).map((item) => unpack(item, frozen)));
      case 'object': {
        const values = crossing.v as Crossing[];
        const entries = (crossing.k ?? []).map((key, i): [string, unknown] => [
          key,
          unpack(values[i] ?? { t: 'value' }, frozen),
        ]);
        return settle(Object.fromEntries(entries));
      }
      case 'error':
        return Object.assign(new Error(crossing.m), { stack: crossing.s });
      case 'promise':
        return new Promise((resolve, reject) => theirPromises.set(crossing.id ?? 0, { resolve, reject }));
      case 'function':
        return callerOf(crossing.id ?? 0);
      default:
        return crossing.v;
    }
  };
  const callerOf = (id: number): unknown => {
    const known = theirFunctions.get(id);
    if (known) return known;
    const call = (...args: unknown[]): unknown => {
      const answer = send({ op: 'call', id, args: args.map((arg) => pack(arg)) });
      if (!answer) return undefined;
      const { ok, value } = answer as { ok: boolean; value: Crossing };
      if (ok) return unpack(value, false);
      throw unpack(value, false);
    };
    theirFunctions.set(id, call);
    return call;
  };

  const answerCall = (id: number, args: readonly Crossing[]): unknown => {
    try {
      const value = ownFunctions.get(id)?.(...args.map((arg) => unpack(arg, false)));
      return { ok: true, value: pack(value) };
    } catch (error) {
      return { ok: false, value: pack(error instanceof Error ? error : new Error(String(error))) };
    }
  };
  const answerSettle = (id: number, ok: boolean, value: Crossing): void => {
    const waiting = theirPromises.get(id);
    theirPromises.delete(id);
    if (ok) waiting?.resolve(unpack(value, false));
    else waiting?.reject(unpack(value, false));
  };
  const answerExpose = (key: string, api: Crossing): unknown => {
    try {
      place(key, unpack(api, true));
      return { ok: true };
    } catch (error) {
      return { ok: false, why: error instanceof Error ? error.message : String(error) };
    }
  };

  return {
    expose(key, api) {
      const answer = send({ op: 'expose', key, api: pack(api) }) as { ok: boolean; why?: string } | undefined;
      if (!answer?.ok) throw new Error(answer?.why ?? 'contextBridge: the page is not ready');
    },
    receive(message) {
      const { op, id, key, ok } = message as { op: string; id: number; key: string; ok: boolean };
      if (op === 'call') return answerCall(id, message.args as Crossing[]);
      if (op === 'settle') return answerSettle(id, ok, message.value as Crossing);
      return answerExpose(key, message.api as Crossing);
    },
  };
}
