import type { ReactNode } from 'react';

/** One row of a form: label at the left, control at the right; `wrong` = a sentence beneath. */
export function Field({
  label,
  htmlFor,
  children,
  wrong,
}: {
  readonly label: string;
  readonly htmlFor: string;
  readonly children: ReactNode;
  readonly wrong?: string | undefined;
}) {
  return (
    <div className="field">
      <label htmlFor={htmlFor}>{label}</label>
      <div className="field-control">
        {children}
        {wrong !== undefined && (
          <span className="field-wrong" id={`${htmlFor}-wrong`}>
            {wrong}
          </span>
        )}
      </div>
    </div>
  );
}

/** A fact that is only read. */
export function ReadRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <div className="field-value">{children}</div>
    </div>
  );
}
