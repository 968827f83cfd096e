import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: true });

/**
 * Names of the profiles that someone made in NAPS2's window, from its `profiles.xml`: each is a device, its driver (TWAIN,
 * WIA, SANE…) and that driver's settings. A file that is none gives none.
 */
export function parseProfiles(xml: string): readonly string[] {
  try {
    const { ArrayOfScanProfile: list } = parser.parse(xml) as { ArrayOfScanProfile?: unknown };
    const profiles = (list as { ScanProfile?: unknown } | undefined)?.ScanProfile ?? [];
    return [profiles].flat().flatMap((profile) => {
      const name: unknown = (profile as { DisplayName?: unknown } | null)?.DisplayName;
      return typeof name === 'string' && name.trim() !== '' ? [name] : [];
    });
  } catch {
    return [];
  }
}
