import type { ReactNode } from 'react';

/** Bottom of a task: the promise to the citizen at the left, what is missing and the one main action at the right. */
export function ActionBar({
  promise,
  label,
  children,
}: {
  readonly promise: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="card action-bar" aria-label={label}>
      <div className="action-bar-promise">{promise}</div>
      <div className="action-bar-actions">{children}</div>
    </section>
  );
}

/** One fact of the promise: small label above, the value below. */
export function Promised({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="promised">
      <span className="quiet">{label}</span>
      <b>{children}</b>
    </div>
  );
}
