import type { PdfDictionary, PdfObjects, PdfValue } from './pdf-objects.ts';

const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a dictionary of a PDF/A-2b file must not hold (ISO 19005-2: 6.1.3, 6.2.10, 6.5, 6.6.1, 6.1.2). */
const FORBIDDEN_KEYS = [
  '/AA',
  '/OpenAction',
  '/JS',
  '/JavaScript',
  '/SMask',
  '/Encrypt',
  '/EF',
  '/OPI',
  '/TR',
  '/Alternates',
];
const FORBIDDEN_FILTERS = ['/LZWDecode', '/Crypt'];

/**
 * What of PDF/A-2b can be told from the structure of a file, as a list of what is wrong: no conforming program is to be
 * had here that checks all of it (veraPDF is not packaged).
 */
export function pdfAFindings({ trailer, objects, streams }: PdfObjects): readonly string[] {
  const findings: string[] = [];
  const must = (holds: boolean, what: string): void => {
    if (!holds) findings.push(what);
  };
  const follow = (value: PdfValue | undefined): PdfValue | undefined =>
    typeof value === 'string' && /^\d+ 0 R$/.test(value) ? objects.get(value) : value;
  const dictionary = (value: PdfValue | undefined): PdfDictionary => {
    const found = follow(value);
    return isDictionary(found) ? found : {};
  };
  const streamOf = (value: PdfValue | undefined): Buffer =>
    (typeof value === 'string' ? streams.get(value) : undefined) ?? Buffer.alloc(0);

  must(Array.isArray(trailer['/ID']) && trailer['/ID'].length === 2, 'no file identifier');
  must(trailer['/Encrypt'] === undefined, 'encrypted');
  const catalog = dictionary(trailer['/Root']);
  must(catalog['/Lang'] !== undefined, 'no language');

  const xmp = streamOf(catalog['/Metadata']).toString('utf8');
  must(dictionary(catalog['/Metadata'])['/Filter'] === undefined, 'metadata are compressed');
  must(xmp.includes('<pdfaid:part>2</pdfaid:part>'), 'XMP does not say part 2');
  must(xmp.includes('<pdfaid:conformance>B</pdfaid:conformance>'), 'XMP does not say conformance B');
  must(/^<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.test(xmp), 'no XMP packet');

  const intents = follow(catalog['/OutputIntents']);
  const intent = Array.isArray(intents) ? dictionary(intents[0]) : {};
  must(intent['/S'] === '/GTS_PDFA1', 'no output intent');
  const profile = streamOf(intent['/DestOutputProfile']);
  must(profile.toString('latin1', 36, 40) === 'acsp', 'the output profile is not ICC');
  must(
    profile.length >= 4 && profile.readUInt32BE(0) === profile.length,
    'the output profile lies about its length',
  );
  must(profile.toString('latin1', 16, 20) === 'RGB ', 'the output profile is not RGB');

  const visit = (value: PdfValue, where: string): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, where);
    if (!isDictionary(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (FORBIDDEN_KEYS.includes(key) && follow(inner) !== '/None') findings.push(`${where} holds ${key}`);
      if ((key === '/ca' || key === '/CA') && follow(inner) !== 1) findings.push(`${where} is transparent`);
      if (key === '/BM' && !['/Normal', '/Compatible'].includes(String(follow(inner))))
        findings.push(`${where} blends`);
      if (key === '/Group') findings.push(`${where} is a transparency group`);
      if (key === '/Filter')
        for (const filter of [follow(inner)].flat())
          if (FORBIDDEN_FILTERS.includes(String(filter))) findings.push(`${where} uses ${String(filter)}`);
      visit(inner, where);
    }
    if (value['/Subtype'] === '/Image') {
      const isStencil = value['/ImageMask'] === true;
      must(
        isStencil || ['/DeviceRGB', '/DeviceGray'].includes(String(follow(value['/ColorSpace']))),
        `${where} has colours that the intent does not cover`,
      );
      must(value['/Interpolate'] !== true, `${where} is interpolated`);
    }
    if (value['/Type'] === '/FontDescriptor')
      must(
        ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => streamOf(value[key]).length > 0),
        `${where} is not embedded`,
      );
    if (value['/Subtype'] === '/Type0')
      must(value['/ToUnicode'] !== undefined, `${where} has no Unicode map`);
    if (value['/Subtype'] === '/CIDFontType2')
      must(value['/CIDToGIDMap'] !== undefined, `${where} has no CIDToGIDMap`);
  };
  for (const [reference, value] of objects) visit(value, reference);
  return findings;
}
