const NAMESPACES =
  'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"';

type Described = {
  readonly name: string;
  readonly uuid: string;
  readonly feeder: boolean;
  readonly duplex: boolean;
  readonly resolutions: readonly number[];
};

const inputCaps = (element: string, resolutions: readonly number[]): string => `
<scan:${element}>
  <scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>
  <scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3510</scan:MaxHeight>
  <scan:MaxScanRegions>1</scan:MaxScanRegions>
  <scan:SettingProfiles><scan:SettingProfile>
    <scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
    <scan:DocumentFormats>
      <pwg:DocumentFormat>application/pdf</pwg:DocumentFormat><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
      <scan:DocumentFormatExt>application/pdf</scan:DocumentFormatExt><scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
    </scan:DocumentFormats>
    <scan:SupportedResolutions><scan:DiscreteResolutions>${resolutions
      .map(
        (dpi) =>
          `<scan:DiscreteResolution><scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution></scan:DiscreteResolution>`,
      )
      .join('')}</scan:DiscreteResolutions></scan:SupportedResolutions>
  </scan:SettingProfile></scan:SettingProfiles>
</scan:${element}>`;

/** `ScannerCapabilities` as an office device of 2020 writes it. */
export const capabilitiesXml = ({ name, uuid, feeder, duplex, resolutions }: Described): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerCapabilities ${NAMESPACES}>
<pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>${name}</pwg:MakeAndModel><pwg:SerialNumber>1</pwg:SerialNumber>
<scan:UUID>${uuid}</scan:UUID>
<scan:Platen>${inputCaps('PlatenInputCaps', resolutions)}</scan:Platen>
${
  feeder
    ? `<scan:Adf>${inputCaps('AdfSimplexInputCaps', resolutions)}${
        duplex ? inputCaps('AdfDuplexInputCaps', resolutions) : ''
      }<scan:FeederCapacity>50</scan:FeederCapacity><scan:AdfOptions>${
        duplex ? '<scan:AdfOption>Duplex</scan:AdfOption>' : ''
      }<scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions></scan:Adf>`
    : ''
}
</scan:ScannerCapabilities>`;

export const statusXml = (adfState: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerStatus ${NAMESPACES}><pwg:Version>2.63</pwg:Version><pwg:State>Idle</pwg:State><scan:AdfState>${adfState}</scan:AdfState></scan:ScannerStatus>`;
