import './page.css';
import type { ButtonHTMLAttributes, Ref } from 'react';
import type { Sha256 } from '../../../shared/base/ids.ts';
import { uprightUrl } from '../../../shared/contracts/bridge/page-urls.ts';
import type { PageLook } from '../../../shared/domain/page/page.ts';
import { type Meaning, meaningIcons } from '../theme/meanings.ts';

/**
 * Thumbnails are asked for at one width, so that the page store makes each only once: twice their place, for a sharp
 * screen. Two hundred of them lie unpacked in memory.
 */
const THUMB_WIDTH_PX = 92;
const LARGE_WIDTH_PX = 400;

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly page: PageLook & { readonly sha256: Sha256 };
  readonly label: string;
  readonly number?: number;
  readonly here?: boolean;
  /** As wide as its place, for a page that has just come in. */
  readonly large?: boolean;
  /** A small round mark: what reading gave. Its word belongs into `label`. */
  readonly mark?: Meaning | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** One page, small; a button that shows it. */
export function PageThumb({ page, label, number, here, large, mark, ...rest }: Props) {
  const Mark = mark === undefined ? null : meaningIcons[mark];
  return (
    <button
      type="button"
      className={large ? 'thumb thumb-large' : 'thumb'}
      aria-label={label}
      aria-current={here ? 'true' : undefined}
      title={label}
      {...rest}
    >
      <img
        src={uprightUrl(page.sha256, page, large ? LARGE_WIDTH_PX : THUMB_WIDTH_PX)}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
      />
      {number !== undefined && <span className="thumb-number">{number}</span>}
      {Mark !== null && (
        <span className={`thumb-mark thumb-mark-${mark}`}>
          <Mark size={11} stroke={2.6} aria-hidden="true" />
        </span>
      )}
    </button>
  );
}
