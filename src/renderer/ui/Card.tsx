import type { ReactNode } from 'react';

type Props = {
  readonly title?: ReactNode;
  /** Place in the order of work, shown as a numbered disc. */
  readonly step?: number;
  /** Small words or a control at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly label?: string;
  readonly className?: string;
  /** No padding inside: lists and pictures reach the edge. */
  readonly flush?: boolean;
};

/** A white sheet on the desk. With a title it is a region that readers can jump to. */
export function Card({ title, step, aside, children, label, className, flush }: Props) {
  const name = label ?? (typeof title === 'string' ? title : undefined);
  return (
    <section className={`card ${flush ? 'card-flush' : ''} ${className ?? ''}`} aria-label={name}>
      {title !== undefined && (
        <header className="card-head">
          {step !== undefined && (
            <span className="card-step" aria-hidden="true">
              {step}
            </span>
          )}
          <h2 className="clip">{title}</h2>
          {aside !== undefined && <span className="push quiet row">{aside}</span>}
        </header>
      )}
      {children}
    </section>
  );
}
