import { z } from 'zod';
import type { Scanner } from '../../../shared/contracts/bridge/scanning.ts';
import { offeredDpi, offeredSizes, type Resolutions } from '../offered.ts';
import type { ScannerFailureCode } from '../scanner-failure.ts';

/** What `scan-wia.ps1` says, one object a line. */
const WiaLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('device'),
    id: z.string().min(1).max(400),
    name: z.string(),
    /** WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES: 1 feeder, 2 flatbed, 4 duplex; 0 when the driver does not say. */
    able: z.int(),
    dpi: z.array(z.int().min(1)),
    least: z.int().optional(),
    most: z.int().optional(),
    widthMm: z.number(),
    heightMm: z.number(),
    fault: z.string().optional(),
  }),
  z.object({ type: z.literal('page'), file: z.string() }),
  z.object({ type: z.literal('fault'), hresult: z.string(), pages: z.int() }),
  z.object({ type: z.literal('done') }),
]);
export type WiaLine = z.infer<typeof WiaLine>;

/** null: not one of its lines (a driver's own chatter). */
export function parseWiaLine(line: string): WiaLine | null {
  try {
    const parsed = WiaLine.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** WIA_ERROR_… (wiadef.h) and what COM says when the device is gone. */
const FAULTS: Readonly<Record<string, ScannerFailureCode>> = {
  '0x80210002': 'scanner-jammed',
  '0x80210003': 'scanner-empty',
  '0x80210004': 'scanner-sheet-fault',
  '0x80210005': 'scanner-gone',
  '0x80210006': 'scanner-busy',
  '0x80210007': 'scanner-busy',
  '0x80210008': 'scanner-sheet-fault',
  '0x80210009': 'scanner-gone',
  '0x8021000A': 'scanner-gone',
  '0x8021000D': 'scanner-busy',
  '0x80210015': 'scanner-gone',
  '0x80210016': 'scanner-cover-open',
  '0x80210020': 'scanner-sheet-fault',
  '0x80070005': 'scanner-access-denied',
  // REGDB_E_CLASSNOTREG: Windows without image acquisition (Server editions)
  '0x80040154': 'scanner-missing-program',
};
export const wiaFault = (hresult: string): ScannerFailureCode => FAULTS[hresult] ?? 'scanner-failed';

const FEEDER = 1;
const FLATBED = 2;
const DUPLEX = 4;

export function wiaScanner(device: Extract<WiaLine, { type: 'device' }>): Scanner {
  const { able, least, most } = device;
  // A driver that says nothing has a glass.
  const flatbed = (able & FLATBED) !== 0 || (able & FEEDER) === 0;
  const resolutions: Resolutions =
    device.dpi.length > 0 ? device.dpi : least === undefined || most === undefined ? null : { least, most };
  const bed = device.widthMm > 0 && device.heightMm > 0;
  return {
    scannerId: device.id,
    name: device.name,
    kind: 'wia',
    line: null,
    sources: [
      ...(flatbed ? (['flatbed'] as const) : []),
      ...((able & FEEDER) !== 0 ? (['feeder'] as const) : []),
      ...((able & (FEEDER | DUPLEX)) === (FEEDER | DUPLEX) ? (['feeder-duplex'] as const) : []),
    ],
    dpi: offeredDpi(resolutions),
    colours: ['colour', 'grey'],
    sizes: bed ? offeredSizes(device.widthMm, device.heightMm) : offeredSizes(null, null),
  };
}
