import type { PaperFieldName } from '../../../shared/domain/paper/paper.ts';
import { ContradictionCode } from '../../../shared/domain/reading/contradictions/contradiction.ts';
import { dayText, momentText, moneyText } from '../../text/dates-and-money.ts';
import { contradictionSentence, refusalSentence } from '../../text/sentence-by-code.ts';
import type { Text } from '../../text/use-text.ts';
import { minutesSince, spanText } from '../../ui/dossier/span-text.ts';
import type { Finding } from './finding.ts';

/** What it is, and beneath it what the supervisor needs to judge it. */
export function findingWords(t: Text, finding: Finding, now: Date): readonly [string, string] {
  const { kind, facts } = finding;
  const text = (name: string): string => String(facts[name] ?? '');
  const paper = text('paper');
  const value = text('value');
  const percent = text('percent');
  // Facts of a finding about a field carry its name (paper-findings.ts).
  const field = () => t(`paperFields.${text('fieldName') as PaperFieldName}`);
  switch (kind) {
    case 'owed':
      return [t('signOff.owed', { paper }), t('signOff.owedNote', { note: text('note') })];
    case 'nameDiffers':
      return [t('signOff.nameDiffers'), t('signOff.nameDiffersOf', { paper, value, name: text('name') })];
    case 'fieldDiffers':
      return [
        t('signOff.fieldDiffers', { field: field(), value }),
        t('signOff.fieldDiffersOf', { paper, read: text('read'), percent }),
      ];
    case 'fieldTyped':
      return [t('signOff.fieldTyped', { field: field(), value }), t('signOff.fieldTypedOf', { paper })];
    case 'lowRead':
      return [t('signOff.lowRead', { field: field(), value }), t('signOff.lowReadOf', { paper, percent })];
    case 'issuedLater':
      return [t('signOff.issuedLater'), t('signOff.issuedLaterOf', { paper, date: dayText(text('date')) })];
    case 'contradicts': {
      const said = { code: ContradictionCode.parse(text('code')), fields: [], facts: spokenFacts(facts) };
      return [t('signOff.contradicts', { paper }), contradictionSentence(t, said)];
    }
    case 'idSex':
    case 'idBirthYear':
    case 'idProvince':
      return [t(`signOff.${kind}`), t('signOff.idOf', { id: text('id') })];
    case 'waitsLong':
      return [
        t('signOff.waitsLong', { span: spanText(t, minutesSince(text('since'), now)) }),
        t('signOff.waitsLongOf'),
      ];
    case 'duePast':
    case 'dueSoon':
      return [t(`signOff.${kind}`), t('signOff.dueOf', { at: momentText(text('at')) })];
    case 'feeUnconfirmed':
    case 'feeNotTaken': {
      const amount = moneyText(Number(facts.amountVnd));
      return [t(`signOff.${kind}`), t(`signOff.${kind}Of`, { fee: text('fee'), amount })];
    }
    case 'wasReturned':
      return [
        t('signOff.wasReturned'),
        t('signOff.wasReturnedOf', { at: momentText(text('at')), reason: text('reason') }),
      ];
    case 'refused':
      return [
        t('signOff.refused'),
        refusalSentence(t, { reasonCode: text('reasonCode'), reason: text('reason') }),
      ];
    case 'catalogueGone':
      return [t('signOff.catalogueGone'), t('signOff.catalogueGoneOf')];
  }
}

const spokenFacts = (facts: Finding['facts']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]));
