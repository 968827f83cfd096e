import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StartNotice } from '../../../shared/contracts/bridge/start-report.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { noticeSentence } from '../../text/sentence-by-code.ts';
import { useText } from '../../text/use-text.ts';
import { Note } from '../Note.tsx';
import type { Meaning } from '../theme/meanings.ts';

const meaningOf: Readonly<Record<StartNotice['severity'], Meaning>> = {
  told: 'done',
  look: 'look',
  alarm: 'wrong',
};

/** What the desk found or mended at start, until the officer says it is understood. */
export function StartNotices() {
  const t = useText();
  const notices = useDeskView((view) => view.notices);
  const [dismissed, setDismissed] = useState<ReadonlySet<StartNotice>>(new Set());
  const shown = notices.filter((notice) => !dismissed.has(notice));
  if (shown.length === 0) return null;
  return (
    <div className="start-notices">
      {shown.map((notice) => (
        <Note
          key={notice.code}
          meaning={meaningOf[notice.severity]}
          action={
            <Button size="xs" variant="default" onClick={() => setDismissed(new Set([...dismissed, notice]))}>
              {t('words.dismiss')}
            </Button>
          }
        >
          {noticeSentence(t, notice)}
        </Note>
      ))}
    </div>
  );
}
