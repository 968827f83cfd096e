import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bridged, invoke, launchSmallApp, portOf, type RunningApp } from './small-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await launchSmallApp();
}, 30_000);
afterAll(() => app.close());

describe('protocol.handle', () => {
  it('a POST body is streamed to the handler, which sees app:// URLs and no cookie of ours', async () => {
    const size = 5_000_000;
    const answer = await app.page.evaluate(async (length) => {
      const body = Uint8Array.from({ length }, (_, i) => i % 251);
      const response = await fetch('/echo?page=1', {
        method: 'POST',
        body,
        headers: { 'content-type': 'image/tiff' },
      });
      return response.json();
    }, size);
    const sent = Uint8Array.from({ length: size }, (_, i) => i % 251);
    expect(answer).toEqual({
      method: 'POST',
      url: 'app://desk/echo?page=1',
      bytes: size,
      sha256: createHash('sha256').update(sent).digest('hex'),
      type: 'image/tiff',
      origin: 'app://desk',
      cookie: null,
    });
  });

  it('a Range is answered with 206 and the part', async () => {
    const part = await app.page.evaluate(async () => {
      const response = await fetch('/range', { headers: { range: 'bytes=10-14' } });
      const bytes = [...new Uint8Array(await response.arrayBuffer())];
      return { status: response.status, range: response.headers.get('content-range'), bytes };
    });
    expect(part).toEqual({ status: 206, range: 'bytes 10-14/100', bytes: [10, 11, 12, 13, 14] });
  });

  it('a streamed body reaches the page piece by piece', async () => {
    const pieces = await app.page.evaluate(async () => {
      const response = await fetch('/slow');
      const seen: { text: string; atMs: number }[] = [];
      const started = performance.now();
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        seen.push({ text: part.value, atMs: performance.now() - started });
      }
      return seen;
    });
    expect(pieces.map(({ text }) => text).join('')).toBe('first second third');
    expect((pieces.at(-1)?.atMs ?? 0) - (pieces[0]?.atMs ?? 0)).toBeGreaterThan(200);
  });

  it('an aborted fetch aborts the request of the handler', async () => {
    await app.page.evaluate(async () => {
      const aborter = new AbortController();
      const response = await fetch('/endless', { signal: aborter.signal });
      await response.body?.getReader().read();
      aborter.abort();
    });
    await expect.poll(() => invoke(app.page, 'aborted')).toEqual(['/endless']);
  });

  it('a handler that throws is a failed fetch', async () => {
    const message = await app.page.evaluate(() => fetch('/broken').catch((error: Error) => error.message));
    expect(message).toBe('Failed to fetch');
  });

  it('the origin is trustworthy: crypto, storage and workers are there', async () => {
    const facts = await app.page.evaluate(async () => ({
      secure: isSecureContext,
      subtle: typeof crypto.subtle,
      databases: Array.isArray(await indexedDB.databases()),
    }));
    expect(facts).toEqual({ secure: true, subtle: 'object', databases: true });
  });

  it('the Content-Security-Policy of the answer holds', async () => {
    const message = await app.page.evaluate(() =>
      fetch('http://127.0.0.1:9/').catch((error: Error) => error.message),
    );
    expect(message).toBe('Failed to fetch');
    const evaluated = await app.page.evaluate(() => {
      const script = document.createElement('script');
      script.src = 'https://example.invalid/x.js';
      return new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        document.head.append(script);
      });
    });
    expect(evaluated).toBe('script-src-elem');
  });

  it('another program of this machine cannot read through the port', async () => {
    const port = portOf(app.userData);
    expect(port).toBeTypeOf('number');
    const status = await new Promise((resolve) => {
      request(
        { host: '127.0.0.1', port, path: '/range', headers: { host: 'desk.app.localhost' } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      ).end();
    });
    expect(status).toBe(403);
  });
});

describe('navigation', () => {
  it('window.open gives null, a link to a new window opens none, the handler is asked for both', async () => {
    const opened = await app.page.evaluate(() => {
      const result = window.open('https://example.invalid/popup');
      document.querySelector<HTMLAnchorElement>('#blank')?.click();
      return result;
    });
    expect(opened).toBeNull();
    await expect
      .poll(() => invoke(app.page, 'seen'))
      .toMatchObject({ opened: ['https://example.invalid/popup', 'https://example.invalid/blank'] });
    expect(app.electron.windows()).toHaveLength(1);
  });

  it('will-navigate can refuse, and the page stays as it was', async () => {
    await app.page.evaluate(() => {
      (window as unknown as { mark: string }).mark = 'still here';
      document.querySelector<HTMLAnchorElement>('#leave')?.click();
    });
    await expect
      .poll(() => invoke(app.page, 'seen'))
      .toMatchObject({ navigations: ['https://example.invalid/away'] });
    expect(await app.page.evaluate(() => (window as unknown as { mark: string }).mark)).toBe('still here');
  });

  it('will-redirect can refuse', async () => {
    await app.page.evaluate(() => {
      location.href = '/moved';
    });
    await expect.poll(() => invoke(app.page, 'seen')).toMatchObject({ redirects: ['app://desk/other'] });
    expect(await app.page.evaluate(() => (window as unknown as { mark: string }).mark)).toBe('still here');
  });

  it('a navigation that is allowed gives a new page with its bridge', async () => {
    await app.page.evaluate(() => {
      location.href = '/other';
    });
    await app.page.waitForFunction(
      () => location.pathname === '/other' && document.readyState === 'complete',
    );
    expect(await app.page.evaluate(() => typeof (window as unknown as Bridged).desk)).toBe('object');
    expect(await invoke(app.page, 'sender')).toMatchObject({ url: 'app://desk/other' });
  });
});
