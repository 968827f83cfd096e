import type { Session } from 'electron';
import { isOwnAddress } from './navigation-guard.ts';

/** The camera for document cameras, nothing else (no microphone), and only for the desk's own page. */
export function mayUse(permission: string, requester: string, mediaTypes: readonly string[]): boolean {
  if (permission !== 'media' || !isOwnAddress(requester)) return false;
  return mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
}

export function guardPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(mayUse(permission, details.requestingUrl, mediaTypes));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayUse(permission, origin, details.mediaType === undefined ? [] : [details.mediaType]),
  );
}
