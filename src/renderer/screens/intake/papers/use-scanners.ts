import { useCallback, useEffect, useState } from 'react';
import { create } from 'zustand';
import { type Scanner, ScanRequest } from '../../../../shared/contracts/bridge/scanning.ts';
import { useActions } from '../../../actions/actions-context.ts';

const REMEMBERED_AS = 'desk.scan-settings';
const Settings = ScanRequest.omit({ scanId: true, scannerId: true }).extend({
  scannerId: ScanRequest.shape.scannerId,
});
type Settings = {
  readonly scannerId: string;
  readonly source: ScanRequest['source'];
  readonly colour: ScanRequest['colour'];
  readonly dpi: ScanRequest['dpi'];
};
/** What reading measured best (200 dpi); colour because seals are red. */
const USUAL: Settings = { scannerId: '', source: 'flatbed', colour: 'colour', dpi: 200 };

function rememberedSettings(): Settings {
  try {
    const parsed = Settings.safeParse(JSON.parse(localStorage.getItem(REMEMBERED_AS) ?? 'null'));
    return parsed.success ? parsed.data : USUAL;
  } catch {
    // Someone else's text under our key: begin with the usual.
    return USUAL;
  }
}

/** Asking takes seconds (`scanimage -L`), so the answer is kept for the window's life and asked anew on demand. */
const useFound = create<{
  readonly scanners: readonly Scanner[];
  readonly asked: boolean;
  readonly looking: boolean;
}>(() => ({ scanners: [], asked: false, looking: false }));

export function useScanners() {
  const { listScanners } = useActions();
  const { scanners, asked, looking } = useFound();
  const [settings, remember] = useState(rememberedSettings);

  const look = useCallback(() => {
    useFound.setState({ asked: true, looking: true });
    void listScanners().then((listed) => {
      useFound.setState({ scanners: listed.ok ? listed.value : [], looking: false });
    });
  }, [listScanners]);

  useEffect(() => {
    if (!asked) look();
  }, [asked, look]);

  const setSettings = (changed: Settings) => {
    localStorage.setItem(REMEMBERED_AS, JSON.stringify(changed));
    remember(changed);
  };
  const chosen = scanners.find((each) => each.scannerId === settings.scannerId) ?? scanners[0] ?? null;
  return { scanners, looking, look, settings, setSettings, chosen };
}
