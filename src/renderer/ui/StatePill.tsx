import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Meaning, meaningIcons } from './theme/meanings.ts';

type Props = {
  readonly meaning: Meaning;
  /** The word; never left out. */
  readonly children: ReactNode;
  readonly icon?: TablerIcon;
  readonly title?: string;
};

/** A state in colour, shape and word. */
export function StatePill({ meaning, children, icon, title }: Props) {
  const Icon = icon ?? meaningIcons[meaning];
  return (
    <span className={`pill pill-${meaning}`} title={title}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      <span className="clip">{children}</span>
    </span>
  );
}
