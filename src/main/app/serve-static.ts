import { readFile } from 'node:fs/promises';
import { extname, normalize, resolve, sep } from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Serves one file of the built page. A path that leaves the folder, or an unknown one, is 404;
 * `traineddata` and the like go out as bytes.
 */
export function createStaticFiles(root: string): (pathname: string) => Promise<Response> {
  const base = resolve(root);
  return async (pathname) => {
    try {
      const wanted = pathname === '/' ? '/index.html' : decodeURIComponent(pathname);
      const path = resolve(base, `.${normalize(wanted)}`);
      if (!path.startsWith(base + sep)) return new Response(null, { status: 404 });
      const bytes = await readFile(path);
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream' },
      });
    } catch {
      // Not there, a folder, or no path at all (`%zz`): the page asked for something that was never built.
      return new Response(null, { status: 404 });
    }
  };
}
