import { type ShortcutName, shortcuts } from './shortcuts.ts';

/** A key, shown where it acts: by the name of a shortcut, or any key text. For the eye: a control's name stays its word. */
export function Kbd({ of, keys }: { readonly of?: ShortcutName; readonly keys?: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {of === undefined ? keys : shortcuts[of]}
    </span>
  );
}
