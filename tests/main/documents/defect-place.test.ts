import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/main/documents/defect-place.ts';

describe('place of a defect', () => {
  it('has kind and frames, and nothing of a message that may quote a person', () => {
    const place = placeOf(new RangeError('cannot set\nNguyễn Thị Hằng'));
    expect(place).toMatch(/^RangeError\n +at .*defect-place\.test\.ts/);
    expect(place).not.toContain('Nguyễn');
  });

  it('takes whatever was thrown', () => {
    expect(placeOf('Nguyễn Thị Hằng')).toBe('string');
    expect(placeOf(undefined)).toBe('undefined');
  });
});
