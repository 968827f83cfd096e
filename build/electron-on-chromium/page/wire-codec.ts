/** A value of the structured-clone kind as a tree that JSON can carry. */
type Packed = null | string | boolean | number | Readonly<Record<string, unknown>>;

export type WireCodec = Readonly<{
  /** Throws 'An object could not be cloned.' for what structured clone refuses. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}>;

/**
 * The codec for IPC arguments, made anew at both ends: in Node, and in the page from this function's own source
 * text. So it must not use anything from outside its body.
 */
export function makeWireCodec(base64: {
  readonly encode: (bytes: Uint8Array) => string;
  readonly decode: (text: string) => Uint8Array;
}): WireCodec {
  const errors: Readonly<Record<string, ErrorConstructor>> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const refused = [
    'Promise',
    'WeakMap',
    'WeakSet',
    'WeakRef',
    'SharedArrayBuffer',
    'Blob',
    'File',
    'Generator',
  ];
  const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);
  const uncloneable = (): Error => new Error('An object could not be cloned.');
  const bytesOf = (view: ArrayBufferView): string =>
    base64.encode(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));

  function encode(root: unknown): string {
    const seen = new Map<object, number>();
    const pack = (value: unknown): Packed => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
      if (typeof value === 'number') {
        if (Object.is(value, -0)) return { t: 'number', v: '-0' };
        return Number.isFinite(value) ? value : { t: 'number', v: String(value) };
      }
      if (value === undefined) return { t: 'undefined' };
      if (typeof value === 'bigint') return { t: 'bigint', v: String(value) };
      if (typeof value !== 'object') throw uncloneable();
      const known = seen.get(value);
      if (known !== undefined) return { t: 'again', i: known };
      seen.set(value, seen.size);
      return packObject(value);
    };
    const packObject = (value: object): Packed => {
      if (Array.isArray(value)) return { t: 'array', v: Array.from(value, pack) };
      if (ArrayBuffer.isView(value)) return { t: 'view', c: tagOf(value), b: bytesOf(value) };
      if (value instanceof ArrayBuffer) return { t: 'buffer', b: base64.encode(new Uint8Array(value)) };
      if (value instanceof Date) return { t: 'date', v: pack(value.getTime()) };
      if (value instanceof RegExp) return { t: 'regexp', s: value.source, f: value.flags };
      if (value instanceof Map) return { t: 'map', v: Array.from(value, ([k, x]) => [pack(k), pack(x)]) };
      if (value instanceof Set) return { t: 'set', v: Array.from(value, pack) };
      if (value instanceof Boolean || value instanceof Number || value instanceof String) {
        return { t: 'boxed', v: pack(value.valueOf()) };
      }
      const tag = tagOf(value);
      if (tag === 'Error') return packError(value as Error);
      if (refused.includes(tag)) throw uncloneable();
      if (tag !== 'Object') refuseUnlessPlainClone(value);
      const keys = Object.keys(value);
      return { t: 'object', k: keys, v: keys.map((key) => pack((value as Record<string, unknown>)[key])) };
    };
    // As structured clone does it: name, message, stack and cause survive, own properties do not.
    const packError = (error: Error): Packed => ({
      t: 'error',
      n: error.name in errors ? error.name : 'Error',
      m: String(error.message),
      ...(error.stack === undefined ? {} : { s: String(error.stack) }),
      ...(Object.hasOwn(error, 'cause') ? { c: pack(error.cause) } : {}),
    });
    const refuseUnlessPlainClone = (value: object): void => {
      let clone: unknown;
      try {
        clone = structuredClone(value);
      } catch {
        throw uncloneable();
      }
      if (tagOf(clone) !== 'Object') throw uncloneable();
    };
    return JSON.stringify(pack(root));
  }

  function decode(text: string): unknown {
    const made: unknown[] = [];
    const keep = <T>(value: T): T => {
      made.push(value);
      return value;
    };
    const unpack = (packed: unknown): unknown => {
      if (packed === null || typeof packed !== 'object') return packed;
      const part = packed as Record<string, unknown>;
      switch (part.t) {
        case 'undefined':
          return undefined;
        case 'number':
          return part.v === '-0' ? -0 : Number(part.v);
        case 'bigint':
          return BigInt(part.v as string);
        case 'again':
          return made[part.i as number];
        case 'array': {
          const array = keep<unknown[]>([]);
          for (const item of part.v as unknown[]) array.push(unpack(item));
          return array;
        }
        case 'object': {
          const object = keep<Record<string, unknown>>({});
          (part.k as string[]).forEach((key, i) => {
            const value = unpack((part.v as unknown[])[i]);
            // Not an assignment: '__proto__' is a key like any other.
            Object.defineProperty(object, key, {
              value,
              writable: true,
              enumerable: true,
              configurable: true,
            });
          });
          return object;
        }
        case 'map': {
          const map = keep(new Map<unknown, unknown>());
          for (const [key, value] of part.v as [unknown, unknown][]) map.set(unpack(key), unpack(value));
          return map;
        }
        case 'set': {
          const set = keep(new Set<unknown>());
          for (const item of part.v as unknown[]) set.add(unpack(item));
          return set;
        }
        case 'date':
          return keep(new Date(unpack(part.v) as number));
        case 'regexp':
          return keep(new RegExp(part.s as string, part.f as string));
        case 'boxed':
          return keep(Object(unpack(part.v)));
        case 'buffer':
          return keep(unpackBuffer(part.b as string));
        case 'view': {
          const View = (globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>)[
            part.c as string
          ];
          if (!View) throw new Error(`unknown view ${String(part.c)}`);
          return keep(new View(unpackBuffer(part.b as string)));
        }
        case 'error':
          return unpackError(part);
        default:
          throw new Error(`unknown part ${String(part.t)}`);
      }
    };
    const unpackBuffer = (text64: string): ArrayBuffer => {
      const bytes = base64.decode(text64);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    };
    const unpackError = (part: Record<string, unknown>): Error => {
      const Kind = errors[part.n as string] ?? Error;
      const error = keep(new Kind(part.m as string));
      const define = (key: string, value: unknown): unknown =>
        Object.defineProperty(error, key, { value, writable: true, configurable: true });
      if ('s' in part) define('stack', part.s);
      if ('c' in part) define('cause', unpack(part.c));
      return error;
    };
    return unpack(JSON.parse(text));
  }

  return { encode, decode };
}

/** Node's end of the wire. */
export const nodeWire = (): WireCodec =>
  makeWireCodec({
    encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    decode: (text) => Buffer.from(text, 'base64'),
  });
