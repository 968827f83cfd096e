import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useActions } from '../../../../actions/actions-context.ts';
import { failureSentence } from '../../../../text/sentence-by-code.ts';
import { useText } from '../../../../text/use-text.ts';
import { PaperOut } from '../../../../ui/PaperOut.tsx';
import { HotFolderSettings } from '../hot-folder/HotFolderSettings.tsx';
import { colourName, sourceName } from './manner-text.ts';
import { NetworkScanners } from './NetworkScanners.tsx';
import { ScanProfiles } from './ScanProfiles.tsx';
import { withSize } from './scan-settings.ts';
import type { Scanners } from './use-scanners.ts';

/** Which scanner and how; only what that scanner can do is offered. */
export function ScanSettingsForm({ scanners }: { readonly scanners: Scanners }) {
  const t = useText();
  const { makeSeparatorSheet } = useActions();
  const { list, looking, look, chosen, choose, manner, setManner } = scanners;
  return (
    <div className="scan-settings">
      <div className="row scanner-row">
        <Select
          label={t('intake.scanner')}
          className="grow"
          data={list.scanners.map((each) => ({ value: each.scannerId, label: each.name }))}
          value={chosen?.scannerId ?? null}
          placeholder={looking ? t('scan.searching') : t('intake.noScanner')}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(scannerId) => choose(scannerId ?? '')}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={15} />}
          loading={looking}
          onClick={look}
        >
          {t('scan.refresh')}
        </Button>
      </div>
      {chosen?.line != null && <span className="small quiet">{t(`scan.line.${chosen.line}`)}</span>}
      {list.scanners.length === 0 &&
        !looking &&
        list.missing.map(({ kind, code }) => (
          <span key={kind} className="small">
            {failureSentence(t, { code, remedy: 'call-support' })}
          </span>
        ))}
      {chosen !== null && (
        <>
          <ScanProfiles manner={manner} scanner={chosen} onChoose={setManner} />
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('scan.source')}
            value={manner.source}
            onChange={(value) => {
              const source = chosen.sources.find((each) => each === value);
              if (source !== undefined) setManner({ ...manner, source });
            }}
            data={chosen.sources.map((source) => ({ value: source, label: sourceName(t, source) }))}
          />
          <div className="row scan-quality">
            <Select
              size="xs"
              aria-label={t('scan.size')}
              data={chosen.sizes.map((size) => ({ value: size, label: t(`scan.sizes.${size}`) }))}
              value={manner.size}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              onChange={(value) => {
                const size = chosen.sizes.find((each) => each === value);
                if (size !== undefined) setManner(withSize(manner, size));
              }}
            />
            <SegmentedControl
              size="xs"
              aria-label={t('scan.resolution')}
              value={String(manner.dpi)}
              onChange={(dpi) => setManner({ ...manner, dpi: Number(dpi) })}
              data={chosen.dpi.map((dpi) => ({ value: String(dpi), label: `${dpi} dpi` }))}
            />
            <SegmentedControl
              size="xs"
              aria-label={t('scan.colours')}
              value={manner.colour}
              onChange={(value) => setManner({ ...manner, colour: value === 'grey' ? 'grey' : 'colour' })}
              data={chosen.colours.map((colour) => ({ value: colour, label: colourName(t, colour) }))}
            />
          </div>
        </>
      )}
      <NetworkScanners scanners={scanners} />
      <HotFolderSettings />
      <PaperOut paper={t('scan.separator')} detail={t('scan.separatorWhat')} make={makeSeparatorSheet} />
    </div>
  );
}
