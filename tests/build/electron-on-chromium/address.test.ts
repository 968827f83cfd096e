import { describe, expect, it } from 'vitest';
import {
  addScheme,
  findSchemeAndHost,
  originOf,
  toAppUrl,
  toChromiumPolicy,
  toChromiumUrl,
} from '../../../build/electron-on-chromium/loopback/address.ts';

addScheme('app');

describe('addresses', () => {
  it.each([
    ['app://desk/', 'http://desk.app.localhost/'],
    ['app://desk/pages/ab?x=1#top', 'http://desk.app.localhost/pages/ab?x=1#top'],
    ['https://example.invalid/x', 'https://example.invalid/x'],
    ['other://desk/', 'other://desk/'],
  ])('%s is %s for Chromium, and back', (app, chromium) => {
    expect(toChromiumUrl(app)).toBe(chromium);
    expect(toAppUrl(chromium)).toBe(app);
  });

  it('gives origins and hosts', () => {
    expect(originOf('app://desk/x')).toBe('app://desk');
    expect(originOf('https://example.invalid/x')).toBe('https://example.invalid');
    expect(originOf('no url')).toBe('null');
    expect(findSchemeAndHost('desk.app.localhost:80')).toEqual({ scheme: 'app', host: 'desk' });
    expect(findSchemeAndHost('desk.app.localhost.evil.invalid')).toBeUndefined();
    expect(findSchemeAndHost('desk.other.localhost')).toBeUndefined();
  });

  it('translates the sources of a policy', () => {
    expect(toChromiumPolicy("default-src 'self' app:; img-src app://desk data:")).toBe(
      "default-src 'self' http://*.app.localhost; img-src http://desk.app.localhost data:",
    );
  });
});
