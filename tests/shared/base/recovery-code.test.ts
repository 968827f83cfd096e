import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRecoveryCode,
  parseRecoveryCode,
  RECOVERY_BYTES,
} from '../../../src/shared/base/recovery-code.ts';

const bytes = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the recovery code', () => {
  it('[BK-3] is eight groups of five, and two sets of bytes never give the same one', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const code = formatRecoveryCode(one);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5} ){7}[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(code === formatRecoveryCode(other)).toBe(Buffer.from(one).equals(Buffer.from(other)));
      }),
    );
  });

  it('[BK-3] is read however it is typed', () => {
    fc.assert(
      fc.property(bytes, (of) => {
        const code = formatRecoveryCode(of);
        const sloppy = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll(' ', '-');
        expect(parseRecoveryCode(sloppy)).toEqual({ ok: true, value: code });
        expect(parseRecoveryCode(` ${code.replaceAll(' ', '')}\n`)).toEqual({ ok: true, value: code });
      }),
    );
  });

  it('[BK-3] tells which group is mistyped: one wrong letter, two that changed places, two groups that did', () => {
    fc.assert(
      fc.property(bytes, fc.nat(39), fc.integer({ min: 1, max: 31 }), (of, at, by) => {
        const code = formatRecoveryCode(of).replaceAll(' ', '');
        const other = LETTERS.charAt((LETTERS.indexOf(code.charAt(at)) + by) % 32);
        const group = Math.floor(at / 5) + 1;
        const wrong = { ok: false, failure: { code: 'recovery-code-group', facts: { group } } };
        expect(parseRecoveryCode(code.slice(0, at) + other + code.slice(at + 1))).toMatchObject(wrong);
        if (at % 5 === 4 || code.charAt(at) === code.charAt(at + 1)) return;
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        expect(parseRecoveryCode(swapped)).toMatchObject(wrong);
      }),
    );
    fc.assert(
      fc.property(bytes, fc.nat(6), (of, at) => {
        const groups = formatRecoveryCode(of).split(' ');
        const [one = '', other = ''] = groups.slice(at, at + 2);
        groups.splice(at, 2, other, one);
        const read = parseRecoveryCode(groups.join(' '));
        expect(read.ok).toBe(false);
      }),
    );
  });

  it('[BK-3] says how much is still to be typed', () => {
    const code = formatRecoveryCode(new Uint8Array(RECOVERY_BYTES));
    expect(parseRecoveryCode(code.slice(0, 14))).toMatchObject({
      failure: { code: 'recovery-code-length', facts: { letters: 12, wanted: 40 } },
    });
    expect(parseRecoveryCode('U')).toMatchObject({ failure: { code: 'recovery-code-group' } });
  });
});
