import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { Failure } from '../../../shared/base/result.ts';
import type { LineLimits } from '../../../shared/contracts/bridge/line-limits.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { sizeText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';

const MEGABYTE = 1_000_000;
const NIGHT = { from: '18:00', until: '06:00' };
const USUAL_BYTES = 50 * MEGABYTE;

function LimitsForm(props: {
  readonly limits: LineLimits;
  readonly onSave: (limits: LineLimits) => void;
  readonly onCancel: () => void;
}) {
  const t = useText();
  const [between, setBetween] = useState(props.limits.pagesBetween);
  const [bytes, setBytes] = useState(props.limits.bytesAnHour);
  const save = (event: FormEvent) => {
    event.preventDefault();
    props.onSave({ pagesBetween: between, bytesAnHour: bytes });
  };
  return (
    <form className="limits-form" onSubmit={save}>
      <Checkbox
        size="xs"
        label={t('lineScreen.limits.useNight')}
        checked={between !== null}
        onChange={({ currentTarget }) => setBetween(currentTarget.checked ? NIGHT : null)}
      />
      {between !== null && (
        <div className="row">
          <TextInput
            size="xs"
            type="time"
            required
            withAsterisk={false}
            label={t('lineScreen.limits.from')}
            value={between.from}
            onChange={({ currentTarget }) => setBetween({ ...between, from: currentTarget.value })}
          />
          <TextInput
            size="xs"
            type="time"
            required
            withAsterisk={false}
            label={t('lineScreen.limits.until')}
            value={between.until}
            onChange={({ currentTarget }) => setBetween({ ...between, until: currentTarget.value })}
          />
        </div>
      )}
      {between !== null && between.from === between.until && (
        <div className="quiet">{t('lineScreen.limits.sameTimes')}</div>
      )}
      <Checkbox
        size="xs"
        label={t('lineScreen.limits.useQuota')}
        checked={bytes !== null}
        onChange={({ currentTarget }) => setBytes(currentTarget.checked ? USUAL_BYTES : null)}
      />
      {bytes !== null && (
        <NumberInput
          size="xs"
          required
          withAsterisk={false}
          min={1}
          max={100_000}
          allowDecimal={false}
          clampBehavior="blur"
          label={t('lineScreen.limits.megabytesAnHour')}
          value={Math.round(bytes / MEGABYTE)}
          onChange={(value) => setBytes(Math.max(1, Number(value) || 1) * MEGABYTE)}
        />
      )}
      <div className="row">
        <Button size="xs" type="submit">
          {t('lineScreen.limits.save')}
        </Button>
        <Button size="xs" variant="default" onClick={props.onCancel}>
          {t('lineScreen.limits.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** When pages may go and how much an hour; whoever is no supervisor sees it and cannot change it. */
export function LimitsCard() {
  const t = useText();
  const { lineLimits } = useActions();
  const isSupervisor = useDeskView((view) => view.desk?.signedIn?.role === 'branch-supervisor');
  const [limits, setLimits] = useState<LineLimits | null>(null);
  const [changing, setChanging] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    let gone = false;
    void lineLimits.find().then((found) => {
      if (found.ok && !gone) setLimits(found.value);
    });
    return () => {
      gone = true;
    };
  }, [lineLimits]);

  const save = async (wanted: LineLimits) => {
    const kept = await lineLimits.change(wanted);
    setFailure(kept.ok ? null : kept.failure);
    if (!kept.ok) return;
    setLimits(kept.value);
    setChanging(false);
  };

  if (limits === null) return null;
  const { pagesBetween, bytesAnHour } = limits;
  return (
    <Card label={t('lineScreen.limits.title')} className="line-limits">
      <span className="quiet">{t('lineScreen.limits.title')}</span>
      {changing ? (
        <LimitsForm
          limits={limits}
          onSave={(wanted) => void save(wanted)}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <>
          {pagesBetween === null && bytesAnHour === null && <p>{t('lineScreen.limits.none')}</p>}
          {pagesBetween !== null && <p>{t('lineScreen.limits.night', pagesBetween)}</p>}
          {bytesAnHour !== null && <p>{t('lineScreen.limits.quota', { size: sizeText(bytesAnHour) })}</p>}
          {isSupervisor ? (
            <Button size="xs" variant="default" onClick={() => setChanging(true)}>
              {t('lineScreen.limits.change')}
            </Button>
          ) : (
            <div className="quiet">{t('lineScreen.limits.onlySupervisor')}</div>
          )}
        </>
      )}
      {failure !== null && <FailureNote failure={failure} />}
    </Card>
  );
}
