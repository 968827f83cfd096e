import type { Readable } from 'node:stream';
import { DataStore, Upload } from '@tus/server';
import type { CityContext } from '../city-context.ts';
import { findPage, openPage } from './page-store.ts';
import { addToPage } from './take-page.ts';

const refusal = (status_code: number, body: string) => ({ status_code, body });

/** Where @tus/server keeps uploads: the city's database. */
export function tusStoreIn(city: CityContext): DataStore {
  const store = new DataStore();
  store.extensions = ['creation'];
  return Object.assign(store, {
    create: async (upload: Upload): Promise<Upload> => {
      // What has come of this page stays, and HEAD tells how much.
      if (!(await openPage(city.database, upload.id, upload.size ?? 0))) throw refusal(409, 'page-known');
      return upload;
    },
    getUpload: async (sha256: string): Promise<Upload> => {
      const page = await findPage(city.database, sha256);
      if (page === undefined) throw refusal(404, 'not-found');
      return new Upload({ id: sha256, size: page.byteLength, offset: page.received });
    },
    write: async (stream: Readable, sha256: string, offset: number): Promise<number> => {
      const at = await addToPage(city, sha256, offset, stream);
      if (at === null) throw refusal(409, 'stands-elsewhere');
      return at;
    },
  });
}
