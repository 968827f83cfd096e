import { z } from 'zod';
import { Sha256 } from '../../base/ids.ts';
import { DossierPage } from '../page/page.ts';
import { PaperFieldName } from './paper-field-name.ts';
import { PaperKind } from './paper-kind.ts';

export { PaperFieldName };

/** Fractions 0…1 of the upright, deskewed page: left, top, width, height. */
export const PageBox = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type PageBox = Readonly<z.infer<typeof PageBox>>;

/** Where a value was taken from, most trusted first (domain.md §11.1); `zone`: a box of the head by NĐ 30/2020. */
export const FieldSource = z.enum(['qr', 'barcode', 'mrz', 'text-layer', 'zone', 'page']);
export type FieldSource = z.infer<typeof FieldSource>;

/** A value proposed by the reader; `confidence` 0…1: how often such a value is right. */
export const ReadField = z.object({
  name: PaperFieldName,
  value: z.string(),
  raw: z.string(),
  page: Sha256,
  box: PageBox.nullable(),
  confidence: z.number().min(0).max(1),
  /** Absent in facts written before sources were kept. */
  source: FieldSource.optional(),
});
export type ReadField = Readonly<z.infer<typeof ReadField>>;

/** A value that an officer stands for. */
export const ConfirmedField = z.object({
  name: PaperFieldName,
  value: z.string().min(1),
  /** What the reader had proposed, null when it was typed from nothing. */
  proposed: ReadField.nullable(),
});
export type ConfirmedField = Readonly<z.infer<typeof ConfirmedField>>;

/**
 * `submitted`: taken, has pages. `presented`: only shown. `not-needed`: its condition does not apply.
 * `owed`: required, not there; the officer says why in `note`.
 */
export const PaperStatus = z.enum(['submitted', 'presented', 'not-needed', 'owed']);
export type PaperStatus = z.infer<typeof PaperStatus>;

export const Paper = z.object({
  paperId: z.uuid(),
  name: z.string().min(1),
  /** Row of the procedure's required documents, null for a paper that the officer added. */
  requirement: z.int().min(0).nullable(),
  /** As recognised or chosen; absent when it is unknown and in facts written before kinds were kept. */
  kind: PaperKind.optional(),
  status: PaperStatus,
  originals: z.int().min(0),
  copies: z.int().min(0),
  pages: z.array(DossierPage),
  fields: z.array(ConfirmedField),
  note: z.string(),
});
export type Paper = Readonly<z.infer<typeof Paper>>;
