import type { ReactNode } from 'react';
import { type Meaning, meaningIcons } from './theme/meanings.ts';

/** A few words on a coloured ground: told, not asked. */
export function Note({
  meaning,
  children,
  action,
}: {
  readonly meaning: Meaning;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  const Icon = meaningIcons[meaning];
  return (
    <div className={`note note-${meaning}`} role="status">
      <Icon size={17} aria-hidden="true" />
      <div className="note-text">{children}</div>
      {action}
    </div>
  );
}
