import type { App, Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardNavigation, isOwnAddress } from '../../../src/main/app/navigation-guard.ts';
import { guardPermissions, mayUse } from '../../../src/main/app/permissions.ts';
import { registerDeskScheme } from '../../../src/main/app/schemes.ts';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../../src/main/app/security-headers.ts';
import { windowOptions } from '../../../src/main/app/window-preferences.ts';

// What the stand-in cannot prove is asserted on the arguments (design §8).
describe('window preferences', () => {
  const preferences = windowOptions('/preload.cjs', true).webPreferences;

  it('isolates and sandboxes the window and keeps Node out of it', () => {
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
    });
  });
});

describe('scheme', () => {
  it('is standard and secure, and never bypasses the policy', () => {
    const seen: unknown[] = [];
    registerDeskScheme({ registerSchemesAsPrivileged: (schemes) => seen.push(...schemes) });
    expect(seen).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ]);
  });
});

describe('content security policy', () => {
  it('names no remote origin and no eval but that of WebAssembly', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|'unsafe-eval'/);
    expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(SECURITY_HEADERS['x-content-type-options']).toBe('nosniff');
  });
});

describe('navigation', () => {
  it('takes only the desk for its own address', () => {
    expect(isOwnAddress('app://desk/')).toBe(true);
    for (const foreign of [
      'app://desk.evil/',
      'app://deskx/',
      'https://desk/',
      'file:///etc/passwd',
      'app://other/',
    ]) {
      expect(isOwnAddress(foreign), foreign).toBe(false);
    }
  });

  it('vetoes foreign navigation, redirects, webviews and new windows', () => {
    const listeners = new Map<string, (event: { url: string; preventDefault: () => void }) => void>();
    let openHandler: (() => unknown) | null = null;
    const contents = {
      on: (name: string, listener: never) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: () => unknown) => {
        openHandler = handler;
      },
    };
    const app = {
      on: (_name: string, created: (event: unknown, contents: unknown) => void) => created({}, contents),
    };
    guardNavigation(app as unknown as Pick<App, 'on'>);

    const vetoed = (name: string, url: string): boolean => {
      let prevented = false;
      listeners.get(name)?.({
        url,
        preventDefault: () => {
          prevented = true;
        },
      });
      return prevented;
    };
    expect(vetoed('will-navigate', 'https://example.org/')).toBe(true);
    expect(vetoed('will-redirect', 'https://example.org/')).toBe(true);
    expect(vetoed('will-navigate', 'app://desk/index.html')).toBe(false);
    expect(vetoed('will-attach-webview', 'app://desk/')).toBe(true);
    expect(openHandler).not.toBeNull();
    expect((openHandler as unknown as () => unknown)()).toEqual({ action: 'deny' });
  });
});

describe('permissions', () => {
  it('grants the camera to the desk and nothing else to anyone', () => {
    expect(mayUse('media', 'app://desk/', ['video'])).toBe(true);
    expect(mayUse('media', 'app://desk/', ['audio'])).toBe(false);
    expect(mayUse('media', 'app://desk/', ['video', 'audio'])).toBe(false);
    expect(mayUse('media', 'app://desk/', [])).toBe(false);
    expect(mayUse('media', 'https://example.org/', ['video'])).toBe(false);
    for (const other of ['geolocation', 'notifications', 'clipboard-read', 'usb', 'serial', 'hid']) {
      expect(mayUse(other, 'app://desk/', ['video']), other).toBe(false);
    }
  });

  it('is what both handlers of the session answer', () => {
    let request: ((...args: never[]) => void) | null = null;
    let check: ((...args: never[]) => boolean) | null = null;
    const session = {
      setPermissionRequestHandler: (handler: typeof request) => {
        request = handler;
      },
      setPermissionCheckHandler: (handler: typeof check) => {
        check = handler;
      },
    };
    guardPermissions(
      session as unknown as Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
    );
    const answers: boolean[] = [];
    const ask = request as unknown as (c: null, p: string, a: (ok: boolean) => void, d: object) => void;
    ask(null, 'media', (ok) => answers.push(ok), { requestingUrl: 'app://desk/', mediaTypes: ['video'] });
    ask(null, 'geolocation', (ok) => answers.push(ok), { requestingUrl: 'app://desk/' });
    expect(answers).toEqual([true, false]);
    const may = check as unknown as (c: null, p: string, o: string, d: object) => boolean;
    expect(may(null, 'media', 'app://desk', { mediaType: 'video' })).toBe(true);
    expect(may(null, 'media', 'https://example.org', { mediaType: 'video' })).toBe(false);
  });
});
