import type { CityChange } from './city-conflict.ts';
import { DossierContent } from './dossier-received.ts';

const ofApplicant = (name: keyof DossierContent['applicant']) => ({
  read: (content: DossierContent): string | null => content.applicant[name],
  put: (content: DossierContent, to: string | null): unknown => ({
    ...content,
    applicant: { ...content.applicant, [name]: to },
  }),
});

/** Values of a dossier that the city may change; papers, fees and procedure are the desk's alone. */
const FIELDS = {
  'applicant.fullName': ofApplicant('fullName'),
  'applicant.personalId': ofApplicant('personalId'),
  'applicant.birthDate': ofApplicant('birthDate'),
  'applicant.sex': ofApplicant('sex'),
  'applicant.address': ofApplicant('address'),
  'applicant.phone': ofApplicant('phone'),
  'applicant.email': ofApplicant('email'),
  resultDelivery: {
    read: (content: DossierContent): string | null => content.resultDelivery,
    put: (content: DossierContent, to: string | null): unknown => ({ ...content, resultDelivery: to }),
  },
  note: {
    read: (content: DossierContent): string | null => content.note,
    put: (content: DossierContent, to: string | null): unknown => ({ ...content, note: to ?? '' }),
  },
} as const;

export type ChangeableField = keyof typeof FIELDS;

export const isChangeable = (field: string): field is ChangeableField => Object.hasOwn(FIELDS, field);

/** What the dossier holds there; undefined: this version knows no such field. */
export const findValue = (content: DossierContent, field: string): string | null | undefined =>
  isChangeable(field) ? FIELDS[field].read(content) : undefined;

/** Those of the changes that are not in the content as it is now. */
export const findDifferences = (
  content: DossierContent,
  changes: readonly CityChange[],
): readonly CityChange[] => changes.filter(({ field, to }) => findValue(content, field) !== to);

/** The content with the city's values; null when this desk cannot hold one of them (an unknown field, a value that is none). */
export function findChanged(content: DossierContent, changes: readonly CityChange[]): DossierContent | null {
  let changed: unknown = content;
  for (const { field, to } of changes) {
    if (!isChangeable(field)) return null;
    // Shape by shape it stays a content but for the value itself, which is judged below.
    changed = FIELDS[field].put(changed as DossierContent, to);
  }
  const parsed = DossierContent.safeParse(changed);
  return parsed.success ? parsed.data : null;
}
