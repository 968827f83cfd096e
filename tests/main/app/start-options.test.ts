import { describe, expect, it } from 'vitest';
import { parseStartOptions } from '../../../src/main/app/start-options.ts';

const parse = (switches: Readonly<Record<string, string>>) =>
  parseStartOptions({
    hasSwitch: (name) => name in switches,
    getSwitchValue: (name) => switches[name] ?? '',
  });

describe('the command line', () => {
  it('says nothing: an ordinary desk', () => {
    expect(parse({})).toMatchObject({
      enrolAt: null,
      enrolCode: null,
      practice: false,
      read: false,
      hidden: false,
    });
  });

  it('names a practice desk’s city and code', () => {
    expect(
      parse({ practice: '', 'enrol-at': 'http://127.0.0.1:1', 'enrol-code': 'QUAY-01-THUC-HANH' }),
    ).toMatchObject({ practice: true, enrolAt: 'http://127.0.0.1:1', enrolCode: 'QUAY-01-THUC-HANH' });
  });

  it('an empty value is none', () => {
    expect(parse({ 'enrol-at': '' }).enrolAt).toBeNull();
  });

  it('may force one engine for reading; a word that names none forces nothing', () => {
    expect(parse({}).readingEngine).toBeNull();
    expect(parse({ 'reading-engine': 'native' }).readingEngine).toBe('native-tesseract');
    expect(parse({ 'reading-engine': 'wasm' }).readingEngine).toBe('tesseract-js');
    expect(parse({ 'reading-engine': 'constructor' }).readingEngine).toBeNull();
  });

  it('reading keeps the window out of sight', () => {
    expect(parse({ read: '' })).toMatchObject({ read: true, hidden: true });
  });
});
