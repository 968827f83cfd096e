import { describe, expect, it } from 'vitest';
import {
  createPageRoutes,
  LARGEST_FILE_BYTES,
  type PageSources,
} from '../../../src/main/bridge/page-routes.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import { parsePictureFacts } from '../../../src/shared/contracts/bridge/page-picture.ts';
import type { TextLayer } from '../../../src/shared/contracts/bridge/text-layer.ts';
import { goodQuality } from '../../renderer/harness/sample-pages.ts';
import { page } from '../../shared/support/a-dossier.ts';

const SHA = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const bytes = (text: string) => new TextEncoder().encode(text);
const stored = page();
const asked: unknown[] = [];
const LAYER: TextLayer = {
  words: [{ text: 'Đơn', confidence: 1, box: { x: 0.1, y: 0.1, width: 0.1, height: 0.02 }, line: 0 }],
};

const FACTS = {
  width: 1654,
  height: 2339,
  dpi: 200,
  skewDegrees: -1.5,
  blank: true,
  codesSeen: false,
  upsideDown: false,
  darkGround: false,
};

const sources: PageSources = {
  original: async (sha) => (sha === SHA ? { bytes: bytes('original'), mediaType: 'image/jpeg' } : null),
  upright: async (sha, rotation, width) => {
    asked.push([sha, rotation, width]);
    return sha === SHA ? bytes('upright') : null;
  },
  reading: async (sha) => (sha === SHA ? { whiteRow: null, png: bytes('reading'), ...FACTS } : null),
  quality: async (sha) => (sha === SHA ? goodQuality : null),
  textLayer: async (sha) => (sha === SHA ? LAYER : null),
  importFile: async (name, body) =>
    body.length === 0 ? fail('file-empty', 'officer-decides', { name }) : ok([stored]),
  document: async (id) => (id === SHA ? bytes('%PDF') : null),
};
const routes = createPageRoutes(sources);
const get = (path: string, init?: RequestInit) => routes(new Request(`app://desk${path}`, init));
const statusOf = async (path: string, init?: RequestInit) => (await get(path, init))?.status ?? null;

describe('addresses of pages', () => {
  it('[BR-9] give the original, for ever', async () => {
    const response = await get(`/pages/${SHA}`);
    expect(await response?.text()).toBe('original');
    expect(response?.headers.get('content-type')).toBe('image/jpeg');
    expect(response?.headers.get('cache-control')).toContain('immutable');
  });

  it('[BR-9] give the upright picture as it was asked for', async () => {
    const response = await get(`/pages/${SHA}/upright?rotation=270&width=900`);
    expect(await response?.text()).toBe('upright');
    expect(asked.at(-1)).toEqual([SHA, { rotation: 270 }, 900]);
  });

  it('[BR-9] give the picture for reading with what is known of it', async () => {
    const response = await get(`/pages/${SHA}/reading?rotation=90`);
    expect(await response?.text()).toBe('reading');
    const { headers } = response as Response;
    expect(headers.get('cache-control')).toBe('no-store');
    expect(parsePictureFacts((name) => headers.get(name))).toEqual(FACTS);
    const asked = await get(`/pages/${SHA}/reading?rotation=90`, { method: 'HEAD' });
    expect(parsePictureFacts((name) => asked?.headers.get(name) ?? null)).toEqual(FACTS);
    expect(await asked?.text()).toBe('');
  });

  it('[BR-9] give the words that a PDF page carried itself', async () => {
    const response = await get(`/pages/${SHA}/text-layer`);
    expect(await response?.json()).toEqual(LAYER);
    expect(response?.headers.get('cache-control')).toBe('no-store');
  });

  it('[BR-9] give a paper that the desk made', async () => {
    const response = await get(`/documents/${SHA}.pdf`);
    expect(response?.headers.get('content-type')).toBe('application/pdf');
  });

  it.each([
    `/pages/${OTHER}`,
    `/pages/${OTHER}/upright?width=900`,
    `/pages/${OTHER}/reading`,
    `/pages/${OTHER}/text-layer`,
    `/documents/${OTHER}.pdf`,
  ])('say 404 of what is not there: %s', async (path) => {
    expect(await statusOf(path)).toBe(404);
  });

  it.each([
    `/pages/${SHA}/upright?rotation=45&width=900`,
    `/pages/${SHA}/upright?rotation=abc&width=900`,
    `/pages/${SHA}/reading?rotation=-90`,
    `/pages/${SHA}/upright`,
    `/pages/${SHA}/upright?width=0`,
    `/pages/${SHA}/upright?width=4001`,
    `/pages/${SHA}/upright?width=12.5`,
    `/pages/${SHA}/upright?width=1e99`,
  ])('refuse a turn or a width that is none: %s', async (path) => {
    expect(await statusOf(path)).toBe(400);
  });

  it.each([
    '/',
    '/index.html',
    '/pages/',
    `/pages/${SHA.toUpperCase()}`,
    `/pages/${SHA}/secret`,
    `/pages/${SHA.slice(1)}`,
    '/pages/../journal',
    `/documents/${SHA}`,
  ])('are not these: %s', async (path) => {
    expect(await statusOf(path)).toBeNull();
  });

  it.each([
    ['GET', '/pages'],
    ['POST', `/pages/${SHA}`],
    ['PUT', `/pages/${SHA}/upright?width=900`],
    ['DELETE', `/documents/${SHA}.pdf`],
  ])('do not take %s %s', async (method, path) => {
    expect(await statusOf(path, { method })).toBe(405);
  });
});

describe('a file that comes in', () => {
  it('[BR-9] is answered with its pages', async () => {
    const response = await get('/pages?name=%C4%91%C6%A1n.pdf', { method: 'POST', body: 'bytes' });
    expect(await response?.json()).toEqual({ pages: [stored] });
  });

  it('is refused with the importer’s reason', async () => {
    const response = await get('/pages?name=a.pdf', { method: 'POST' });
    expect(response?.status).toBe(422);
    expect(await response?.json()).toMatchObject({
      failure: { code: 'file-empty', facts: { name: 'a.pdf' } },
    });
  });

  it('[BR-9] is refused while it still comes when it is over 100 MB', async () => {
    const megabyte = new Uint8Array(1024 * 1024);
    let sent = 0;
    let stopped = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (out) => {
        sent += megabyte.length;
        out.enqueue(megabyte);
      },
      cancel: () => {
        stopped = true;
      },
    });
    const response = await get('/pages?name=a.tiff', { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(response?.status).toBe(413);
    expect(await response?.json()).toMatchObject({
      failure: { code: 'file-too-large', facts: { limitMegabytes: 100 } },
    });
    expect(stopped).toBe(true);
    expect(sent).toBeLessThan(LARGEST_FILE_BYTES + 4 * megabyte.length);
  });
});
