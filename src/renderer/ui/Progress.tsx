import { Loader } from '@mantine/core';

/** Something that takes over a second: what, how far; `share` 0…1 when it is known. */
export function Progress({ children, share }: { readonly children: string; readonly share?: number }) {
  return (
    <div className="progress" role="status">
      {share === undefined ? <Loader size={14} /> : <ProgressLine share={share} label={children} />}
      <span className="quiet">{children}</span>
    </div>
  );
}

export function ProgressLine({ share, label }: { readonly share: number; readonly label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      className="progress-line"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div style={{ width: `${percent}%` }} />
    </div>
  );
}
