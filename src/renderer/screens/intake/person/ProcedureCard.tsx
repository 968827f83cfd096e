import { Button, Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, useMemo, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { draftForProcedure } from '../../../../shared/domain/dossier/draft-for-procedure.ts';
import { procedureIsFixed } from '../../../../shared/domain/dossier/procedure-fixed.ts';
import type { Procedure } from '../../../../shared/domain/procedure/procedure.ts';
import { createProcedureSearch } from '../../../../shared/domain/procedure/search-procedures.ts';
import { useDeskView } from '../../../state/desk-view.ts';
import { useText } from '../../../text/use-text.ts';
import { Card } from '../../../ui/Card.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import { useDraft } from '../draft/open-sessions.ts';
import { useDraftProcedure } from '../draft/use-draft-check.ts';

const SHOWN = 60;

/** Step 1: the procedure, found by a few letters without accents or by its code. */
export const ProcedureCard = memo(function ProcedureCard({ onChosen }: { readonly onChosen: () => void }) {
  const t = useText();
  const reference = useDeskView((view) => view.reference);
  const apply = useDraft((session) => session.apply);
  const correctionOf = useDraft((session) => session.draft.correctionOf);
  const fixed = useDeskView((view) => {
    const dossier = correctionOf === null ? undefined : view.desk?.dossiers.get(correctionOf);
    return correctionOf !== null && (dossier === undefined || procedureIsFixed(dossier));
  });
  const procedure = useDraftProcedure();
  const [searching, setSearching] = useState(false);
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const procedures = reference?.procedures;
  const { search } = useMemo(() => createProcedureSearch(procedures ?? []), [procedures]);
  const found = search(query, SHOWN);
  const open = procedure === null || searching;

  useShortcut('procedure', () => {
    if (fixed) return;
    setSearching(true);
    setTimeout(() => field.current?.focus());
  });

  const choose = (chosen: Procedure) => {
    apply((now) => draftForProcedure(now, chosen, newId));
    setSearching(false);
    setQuery('');
    combobox.closeDropdown();
    onChosen();
  };

  const version =
    reference === null || reference.sample
      ? t('intake.sample')
      : t('intake.referenceVersion', { version: reference.version });
  const aside = procedure !== null && (
    <>
      <span title={version}>{procedure.code}</span>
      {!fixed && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('intake.changeProcedure')}
          onClick={() => setSearching(true)}
          rightSection={<Kbd of="procedure" />}
        >
          {t('intake.change')}
        </Button>
      )}
    </>
  );

  return (
    <Card title={t('intake.procedure')} step={1} aside={open ? <Kbd of="procedure" /> : aside}>
      {open ? (
        <Combobox
          store={combobox}
          onOptionSubmit={(code) => {
            const chosen = found.find((each) => each.code === code);
            if (chosen !== undefined) choose(chosen);
          }}
        >
          <Combobox.Target>
            <TextInput
              ref={field}
              data-procedure-search
              autoFocus
              aria-label={t('intake.procedureSearch')}
              placeholder={t('intake.procedurePlaceholder')}
              leftSection={<IconSearch size={15} />}
              value={query}
              onChange={(event) => {
                setQuery(event.currentTarget.value);
                combobox.openDropdown();
                combobox.selectFirstOption();
              }}
              onClick={() => combobox.openDropdown()}
              onFocus={() => combobox.openDropdown()}
              onBlur={() => {
                combobox.closeDropdown();
                if (procedure !== null) setSearching(false);
              }}
            />
          </Combobox.Target>
          <Combobox.Dropdown>
            <Combobox.Options mah={330} style={{ overflowY: 'auto' }}>
              {found.map((each) => (
                <Combobox.Option key={each.code} value={each.code}>
                  <div className="strong-ish">{each.name}</div>
                  <div className="small">
                    {each.code} · {each.field}
                  </div>
                </Combobox.Option>
              ))}
              {found.length === 0 && <Combobox.Empty>{t('intake.procedureNothing')}</Combobox.Empty>}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      ) : (
        <div className="procedure-chosen">
          <b>{procedure.name}</b>
          <div className="quiet">
            {procedure.field} · {procedure.authority} · {termWords(t, procedure)}
          </div>
        </div>
      )}
    </Card>
  );
});

function termWords(t: ReturnType<typeof useText>, { processing }: Procedure): string {
  const { unit, value } = processing;
  if (unit === 'sameDay') return t('intake.sameDay');
  return value === 0 ? t('intake.noDue') : t(`intake.${unit}`, { n: value });
}
