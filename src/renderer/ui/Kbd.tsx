import { type ShortcutName, shortcuts } from './shortcuts.ts';

/** A key, shown where it acts: by the name of a shortcut, or any key text. Readers hear it as the control's shortcut, not twice. */
export function Kbd({ of, keys }: { readonly of?: ShortcutName; readonly keys?: string }) {
  return <kbd className="kbd">{of === undefined ? keys : shortcuts[of]}</kbd>;
}
