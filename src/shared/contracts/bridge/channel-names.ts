import type { ChannelName } from './channels.ts';

/**
 * The names alone, so that the preload need not carry the schemas. Complete both ways by the compiler:
 * a name too many or too few does not compile.
 */
const names = {
  'desk:start': true,
  'desk:unlock': true,
  'desk:enrol': true,
  'desk:room': true,
  'desk:may-close': true,
  'officer:sign-in': true,
  'officer:sign-out': true,
  'journal:read': true,
  'journal:append': true,
  'draft:keep': true,
  'draft:drop': true,
  'draft:list': true,
  'reference:load': true,
  'city:read': true,
  'line:status': true,
  'line:try-now': true,
  'line:outbox': true,
  'line:limits': true,
  'line:change-limits': true,
  'carry:overview': true,
  'carry:write': true,
  'carry:take': true,
  'carry:cancel': true,
  'scanner:list': true,
  'scanner:add': true,
  'scanner:forget': true,
  'scanner:scan': true,
  'scanner:cancel': true,
  'hot-folder:status': true,
  'hot-folder:choose': true,
  'hot-folder:take': true,
  'hot-folder:settle': true,
  'backup:status': true,
  'backup:choose': true,
  'backup:sheet': true,
  'backup:code-kept': true,
  'backup:find': true,
  'backup:restore': true,
  'document:make': true,
  'document:save': true,
  'document:open': true,
  'printer:list': true,
  'document:print': true,
} as const satisfies Readonly<Record<ChannelName, true>>;

// Object.keys forgets the keys' type; `satisfies` above has checked them.
export const CHANNEL_NAMES = Object.keys(names) as readonly ChannelName[];

export const NOTICE_CHANNEL = 'desk:notice';
