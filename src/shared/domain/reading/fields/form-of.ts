import { GENERIC_FIELDS, type PaperFieldName } from '../../paper/paper-field-name.ts';
import type { PaperKind } from '../../paper/paper-kind.ts';
import type { FieldForm } from './field-form.ts';
import { BUSINESS, HOUSEHOLD_BUSINESS } from './forms/business.ts';
import { CHIP_CARD, DRIVING_LICENCE, IDENTITY_CARD } from './forms/cards.ts';
import {
  BIRTH_CERTIFICATE,
  BIRTH_NOTICE,
  DEATH_NOTICE,
  MARITAL_STATUS,
  MARRIAGE_CERTIFICATE,
} from './forms/civil-status.ts';
import { DECLARATION } from './forms/declaration.ts';
import { LAND_2024, LAND_BEFORE_2024, NOTARISED_CONTRACT, POWER_OF_ATTORNEY } from './forms/property.ts';

const UNKNOWN: FieldForm = { generic: GENERIC_FIELDS, fields: [], headings: [] };

const FORMS: Readonly<Record<PaperKind, FieldForm>> = {
  'chip-card-front': CHIP_CARD,
  'chip-card-back': CHIP_CARD,
  'identity-card-front': IDENTITY_CARD,
  'identity-card-back': IDENTITY_CARD,
  'birth-certificate': BIRTH_CERTIFICATE,
  'marriage-certificate': MARRIAGE_CERTIFICATE,
  'marital-status-certificate': MARITAL_STATUS,
  'land-certificate-before-2024': LAND_BEFORE_2024,
  'land-certificate-2024': LAND_2024,
  'declaration-form': DECLARATION,
  'notarised-contract': NOTARISED_CONTRACT,
  'business-registration': BUSINESS,
  'household-business-registration': HOUSEHOLD_BUSINESS,
  'driving-licence': DRIVING_LICENCE,
  'birth-notice': BIRTH_NOTICE,
  'death-notice': DEATH_NOTICE,
  'power-of-attorney': POWER_OF_ATTORNEY,
  'official-document': UNKNOWN,
};

/** How the fields of a kind are labelled; of an unknown kind only the generic ones are looked for. */
export const formOf = (kind: PaperKind | null): FieldForm => (kind === null ? UNKNOWN : FORMS[kind]);

/** What a paper of this kind has, in the order in which an officer reads it; the generic fields for an unknown one. */
export function fieldsOf(kind: PaperKind | null): readonly PaperFieldName[] {
  const { generic, fields } = formOf(kind);
  return [...new Set([...generic, ...fields.map(({ name }) => name)])];
}
