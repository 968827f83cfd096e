import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  type SpotlightFilterFunction,
} from '@mantine/spotlight';
import { IconCommand, IconFileDescription, IconFilePlus, IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useActions } from '../../actions/actions-context.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { dayText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { matchesWords } from '../matches-words.ts';
import { shortcuts } from '../shortcuts.ts';
import { useNewDossier } from './use-new-dossier.ts';

const SHOWN_PER_GROUP = 6;

const keepMatching: SpotlightFilterFunction = (query, groups) =>
  groups.flatMap((group): (SpotlightActionData | SpotlightActionGroupData)[] => {
    if (!('actions' in group)) return [group];
    // Asked at every change of the desk, also while the box is closed: nothing typed needs no look at thousands of names.
    const matching =
      query.trim() === ''
        ? group.actions
        : group.actions.filter((each) => matchesWords(`${each.label} ${each.description ?? ''}`, query));
    const actions = matching.slice(0, SHOWN_PER_GROUP);
    return actions.length === 0 ? [] : [{ ...group, actions }];
  });

/** Ctrl K: dossiers, procedures and commands from one box, accents or not. */
export function Finder() {
  const t = useText();
  const { signOut, tryLineNow } = useActions();
  const goTo = useScreenState((state) => state.goTo);
  const dossiers = useDeskView((view) => view.desk?.dossiers);
  const procedures = useDeskView((view) => view.reference?.procedures);
  const newDossier = useNewDossier();

  const groups = useMemo((): SpotlightActionGroupData[] => {
    const command = (id: string, label: string, description: string, onClick: () => void) => ({
      id,
      label,
      description,
      onClick,
      leftSection: <IconCommand size={17} />,
    });
    return [
      {
        group: t('shell.findCommands'),
        actions: [
          command('new', t('shell.newIntakeOf'), shortcuts.intake, () => void newDossier()),
          command('dossiers', t('shell.dossiers'), shortcuts.dossiers, () => goTo({ name: 'dossiers' })),
          command('line', t('shell.line'), shortcuts.line, () => {
            goTo({ name: 'line' });
            void tryLineNow();
          }),
          command('sign-out', t('shell.signOut'), '', () => void signOut()),
        ],
      },
      {
        group: t('shell.findDossiers'),
        actions: [...(dossiers?.values() ?? [])].reverse().map((dossier) => ({
          id: dossier.dossierId,
          label: `${dossier.content.applicant.fullName} · ${dossier.code}`,
          description: [dossier.content.procedure.name, dayText(dossier.receivedAt), dossier.provisionalCode]
            .filter((part) => part !== undefined)
            .join(' · '),
          onClick: () => goTo({ name: 'dossier', dossierId: dossier.dossierId }),
          leftSection: <IconFileDescription size={17} />,
        })),
      },
      {
        group: t('shell.findProcedures'),
        actions: (procedures ?? []).map((procedure) => ({
          id: procedure.code,
          label: procedure.name,
          description: `${procedure.code} · ${procedure.field}`,
          onClick: () => void newDossier(procedure.code),
          leftSection: <IconFilePlus size={17} />,
        })),
      },
    ];
  }, [t, dossiers, procedures, goTo, newDossier, signOut, tryLineNow]);

  return (
    <Spotlight
      actions={groups}
      filter={keepMatching}
      shortcut={['mod + K']}
      nothingFound={t('shell.findNothing')}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('shell.find'),
        'aria-label': t('shell.find'),
      }}
      transitionProps={{ duration: 0 }}
      scrollable
      maxHeight={420}
    />
  );
}
