import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { ok, type Result } from '../../../../shared/base/result.ts';
import type { Scanner } from '../../../../shared/contracts/bridge/scanning.ts';
import { type ScannerFailure, scannerFailure } from '../../scanner-failure.ts';

/** An open connection to a scanner, and how far it is known who is at its other end. */
export type ScannerLine = {
  readonly socket: Socket;
  readonly line: NonNullable<Scanner['line']>;
  /** SHA-256 of the certificate that no authority signed; null for the two other kinds of line. */
  readonly fingerprint: string | null;
};

/**
 * Connects, and on HTTPS looks at the certificate before anything is said. Printers make their own certificates: one is
 * taken at the first meeting and must be the same from then on (`pin`), as with SSH. Old devices speak TLS 1.0.
 * Failures: `scanner-gone`, `scanner-certificate-changed`; aborting the signal ends it as `scanner-gone`.
 */
export async function openLine(
  url: URL,
  pin: string | null,
  signal: AbortSignal,
): Promise<Result<ScannerLine, ScannerFailure>> {
  const secure = url.protocol === 'https:';
  // in a URL, IPv6 addresses stand in brackets
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const socket = secure
    ? connectTls({
        host,
        port,
        rejectUnauthorized: false,
        minVersion: 'TLSv1',
        ...(isIP(host) === 0 ? { servername: host } : {}),
      })
    : connectTcp({ host, port });
  const said = await reached(socket, secure ? 'secureConnect' : 'connect', signal);
  if (said !== null) {
    socket.destroy();
    return scannerFailure('scanner-gone', { scanner: url.host, said });
  }
  if (!secure) return ok({ socket, line: 'plain', fingerprint: null });
  // made by connectTls above
  const tls = socket as TLSSocket;
  if (tls.authorized) return ok({ socket, line: 'trusted', fingerprint: null });
  const fingerprint = tls.getPeerCertificate().fingerprint256;
  if (pin !== null && pin !== fingerprint) {
    socket.destroy();
    return scannerFailure('scanner-certificate-changed', { scanner: url.host });
  }
  return ok({ socket, line: 'remembered', fingerprint });
}

/** null once `event` came; else what the system said. */
function reached(socket: Socket, event: string, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    const abort = (): void => resolve('aborted');
    const settle = (said: string | null): void => {
      signal.removeEventListener('abort', abort);
      resolve(said);
    };
    // stays: an error later, while the answer is read, comes through the request too
    socket.on('error', (thrown) => settle('code' in thrown ? String(thrown.code) : thrown.message));
    socket.once(event, () => settle(null));
    socket.once('close', () => settle('closed'));
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
  });
}
