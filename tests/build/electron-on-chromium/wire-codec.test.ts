import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeWire } from '../../../build/electron-on-chromium/page/wire-codec.ts';

const { encode, decode } = nodeWire();
const roundTrip = (value: unknown): unknown => decode(encode(value));

describe('wire codec', () => {
  it('gives back any value of the structured-clone kind', () => {
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(values, (value) => {
        expect(roundTrip(value)).toEqual(structuredClone(value));
      }),
    );
  });

  it('keeps shared and circular references', () => {
    const value: Record<string, unknown> = { shared: [1] };
    value.again = value.shared;
    value.self = value;
    const copy = roundTrip(value) as typeof value;
    expect(copy.again).toBe(copy.shared);
    expect(copy.self).toBe(copy);
  });

  it('keeps class and text of an error, and drops its own properties', () => {
    const copy = roundTrip(Object.assign(new RangeError('too far', { cause: 'why' }), { code: 1 })) as Error;
    expect(copy).toBeInstanceOf(RangeError);
    expect([copy.message, copy.cause, 'code' in copy]).toEqual(['too far', 'why', false]);
  });

  it.each([[() => 1], [Symbol('x')], [Promise.resolve()], [new WeakMap()], [{ deep: [() => 1] }]])(
    'refuses %s',
    (value) => {
      expect(() => encode(value)).toThrow('An object could not be cloned.');
    },
  );
});
