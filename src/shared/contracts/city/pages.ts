/**
 * `HEAD/POST/PATCH /v1/pages…`: tus 1.0 resumable upload (creation + checksum of the whole by name).
 * POST with `Upload-Length` and `Upload-Metadata: sha256 <b64>, mediatype <b64>, dossier <b64>` creates an upload whose
 * name in the URL is the SHA-256 itself, `/v1/pages/<sha256>`; HEAD gives the offset (404: unknown; offset = length: the city has it).
 * After the last byte the city hashes what it got; a wrong hash is thrown away (460) and starts again at 0.
 * The same page of two dossiers is stored once.
 */
export const PAGES_PATH = '/v1/pages';
