import canonicalize from 'canonicalize';

/** RFC 8785 form of a JSON value: the same value always gives the same text, whatever the order of keys. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('not a JSON value: it has no canonical form');
  return text;
}

/** Lower-case hexadecimal SHA-256 of the UTF-8 text; handed in, because this part has no crypto of its own. */
export type Sha256Hex = (text: string) => string;
