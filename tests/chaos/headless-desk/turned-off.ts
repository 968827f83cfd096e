import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const SRC = resolve(import.meta.dirname, '../../../src');

type Protection = { readonly file: string; readonly find: string; readonly instead: string };

/**
 * Protections of the product that a headless desk can be started without, to show that a run bites: the source is
 * changed while it is loaded, in that one process. Text that is no longer there is an error, never a quiet pass.
 */
export const PROTECTIONS = {
  /** The city's words are on the disk before anything moves on. */
  'city-words-kept': {
    file: 'main/city/event-sending.ts',
    find: 'const kept = await ports.cityLog.append(messages);',
    instead: 'const kept = { ok: true as const }; void ports.cityLog;',
  },
  /** A lease request is saved before it is sent, so that a lost reply is asked for again and not lent twice. */
  'lease-request-kept': {
    file: 'main/city/lease-keeping.ts',
    find: 'await ports.store.save(NAME, asked);',
    instead: 'void NAME;',
  },
  /** What the city says otherwise is decided before anything else is done to the dossier. */
  'city-word-first': {
    file: 'shared/domain/sign-off/check-action.ts',
    find: "if (first !== null && first !== action && action !== 'submit')",
    instead: "if (first === 'resend' && first !== action && action !== 'submit')",
  },
  /** Only what the city signed is believed. */
  'signature-checked': {
    file: 'main/city/signed-words.ts',
    find: 'return verify(',
    instead: 'return true || verify(',
  },
  /** Papers carry main's day, not the window's. */
  'window-clock-checked': {
    file: 'shared/domain/desk-log/check-clock.ts',
    find: 'if (apartMs <= AGREE_MS)',
    instead: 'if (apartMs >= 0)',
  },
  /** A city that was put back to an older state is given everything again. */
  'city-put-back-noticed': {
    file: 'main/city/event-sending.ts',
    find: 'if (reply.gap && reply.nextSeq <= outstanding.verdictSeq())',
    instead: 'if (reply.gap && reply.nextSeq < 0)',
  },
  /** A profile in which no form is written down is one of the first programs', and is opened. */
  'first-profiles-opened': {
    file: 'main/bridge/profile-form.ts',
    find: "if (thrown.code === 'ENOENT') return 'null';",
    instead: "if (thrown.code === 'ENOENT') return JSON.stringify({ form: PROFILE_FORM + 1 });",
  },
} as const satisfies Readonly<Record<string, Protection>>;

export type ProtectionName = keyof typeof PROTECTIONS;
export const isProtection = (name: string): name is ProtectionName => name in PROTECTIONS;

/** To be called before the product is loaded. */
export function turnOff(name: ProtectionName): void {
  const { file, find, instead } = PROTECTIONS[name];
  const changed = pathToFileURL(join(SRC, file)).href;
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      if (url !== changed) return loaded;
      const source = Buffer.from(loaded.source as Uint8Array).toString('utf8'); // a file of ours is never null
      if (source.split(find).length !== 2)
        throw new Error(`${name}: "${find}" does not stand once in ${file}`);
      return { ...loaded, source: source.replace(find, instead) };
    },
  });
}
