import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  esclAbilities,
  parseCapabilities,
} from '../../../../src/main/scanners/escl/protocol/capabilities.ts';
import { scanSettings } from '../../../../src/main/scanners/escl/protocol/scan-settings.ts';
import {
  adfFault,
  deviceFault,
  parseStatus,
} from '../../../../src/main/scanners/escl/protocol/scanner-status.ts';
import { capabilitiesXml, statusXml } from '../../../support/escl/escl-documents.ts';
import { scanRequest } from '../kept-pages.ts';

const office = capabilitiesXml({
  name: 'Practice MFP',
  uuid: 'urn:uuid:ABC',
  feeder: true,
  duplex: true,
  resolutions: [100, 200, 300],
});

/** Another maker's habits: other prefixes, a range of resolutions, A3, both sides as an option of one description. */
const other = `<?xml version="1.0"?>
<e:ScannerCapabilities xmlns:e="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:p="http://www.pwg.org/schemas/2010/12/sm">
 <p:Version>2.0</p:Version><p:MakeAndModel>A3 &amp; Feeder</p:MakeAndModel>
 <e:Adf>
  <e:AdfSimplexInputCaps><e:MaxWidth>3507</e:MaxWidth><e:MaxHeight>4960</e:MaxHeight>
   <e:SettingProfiles>
    <e:SettingProfile name="0"><e:ColorModes><e:ColorMode>BlackAndWhite1</e:ColorMode><e:ColorMode>Grayscale8</e:ColorMode></e:ColorModes>
     <e:DocumentFormats><p:DocumentFormat>application/pdf</p:DocumentFormat></e:DocumentFormats>
     <e:SupportedResolutions><e:ResolutionRange><e:XResolutionRange><e:Min>75</e:Min><e:Max>600</e:Max><e:Step>1</e:Step></e:XResolutionRange></e:ResolutionRange></e:SupportedResolutions>
    </e:SettingProfile>
   </e:SettingProfiles></e:AdfSimplexInputCaps>
  <e:AdfOptions><e:AdfOption>DetectPaperLoaded</e:AdfOption><e:AdfOption>Duplex</e:AdfOption></e:AdfOptions>
 </e:Adf>
</e:ScannerCapabilities>`;

describe('what eSCL scanners say', () => {
  it('of themselves, in the habits of two makers', () => {
    const caps = parseCapabilities(office);
    expect(caps).toMatchObject({ version: '2.63', name: 'Practice MFP', uuid: 'abc' });
    expect(caps && esclAbilities(caps)).toEqual({
      sources: ['flatbed', 'feeder', 'feeder-duplex'],
      dpi: [200, 300],
      colours: ['colour', 'grey'],
      sizes: ['a4', 'a5', 'letter', 'card'],
    });
    const feeder = parseCapabilities(other);
    expect(feeder).toMatchObject({ name: 'A3 & Feeder', uuid: null, platen: null });
    expect(feeder && esclAbilities(feeder)).toEqual({
      sources: ['feeder', 'feeder-duplex'],
      dpi: [200, 300],
      colours: ['grey'],
      sizes: ['a4', 'a5', 'a3', 'letter', 'card'],
    });
    const asked =
      feeder === null ? null : scanSettings(scanRequest({ colour: 'colour', size: 'a3' }), feeder);
    expect(asked).toMatchObject({ xml: expect.stringContaining('<pwg:DocumentFormat>application/pdf<') });
    expect(asked).toMatchObject({ xml: expect.stringContaining('<scan:ColorMode>Grayscale8<') });
    expect(asked).toMatchObject({ xml: expect.stringContaining('<pwg:Width>3507<') });
  });

  it('of their state; of several jobs only ours counts', () => {
    const status = (adf: string) => parseStatus(statusXml(adf));
    expect(
      ['ScannerAdfJam', 'ScannerAdfEmpty', 'ScannerAdfHatchOpen', 'ScannerAdfLoaded', 'Unheard'].map((each) =>
        adfFault(status(each)),
      ),
    ).toEqual(['scanner-jammed', 'scanner-empty', 'scanner-cover-open', null, null]);
    const jobs = statusXml('ScannerAdfLoaded')
      .replace('Idle', 'Stopped')
      .replace(
        '</scan:ScannerStatus>',
        `<scan:Jobs>${['1', '12']
          .map(
            (id) =>
              `<scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/${id}</pwg:JobUri><pwg:JobStateReasons><pwg:JobStateReason>Reason${id}</pwg:JobStateReason></pwg:JobStateReasons></scan:JobInfo>`,
          )
          .join('')}</scan:Jobs></scan:ScannerStatus>`,
      );
    expect(parseStatus(jobs, '/eSCL/ScanJobs/12')?.reasons).toEqual(['Reason12']);
    expect(parseStatus(jobs)?.reasons).toEqual([]);
    expect(deviceFault(parseStatus(jobs))).toBe('scanner-failed');
  });

  it('any damage to it is refused or understood, never thrown', () => {
    const texts = [office, other, statusXml('ScannerAdfJam')];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.string({ maxLength: 12, unit: 'binary' })), {
          maxLength: 6,
        }),
        (text, wounds) => {
          const damaged = wounds.reduce((now, [at, length, put]) => {
            const place = at % (now.length + 1);
            return now.slice(0, place) + put + now.slice(place + length);
          }, text);
          const caps = parseCapabilities(damaged);
          if (caps !== null) {
            expect(esclAbilities(caps).sources.length).toBeGreaterThan(0);
            const settings = scanSettings(scanRequest({ source: 'flatbed' }), caps);
            if (typeof settings !== 'string') expect(settings.xml).not.toContain('undefined');
          }
          adfFault(parseStatus(damaged));
        },
      ),
      { numRuns: 1500 },
    );
  });
});
