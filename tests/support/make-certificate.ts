import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Certificate = { readonly key: string; readonly cert: string };

/** `20261120093000Z`, as openssl wants moments. */
const stamp = (at: Date): string => `${at.toISOString().replaceAll(/[-:T]|\.\d+/g, '')}`;

/** The least that `openssl ca` wants to know; `openssl req` cannot set the moments before version 3.4. */
const authority = (folder: string): string =>
  [
    '[ca]\ndefault_ca = own\n[own]',
    `database = ${join(folder, 'index')}\nnew_certs_dir = ${folder}`,
    'rand_serial = yes\ndefault_md = sha256\npolicy = any\ncopy_extensions = copy\nx509_extensions = authority',
    '[any]\ncommonName = supplied\n[authority]\nbasicConstraints = critical,CA:TRUE\n',
  ].join('\n');

/** A key and a certificate that it signed itself, for these names, good between these moments. */
export async function makeCertificate(names: string, from: Date, until: Date): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
  try {
    const at = (name: string): string => join(folder, name);
    const [key, cert] = [at('key.pem'), at('cert.pem')];
    await writeFile(at('index'), '');
    await writeFile(at('ca.config'), authority(folder));
    await run('openssl', [
      ...['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-subj', `/CN=city ${from.getTime()}`, '-addext', `subjectAltName=${names}`],
      ...['-keyout', key, '-out', at('request.pem')],
    ]);
    await run('openssl', [
      ...['ca', '-batch', '-selfsign', '-notext', '-config', at('ca.config'), '-keyfile', key],
      ...['-in', at('request.pem'), '-out', cert, '-startdate', stamp(from), '-enddate', stamp(until)],
    ]);
    return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
