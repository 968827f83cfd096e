import { Button, Popover } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconCamera,
  IconPlayerStop,
  IconScan,
  IconUpload,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { ScanSource } from '../../../../shared/contracts/bridge/scanning.ts';
import type { DossierPage } from '../../../../shared/domain/page/page.ts';
import { useActions } from '../../../actions/actions-context.ts';
import { useText } from '../../../text/use-text.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import { useDraft } from '../draft/open-sessions.ts';
import type { Arrivals } from './arrivals.ts';
import { CameraDialog } from './camera/CameraDialog.tsx';
import { mannerText } from './scan/manner-text.ts';
import { ResumeScan } from './scan/ResumeScan.tsx';
import { ScanSettingsForm } from './scan/ScanSettingsForm.tsx';
import type { ScanSettings } from './scan/scan-settings.ts';
import { noteStoppedScan, useStoppedScan } from './scan/stopped-scan.ts';
import { useScanners } from './scan/use-scanners.ts';

const ACCEPTED = 'image/jpeg,image/png,image/tiff,application/pdf,.jpg,.jpeg,.png,.tif,.tiff,.pdf';

type Props = {
  readonly arrivals: Arrivals;
  /** Name of the paper that pages go to, and where a scan goes. */
  readonly into: string;
  readonly scanInto: (source: ScanSource) => string;
  readonly onScan: (settings: ScanSettings) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onFrame: (frame: File) => Promise<readonly DossierPage[]>;
};

/** F7 scans into the paper at hand, or goes on with a stack that stopped; Ctrl O chooses files; how to scan is remembered. */
export function ScanControls({ arrivals, into, scanInto, onScan, onFiles, onFrame }: Props) {
  const t = useText();
  const { cancelScan } = useActions();
  const scanners = useScanners();
  const { chosen, looking, look, manner } = scanners;
  const draftId = useDraft((session) => session.draft.draftId);
  const stopped = useStoppedScan(draftId);
  const files = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState(false);
  const [photographing, setPhotographing] = useState(false);
  const { scanning, importing } = arrivals;

  const openSettings = (open: boolean): void => {
    setOpened(open);
    // What was plugged in or switched on meanwhile; a scanner at work is not disturbed by being asked.
    if (open && scanning === null) look();
  };
  const scan = () => {
    if (scanning !== null) return;
    if (stopped !== null) onScan({ ...stopped.settings, resume: stopped.at, into: stopped.into });
    else if (chosen === null) openSettings(true);
    else onScan({ ...manner, resume: null, scannerId: chosen.scannerId, scannerName: chosen.name });
  };
  useShortcut('scan', scan);
  useShortcut('scanSettings', () => openSettings(!opened));
  useShortcut('files', () => files.current?.click());
  useShortcut('camera', () => setPhotographing(true));

  return (
    <div className="scan-controls">
      {scanning !== null && (
        <div className="row">
          <Progress>{t('intake.scanning', { n: scanning.count })}</Progress>
          <Button
            size="xs"
            variant="default"
            className="push"
            leftSection={<IconPlayerStop size={15} />}
            onClick={() => void cancelScan(scanning.scanId)}
          >
            {t('intake.stopScan')}
          </Button>
        </div>
      )}
      {importing !== null && (
        <Progress share={(importing.n - 0.5) / importing.total}>{t('intake.importing', importing)}</Progress>
      )}
      {stopped !== null && scanning === null && (
        <ResumeScan
          at={stopped.at}
          disabled={false}
          onResume={scan}
          onNew={() => noteStoppedScan(draftId, null)}
        />
      )}
      <div className="row">
        <Button
          variant="default"
          px={7}
          leftSection={<IconScan size={16} />}
          rightSection={<Kbd of="scan" />}
          disabled={scanning !== null || stopped !== null}
          onClick={scan}
          title={t('intake.scanInto', { paper: scanInto(manner.source) })}
        >
          {t('intake.scan')}
        </Button>
        <Button
          variant="default"
          px={7}
          leftSection={<IconUpload size={16} />}
          rightSection={<Kbd of="files" />}
          onClick={() => files.current?.click()}
        >
          {t('intake.chooseFiles')}
        </Button>
        <Button
          variant="default"
          px={7}
          leftSection={<IconCamera size={16} />}
          rightSection={<Kbd of="camera" />}
          onClick={() => setPhotographing(true)}
        >
          {t('camera.open')}
        </Button>
        {photographing && (
          <CameraDialog into={into} onFrame={onFrame} onClose={() => setPhotographing(false)} />
        )}
        <input
          ref={files}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          aria-label={t('intake.chooseFiles')}
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="top-start"
        trapFocus
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <button
            type="button"
            className="scanner-name"
            aria-label={t('intake.scanSettings')}
            onClick={() => openSettings(!opened)}
          >
            <IconAdjustmentsHorizontal size={16} aria-hidden="true" />
            <span className="clip">
              {chosen === null
                ? t(looking ? 'scan.searching' : 'intake.noScanner')
                : `${mannerText(t, manner)} · ${chosen.name}`}
            </span>
            <span className="push">
              <Kbd of="scanSettings" />
            </span>
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <ScanSettingsForm scanners={scanners} />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
