import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { Failure } from '../../../shared/base/result.ts';
import type { LineStatus } from '../../../shared/contracts/bridge/line-status.ts';
import { useActions } from '../../actions/actions-context.ts';
import { shortMomentText, timeText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { StatePill } from '../../ui/StatePill.tsx';
import { lineWords } from '../../ui/shell/line-words.ts';
import { useRefusedCount } from '../../ui/shell/use-refused-count.ts';

/** What the line is, since when, what one can do about it, and "Thử ngay". */
export function LineCard({ line, now }: { readonly line: LineStatus; readonly now: Date }) {
  const t = useText();
  const { tryLineNow } = useActions();
  const [trying, setTrying] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const refused = useRefusedCount();
  const { meaning, words, saysSince } = lineWords(t, line, now, refused);
  const well = line.state === 'up' || line.state === 'sending';

  const tryNow = async () => {
    setTrying(true);
    const tried = await tryLineNow();
    setFailure(tried.ok ? null : tried.failure);
    setTrying(false);
  };

  return (
    <Card label={t('lineScreen.title')} className="line-card">
      <div className="row">
        <StatePill meaning={meaning}>{words}</StatePill>
      </div>
      <p>{t(`lineScreen.todo.${line.state}`)}</p>
      <div className="quiet">
        {line.lastHeardAt === null
          ? t('lineScreen.neverHeard')
          : t('lineScreen.measuredAt', { at: shortMomentText(line.lastHeardAt, now) })}
        {saysSince !== true && ` · ${t('lineScreen.stateSince', { at: shortMomentText(line.since, now) })}`}
        {line.state === 'city-slow' &&
          line.answerSeconds !== null &&
          ` · ${t('lineScreen.answerSeconds', { n: Math.round(line.answerSeconds) })}`}
      </div>
      {well && line.pagesHeld !== null && (
        <p>
          {t(line.pagesHeld.why === 'night' ? 'lineScreen.heldNight' : 'lineScreen.heldQuota', {
            until: timeText(line.pagesHeld.until),
          })}
        </p>
      )}
      <div className="row">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={15} />}
          disabled={trying}
          onClick={() => void tryNow()}
        >
          {t('lineScreen.tryNow')}
        </Button>
        {trying && <Progress>{t('lineScreen.trying')}</Progress>}
        {!trying && line.nextTryAt !== null && !well && (
          <span className="quiet">{t('lineScreen.nextTry', { at: timeText(line.nextTryAt) })}</span>
        )}
      </div>
      {failure !== null && <FailureNote failure={failure} />}
    </Card>
  );
}
