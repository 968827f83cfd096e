import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { ScanPlace } from '../../../../../shared/contracts/bridge/scanning.ts';
import { useText } from '../../../../text/use-text.ts';
import { Kbd } from '../../../../ui/Kbd.tsx';

/** A stack that stopped: which sheet to put back, and the two ways on. F7 goes on. */
export function ResumeScan({
  at,
  disabled,
  onResume,
  onNew,
}: {
  readonly at: ScanPlace;
  readonly disabled: boolean;
  readonly onResume: () => void;
  readonly onNew: () => void;
}) {
  const t = useText();
  const next = at.sheetsKept + 1;
  return (
    <section className="resume-scan" aria-label={t('scan.stopped')}>
      <span>
        {t(at.frontOfNextKept ? 'scan.putBackHalf' : 'scan.putBack', { kept: at.sheetsKept, next })}
      </span>
      <div className="row">
        <Button
          size="xs"
          variant="light"
          leftSection={<IconPlayerPlay size={15} />}
          rightSection={<Kbd of="scan" />}
          disabled={disabled}
          onClick={onResume}
        >
          {t('scan.resumeAt', { next })}
        </Button>
        <Button size="xs" variant="default" disabled={disabled} onClick={onNew}>
          {t('scan.notResume')}
        </Button>
      </div>
    </section>
  );
}
