/**
 * The eSCL roots to try for what an officer typed: an address or name, perhaps with a port, a scheme or a path. HTTPS
 * first: papers go over this line. Empty: it is no address.
 */
export function rootsOf(address: string): readonly URL[] {
  const text = address.trim();
  const withScheme = /^https?:\/\//i.test(text);
  if (!withScheme && /^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return [];
  const roots = (withScheme ? [text] : [`https://${text}`, `http://${text}`]).flatMap((each) => {
    if (!URL.canParse(each)) return [];
    const url = new URL(each);
    if (url.username !== '' || url.password !== '' || url.hostname === '') return [];
    url.search = '';
    url.hash = '';
    const path = url.pathname.replaceAll(/^\/+|\/+$/g, '');
    url.pathname = `/${path === '' ? 'eSCL' : path}/`;
    return [url];
  });
  return roots;
}
