import './carry.css';
import { Button } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import { useState } from 'react';
import type { LineStatus } from '../../../../shared/contracts/bridge/line-status.ts';
import { shortMomentText } from '../../../text/dates-and-money.ts';
import { useText } from '../../../text/use-text.ts';
import { Card } from '../../../ui/Card.tsx';
import { CarryBackDialog } from './CarryBackDialog.tsx';
import { CarryOutDialog } from './CarryOutDialog.tsx';
import { useSticks } from './use-sticks.ts';

/** The way round a line that is dead for days: out on a stick, and the answers back. */
export function CarryCard({ line, now }: { readonly line: LineStatus | null; readonly now: Date }) {
  const t = useText();
  const [open, setOpen] = useState<'out' | 'back' | null>(null);
  return (
    <Card label={t('carry.title')} className="line-way">
      <IconUsb size={20} aria-hidden="true" />
      <div className="line-way-words">
        <b>{t('carry.title')}</b>
        {/* Read anew after each dialog. */}
        <LastCarried key={String(open)} now={now} />
      </div>
      <Button variant="default" size="xs" onClick={() => setOpen('out')}>
        {t('carry.out')}
      </Button>
      <Button variant="default" size="xs" onClick={() => setOpen('back')}>
        {t('carry.back')}
      </Button>
      {open === 'out' && <CarryOutDialog line={line} onClose={() => setOpen(null)} />}
      {open === 'back' && <CarryBackDialog onClose={() => setOpen(null)} />}
    </Card>
  );
}

function LastCarried({ now }: { readonly now: Date }) {
  const t = useText();
  const last = useSticks(false).overview?.last ?? null;
  return (
    <span className="quiet">
      {last === null
        ? t('carry.hint')
        : `${t('carry.last', { at: shortMomentText(last.madeAt, now), n: last.dossiers })} ${
            last.answered ? t('carry.lastAnswered') : t('carry.lastWaits')
          }`}
    </span>
  );
}
