import './home.css';
import { Button } from '@mantine/core';
import { IconFilePlus, IconSignature } from '@tabler/icons-react';
import { useMemo } from 'react';
import { hanoiDate } from '../../../shared/base/hanoi-time.ts';
import { isWorkingDay } from '../../../shared/domain/due-date/working-days.ts';
import type { Officer } from '../../../shared/domain/officer/officer.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { useStored } from '../../state/use-stored.ts';
import { dayText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { instantOf } from '../../ui/dossier/span-text.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useNewDossier } from '../../ui/shell/use-new-dossier.ts';
import { useNow } from '../../ui/shell/use-now.ts';
import { BeforeShift } from './BeforeShift.tsx';
import { Figures } from './Figures.tsx';
import { MyWork } from './MyWork.tsx';
import { myWork } from './my-work.ts';
import { Recent } from './Recent.tsx';

/** "chị Hà": how the desk greets, with the given name, which comes last. */
const greeted = ({ title, fullName }: Officer): string =>
  `${title} ${fullName.trim().split(/\s+/).at(-1) ?? ''}`.trim();

/** Bàn việc: what is to be done now, and whether the desk is fit for it. */
export function HomeScreen() {
  const t = useText();
  const now = useNow(20_000);
  const desk = useDeskView((view) => view.desk);
  const calendar = useDeskView((view) => view.reference?.calendar);
  const goTo = useScreenState((state) => state.goTo);
  const drafts = useStored().useDrafts();
  const newDossier = useNewDossier();
  const officer = desk?.signedIn ?? null;
  const dossiers = useMemo(() => [...(desk?.dossiers.values() ?? [])], [desk?.dossiers]);
  const items = useMemo(
    () => (officer === null || drafts === undefined ? undefined : myWork(dossiers, drafts, officer)),
    [dossiers, drafts, officer],
  );
  if (officer === null || items === undefined) return <Progress>{t('words.loading')}</Progress>;

  const supervisor = officer.role === 'branch-supervisor';
  const resting = calendar !== undefined && !isWorkingDay(hanoiDate(instantOf(now)), calendar);
  return (
    <div className="home">
      <div className="row home-head">
        <h1>{t('home.greeting', { who: greeted(officer) })}</h1>
        <span className="quiet">{resting ? t('home.restDay') : t('home.today', { date: dayText(now) })}</span>
        {supervisor ? (
          <Button
            className="push"
            leftSection={<IconSignature size={17} />}
            rightSection={<Kbd of="signOff" />}
            onClick={() => goTo({ name: 'sign-off' })}
          >
            {t('home.goSign')}
          </Button>
        ) : (
          <Button
            className="push"
            leftSection={<IconFilePlus size={17} />}
            rightSection={<Kbd of="intake" />}
            onClick={() => void newDossier()}
          >
            {t('home.newDossier')}
          </Button>
        )}
      </div>
      <Figures dossiers={dossiers} officer={officer} now={now} />
      <div className="home-columns">
        <MyWork items={items} supervisor={supervisor} now={now} />
        <div className="home-side">
          <BeforeShift dossiers={dossiers} now={now} />
          <Recent dossiers={dossiers} now={now} />
        </div>
      </div>
    </div>
  );
}
