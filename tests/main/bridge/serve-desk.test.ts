import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '../../../src/main/app/security-headers.ts';
import { createStaticFiles } from '../../../src/main/app/serve-static.ts';
import { createDeskServer } from '../../../src/main/bridge/serve-desk.ts';

const home = mkdtempSync(join(tmpdir(), 'serve-desk-'));
beforeAll(() => {
  mkdirSync(join(home, 'built/assets'), { recursive: true });
  mkdirSync(join(home, 'built-secret'));
  writeFileSync(join(home, 'secret.txt'), 'secret');
  writeFileSync(join(home, 'built-secret/key'), 'secret');
  writeFileSync(join(home, 'built/index.html'), '<!doctype html>');
  writeFileSync(join(home, 'built/assets/vie.traineddata'), 'data');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const defects: string[] = [];
const serve = createDeskServer({
  routes: () => [
    async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/bug') throw new Error('a bug about Nguyễn Văn An');
      return pathname === '/route' ? new Response('routed', { status: 422 }) : null;
    },
  ],
  staticFile: createStaticFiles(join(home, 'built')),
  logDefect: (where) => defects.push(where),
});
const get = (url: string) => serve(new Request(url));

describe('the desk’s address', () => {
  it.each([
    ['app://desk/', 200],
    ['app://desk/index.html', 200],
    ['app://desk/route', 422],
    ['app://desk/nothing.js', 404],
    ['app://desk/assets', 404],
    ['app://desk/%zz', 404],
    ['app://desk/a%00b', 404],
    ['app://other/index.html', 404],
    ['app://desk/bug', 500],
  ])('[BR-10] %s answers %i with the security headers', async (url, status) => {
    const response = await get(url);
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(response.headers.get(name)).toBe(value);
  });

  it('[BR-2] tells the window nothing of a defect but that there was one', async () => {
    const text = await (await get('app://desk/bug?name=An')).text();
    expect(JSON.parse(text)).toEqual({ failure: { code: 'unexpected', remedy: 'call-support' } });
    // The query may carry the name of a file, and that the name of a citizen.
    expect(defects.at(-1)).toBe('serve GET /bug');
  });

  it('serves what it does not know as bytes', async () => {
    const response = await get('app://desk/assets/vie.traineddata');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%2fbuilt-secret%2fkey',
    '/%2fetc/passwd',
    '/..%5csecret.txt',
  ])('[BR-9] never leaves the built folder: %s', async (path) => {
    const response = await get(`app://desk${path}`);
    expect(response.status).toBe(404);
    const direct = await createStaticFiles(join(home, 'built'))(path);
    expect(direct.status).toBe(404);
  });
});
