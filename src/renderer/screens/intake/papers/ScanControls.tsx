import { Button, Popover, SegmentedControl, Select } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconPlayerStop, IconScan, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useActions } from '../../../actions/actions-context.ts';
import { useText } from '../../../text/use-text.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import type { Arrivals } from './arrivals.ts';
import type { ScanSettings } from './use-page-intake.ts';
import { useScanners } from './use-scanners.ts';

const ACCEPTED = 'image/jpeg,image/png,image/tiff,application/pdf,.jpg,.jpeg,.png,.tif,.tiff,.pdf';

type Props = {
  readonly arrivals: Arrivals;
  /** Name of the paper that pages go to. */
  readonly into: string;
  readonly onScan: (settings: ScanSettings) => void;
  readonly onFiles: (files: readonly File[]) => void;
};

/** F7 scans into the paper at hand, Ctrl O chooses files; how to scan is remembered. */
export function ScanControls({ arrivals, into, onScan, onFiles }: Props) {
  const t = useText();
  const { cancelScan } = useActions();
  const { scanners, looking, look, settings, setSettings, chosen } = useScanners();
  const files = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState(false);
  const { scanning, importing } = arrivals;
  const canScan = chosen !== null && scanning === null;

  const scan = () => {
    if (chosen === null) {
      setOpened(true);
      look();
      return;
    }
    if (scanning === null) {
      onScan({ ...settings, scannerId: chosen.scannerId, scannerName: chosen.name });
    }
  };
  useShortcut('scan', scan);
  useShortcut('files', () => files.current?.click());

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
      <div className="row">
        <Button
          variant="default"
          leftSection={<IconScan size={16} />}
          rightSection={<Kbd of="scan" />}
          disabled={!canScan && chosen !== null}
          onClick={scan}
          title={t('intake.scanInto', { paper: into })}
        >
          {t('intake.scan')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconUpload size={16} />}
          rightSection={<Kbd of="files" />}
          onClick={() => files.current?.click()}
        >
          {t('intake.chooseFiles')}
        </Button>
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
        <Popover
          opened={opened}
          onChange={setOpened}
          position="top-end"
          trapFocus
          transitionProps={{ duration: 0 }}
        >
          <Popover.Target>
            <button
              type="button"
              className="scanner-name push"
              aria-label={t('intake.scanSettings')}
              onClick={() => setOpened(!opened)}
            >
              <span className="clip">
                {looking ? t('words.loading') : (chosen?.name ?? t('intake.noScanner'))}
              </span>
              <IconAdjustmentsHorizontal size={16} aria-hidden="true" />
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <div className="scan-settings">
              <Select
                label={t('intake.scanner')}
                data={scanners.map((each) => ({ value: each.scannerId, label: each.name }))}
                value={chosen?.scannerId ?? null}
                placeholder={looking ? t('words.loading') : t('intake.noScanner')}
                allowDeselect={false}
                comboboxProps={{ withinPortal: false }}
                onChange={(scannerId) => setSettings({ ...settings, scannerId: scannerId ?? '' })}
              />
              <SegmentedControl
                size="xs"
                fullWidth
                value={settings.source}
                onChange={(source) =>
                  setSettings({ ...settings, source: source === 'feeder' ? 'feeder' : 'flatbed' })
                }
                data={[
                  { value: 'flatbed', label: t('intake.flatbed') },
                  { value: 'feeder', label: t('intake.feeder') },
                ]}
              />
              <SegmentedControl
                size="xs"
                fullWidth
                value={settings.colour}
                onChange={(colour) =>
                  setSettings({ ...settings, colour: colour === 'grey' ? 'grey' : 'colour' })
                }
                data={[
                  { value: 'colour', label: t('intake.colour') },
                  { value: 'grey', label: t('intake.grey') },
                ]}
              />
              <SegmentedControl
                size="xs"
                fullWidth
                value={String(settings.dpi)}
                onChange={(dpi) =>
                  setSettings({ ...settings, dpi: dpi === '300' ? 300 : dpi === '150' ? 150 : 200 })
                }
                data={['150', '200', '300'].map((dpi) => ({ value: dpi, label: `${dpi} dpi` }))}
              />
              <Button size="xs" variant="default" loading={looking} onClick={look}>
                {t('intake.lookForScanners')}
              </Button>
            </div>
          </Popover.Dropdown>
        </Popover>
      </div>
    </div>
  );
}
