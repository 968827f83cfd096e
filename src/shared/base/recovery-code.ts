import { type Failure, fail, ok, type Result } from './result.ts';

/** Crockford's base 32: no I, L, O, U, so that nothing written by hand is read as something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RECOVERY_GROUPS = 8;
const OWN_LETTERS = 4;
/** Four letters that carry 20 bits and one that checks them. */
export const RECOVERY_GROUP_LETTERS = OWN_LETTERS + 1;
/** 160 bits: nobody tries them all, however the key is wrapped. */
export const RECOVERY_BYTES = (RECOVERY_GROUPS * OWN_LETTERS * 5) / 8;

/** Multiplication by x in GF(32), modulo x⁵ + x² + 1. */
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/** Finds any one wrong letter and any two that changed places; the group's number is in it, so groups cannot change places. */
function checkOf(digits: readonly number[], group: number): number {
  let check = group + 1;
  for (const digit of digits) check = timesX(check) ^ digit;
  return timesX(check);
}

const letterOf = (digit: number): string => LETTERS.charAt(digit);

/** What is written on the sheet: `7K3QX 0M…`, eight groups of five. `bytes`: `RECOVERY_BYTES` random ones. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  if (bytes.length !== RECOVERY_BYTES) throw new Error('a recovery code is made of 20 bytes');
  let bits = 0;
  let held = 0;
  const digits: number[] = [];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      digits.push((held >> bits) & 31);
      held &= (1 << bits) - 1;
    }
  }
  const groups = Array.from({ length: RECOVERY_GROUPS }, (_, group) => {
    const own = digits.slice(group * OWN_LETTERS, (group + 1) * OWN_LETTERS);
    return [...own, checkOf(own, group)].map(letterOf).join('');
  });
  return groups.join(' ');
}

/** Letters as the code has them, whatever was read for them: O, I and L are 0 and 1, small letters are large ones. */
export const asWritten = (typed: string): string =>
  typed.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/**
 * What somebody typed, in its one written form. Small letters, spaces and dashes do not matter; O, I and L are read as
 * 0 and 1. Failures: `recovery-code-length` {letters, wanted}, `recovery-code-group` {group} (the first that is mistyped, from 1).
 */
export function parseRecoveryCode(
  typed: string,
): Result<string, Failure<'recovery-code-length' | 'recovery-code-group'>> {
  const letters = asWritten(typed.replaceAll(/[\s\-–.]/g, ''));
  const groups = letters.match(/.{1,5}/gu) ?? [];
  for (const [group, text] of groups.entries()) {
    const digits = [...text].map((letter) => LETTERS.indexOf(letter));
    const whole = digits.length === RECOVERY_GROUP_LETTERS;
    const right = whole && checkOf(digits.slice(0, OWN_LETTERS), group) === digits[OWN_LETTERS];
    if (digits.includes(-1) || (whole && !right)) {
      return fail('recovery-code-group', 'officer-decides', { group: group + 1 });
    }
  }
  const wanted = RECOVERY_GROUPS * RECOVERY_GROUP_LETTERS;
  if (letters.length !== wanted) {
    return fail('recovery-code-length', 'officer-decides', { letters: letters.length, wanted });
  }
  return ok(groups.join(' '));
}
