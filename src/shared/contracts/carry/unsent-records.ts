import { z } from 'zod';
import { Instant } from '../../base/dates.ts';
import { Sha256 } from '../../base/ids.ts';
import { PageMediaType } from '../../domain/page/page.ts';
import { EnvelopeBatch } from '../city/events.ts';
import { LeaseRequest } from '../city/leases.ts';
import { MOST_PAGE_BYTES } from './carried-head.ts';

/**
 * What a desk carries to the city, in this order: the manifest; all events without a verdict (in every part, they are
 * small); then the pages of this part, the ones due first.
 */
export const UnsentManifest = z.strictObject({
  type: z.literal('manifest'),
  madeAt: Instant,
  parts: z.int().min(1).max(999),
  dossiers: z.int().min(0),
  /** The desk has verdicts for everything before this one; `lastSeq` is smaller by one when there is nothing but pages. */
  firstSeq: z.int().min(1),
  lastSeq: z.int().min(0),
  pages: z.int().min(0),
  /** Where the desk's feed and reference data stand: the reply brings what is newer. */
  feedCursor: z.int().min(0),
  referenceVersion: z.int().min(0),
  leaseRequest: LeaseRequest.nullable(),
  /** X25519, raw 32 bytes, base64url: the reply is for this key. */
  replyKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type UnsentManifest = Readonly<z.infer<typeof UnsentManifest>>;

/** Events as they lie in the journal; the city judges each, so that one it cannot read spoils no other. */
export const EventsRecord = EnvelopeBatch.extend({ type: z.literal('events') });

/** Followed by `byteLength` bytes. */
export const PageRecord = z.strictObject({
  type: z.literal('page'),
  sha256: Sha256,
  byteLength: z.int().min(1).max(MOST_PAGE_BYTES),
  mediaType: PageMediaType,
});
export type PageRecord = Readonly<z.infer<typeof PageRecord>>;
