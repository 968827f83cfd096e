import { LocalDate } from '../../../shared/base/dates.ts';
import { foldText } from '../../../shared/base/fold-text.ts';
import { hanoiDate } from '../../../shared/base/hanoi-time.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import type { ConfirmedField, Paper } from '../../../shared/domain/paper/paper.ts';
import { isDoubtful } from '../../../shared/domain/reading/candidate.ts';
import { findContradictions } from '../../../shared/domain/reading/contradictions/find-contradictions.ts';
import { fieldText } from '../../text/field-text.ts';
import { differsFromReading } from '../../ui/page/PapersViewer.tsx';
import type { Finding } from './finding.ts';

const percentOf = (field: ConfirmedField): number => Math.round((field.proposed?.confidence ?? 0) * 100);

function placeOf(paper: Paper, field: ConfirmedField): Finding['at'] {
  const page = paper.pages.find(({ sha256 }) => sha256 === field.proposed?.page) ?? paper.pages[0];
  return page === undefined ? null : { pageId: page.pageId, field: field.name };
}

function fieldFinding(dossier: DossierState, paper: Paper, field: ConfirmedField): Finding | null {
  const key = `${paper.paperId}:${field.name}`;
  const at = placeOf(paper, field);
  const base = { paper: paper.name, value: fieldText(field.name, field.value), fieldName: field.name };
  if (field.name === 'issue-date') {
    const date = LocalDate.safeParse(field.value);
    if (date.success && date.data > hanoiDate(dossier.receivedAt)) {
      return { key, kind: 'issuedLater', at, facts: { ...base, date: base.value } };
    }
  }
  if (field.proposed === null) return { key, kind: 'fieldTyped', at, facts: base };
  if (differsFromReading(field)) {
    const facts = { ...base, read: fieldText(field.name, field.proposed.value), percent: percentOf(field) };
    return { key, kind: 'fieldDiffers', at, facts };
  }
  return isDoubtful(field.proposed)
    ? { key, kind: 'lowRead', at, facts: { ...base, percent: percentOf(field) } }
    : null;
}

/** Values of one paper that an officer stands for although they cannot both be true. */
function contradictionFindings(paper: Paper): readonly Finding[] {
  const evidence = paper.fields.map(({ name, value }) => ({ name, value, confidence: 1 }));
  return findContradictions({ evidence }).map(({ code, fields, facts }) => {
    const field = paper.fields.find(({ name }) => name === fields[0]);
    return {
      key: `${paper.paperId}:${code}`,
      kind: 'contradicts',
      at: field === undefined ? null : placeOf(paper, field),
      facts: { ...facts, code, paper: paper.name },
    };
  });
}

/** A name on a paper that is neither the applicant's nor the owner's. Often lawful (a child's); always worth a look. */
function nameFinding(dossier: DossierState, paper: Paper): Finding | null {
  const { applicant, delegation } = dossier.content;
  const known = [applicant.fullName, ...(delegation === null ? [] : [delegation.ownerName])].map(foldText);
  const named = paper.fields.find(({ name }) => name === 'person-name');
  if (named === undefined || known.includes(foldText(named.value))) return null;
  return {
    key: `${paper.paperId}:name`,
    kind: 'nameDiffers',
    at: placeOf(paper, named),
    facts: { paper: paper.name, value: named.value, name: applicant.fullName },
  };
}

/** What the papers themselves show: owed ones, names that differ, values that are not what was read. */
export function paperFindings(dossier: DossierState): readonly Finding[] {
  const owed: Finding[] = [];
  const read: Finding[] = [];
  for (const paper of dossier.content.papers) {
    if (paper.status === 'owed') {
      const facts = { paper: paper.name, note: paper.note };
      owed.push({ key: `${paper.paperId}:owed`, kind: 'owed', at: null, facts });
    }
    const name = nameFinding(dossier, paper);
    if (name !== null) owed.push(name);
    owed.push(...contradictionFindings(paper));
    for (const field of paper.fields) {
      const found = fieldFinding(dossier, paper, field);
      // Said once: whose name it is matters more than how surely it was read.
      const said = name !== null && field.name === 'person-name' && found?.kind !== 'fieldDiffers';
      if (found !== null && !said) read.push(found);
    }
  }
  const weight = ({ kind }: Finding) =>
    ['issuedLater', 'fieldDiffers', 'fieldTyped', 'lowRead'].indexOf(kind);
  return [...owed, ...read.sort((a, b) => weight(a) - weight(b))];
}
