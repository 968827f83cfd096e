import { request as httpRequest } from 'node:http';
import type { DeskByHand } from './enrol-by-hand.ts';

export type TusReply = {
  readonly status: number;
  readonly offset: string | null;
  readonly location: string | null;
};

/** tus by hand, only what the protocol's text says: at whatever city the desk has turned to. */
export function tusByHand(desk: () => DeskByHand) {
  const call = (
    method: string,
    path: string,
    headers: Record<string, string | number>,
    body?: Buffer,
  ): Promise<TusReply> =>
    new Promise((resolve, reject) => {
      const authorization = `Bearer ${desk().token()}`;
      const request = httpRequest(
        desk().cityUrl() + path,
        { method, headers: { 'tus-resumable': '1.0.0', authorization, ...headers } },
        (response) => {
          response.resume();
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              offset: response.headers['upload-offset']?.toString() ?? null,
              location: response.headers.location ?? null,
            }),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  return {
    call,
    create: (sha256: string, length: number) =>
      call('POST', '/v1/pages', {
        'upload-length': length,
        'upload-metadata': `sha256 ${Buffer.from(sha256).toString('base64')}`,
      }),
    patch: (sha256: string, offset: number, body: Buffer) =>
      call(
        'PATCH',
        `/v1/pages/${sha256}`,
        {
          'upload-offset': offset,
          'content-type': 'application/offset+octet-stream',
          'content-length': body.length,
        },
        body,
      ),
    head: (sha256: string) => call('HEAD', `/v1/pages/${sha256}`, {}),
  };
}
