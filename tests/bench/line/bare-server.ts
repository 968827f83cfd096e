import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { v7 } from 'uuid';

/** Takes whatever is sent into a file of `folder`, flushes it to the disk at its end and only then answers, as tus would. */
export async function startBareServer(folder: string) {
  const server = createServer(async (request, response) => {
    try {
      const file = await open(join(folder, v7()), 'w');
      let bytes = 0;
      try {
        for await (const chunk of request) {
          await file.write(chunk);
          bytes += chunk.length;
        }
        await file.sync();
      } finally {
        await file.close();
      }
      response.writeHead(201, { 'tus-resumable': '1.0.0', 'upload-offset': bytes }).end();
    } catch (error) {
      console.error(error);
      response.destroy();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
