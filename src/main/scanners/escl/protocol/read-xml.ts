import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element: its children by name, without namespace prefixes; text at `#text` or the value itself. */
export type XmlNode = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  // a stranger's document defines nothing
  processEntities: false,
});

/** The named root of a document; null when it is not well-formed or another document. */
export function readXml(text: string, root: string): XmlNode | null {
  if (XMLValidator.validate(text) !== true) return null;
  try {
    return asNode((parser.parse(text) as XmlNode)[root]);
  } catch {
    // what the validator let through and the parser did not (nesting without end) is no answer either
    return null;
  }
}

const asNode = (value: unknown): XmlNode | null =>
  // the parser gives objects, arrays of them and strings, nothing else
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as XmlNode) : null;

/** Children of that name, none when there is no such element. */
export const children = (node: XmlNode | null, name: string): readonly unknown[] => {
  const value = node?.[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

/** The first child of that name that has children itself. */
export const child = (node: XmlNode | null, name: string): XmlNode | null =>
  children(node, name)
    .map(asNode)
    .find((each) => each !== null) ?? null;

export const nodes = (node: XmlNode | null, name: string): readonly XmlNode[] =>
  children(node, name)
    .map(asNode)
    .filter((each) => each !== null);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (value: string): string =>
  value.trim().replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');

/** Texts of the children of that name. */
export const texts = (node: XmlNode | null, name: string): readonly string[] =>
  children(node, name).flatMap((value) => {
    if (typeof value === 'string') return [plain(value)];
    const inner = asNode(value)?.['#text'];
    return typeof inner === 'string' ? [plain(inner)] : [];
  });

export const text = (node: XmlNode | null, name: string): string | null => texts(node, name)[0] ?? null;

export const number = (node: XmlNode | null, name: string): number | null => {
  const value = Number(text(node, name) ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
};
