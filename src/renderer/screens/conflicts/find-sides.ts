import { findValue, isChangeable } from '../../../shared/domain/dossier/changeable-fields.ts';
import type { HeardConflict } from '../../../shared/domain/dossier/city-heard.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { dayText, momentText } from '../../text/dates-and-money.ts';
import type { Text } from '../../text/use-text.ts';

/** One line of the comparison; `differs`: to be marked. */
export type Side = {
  readonly key: string;
  readonly label: string;
  readonly desk: string;
  readonly city: string;
  readonly differs: boolean;
};

/** A field's name as the intake screen has it; a newer city's own name where this version knows none. */
function fieldLabel(t: Text, field: string): string {
  if (!isChangeable(field)) return field;
  switch (field) {
    case 'applicant.fullName':
      return t('intake.fullName');
    case 'applicant.personalId':
      return t('intake.personalId');
    case 'applicant.birthDate':
      return t('intake.birthDate');
    case 'applicant.sex':
      return t('intake.sex');
    case 'applicant.address':
      return t('intake.address');
    case 'applicant.phone':
      return t('intake.phone');
    case 'applicant.email':
      return t('intake.email');
    case 'resultDelivery':
      return t('intake.resultDelivery');
    case 'note':
      return t('intake.note');
  }
}

function valueText(t: Text, field: string, value: string | null | undefined): string {
  if (value === undefined) return t('conflicts.unknownHere');
  if (value === null || value === '') return '—';
  if (field === 'applicant.birthDate' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return dayText(value);
  if (value === 'male' || value === 'female') return t(`words.${value}`);
  if (value === 'at-desk' || value === 'public-post') return t(`intake.${value}`);
  return value;
}

/** What the desk holds and what the city says, line by line; who it is about stands in front where nothing else says it. */
export function findSides(
  t: Text,
  dossier: DossierState,
  { what }: HeardConflict,
  deskName: string,
): readonly Side[] {
  const { content } = dossier;
  const side = (key: string, label: string, desk: string, city: string): Side => ({
    key,
    label,
    desk,
    city,
    differs: desk !== city,
  });
  switch (what.type) {
    case 'dossier-withdrawn':
      return [
        side('status', t('conflicts.status'), t(`states.${dossier.status}`), t('states.withdrawn')),
        side('by', t('conflicts.askedBy'), '—', t(`conflicts.by.${what.by}`)),
        side('reason', t('conflicts.reason'), '—', what.reason.trim() === '' ? '—' : what.reason),
      ];
    case 'dossier-changed':
      return what.changes.map(({ field, to }) => ({
        ...side(
          field,
          fieldLabel(t, field),
          valueText(t, field, findValue(content, field)),
          valueText(t, field, to),
        ),
        differs: findValue(content, field) !== to,
      }));
    case 'dossier-elsewhere':
      return [
        side('unit', t('conflicts.takenAt'), deskName, what.unit),
        side('code', t('dossiers.dossier'), dossier.code, what.code),
        side('procedure', t('dossiers.procedure'), content.procedure.name, what.procedureName),
        side('at', t('dossiers.received'), momentText(dossier.receivedAt), momentText(what.receivedAt)),
      ];
  }
}
