import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Nothing here, said calmly, with what to do. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
}: {
  readonly icon: TablerIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon size={28} stroke={1.3} aria-hidden="true" />
      <b>{title}</b>
      {children !== undefined && <p className="quiet">{children}</p>}
      {action}
    </div>
  );
}
