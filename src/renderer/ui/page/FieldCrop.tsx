import './page.css';
import { useState } from 'react';
import type { Sha256 } from '../../../shared/base/ids.ts';
import { uprightUrl } from '../../../shared/contracts/bridge/page-urls.ts';
import type { PageLook } from '../../../shared/domain/page/page.ts';
import type { PageBox } from '../../../shared/domain/paper/paper.ts';

type Props = {
  readonly page: PageLook & { readonly sha256: Sha256 };
  readonly box: PageBox;
  readonly width: number;
  readonly height: number;
};

/** The very strip of the page where a value was read, centred, with a little paper around it. */
export function FieldCrop({ page, box, width, height }: Props) {
  const [aspect, setAspect] = useState<number | null>(null);
  const tall = (aspect ?? Math.SQRT2) * box.height;
  // As large as the strip allows, but never blown up beyond what the eye needs.
  const sheet = Math.min(width / (box.width * 1.06), (height * 0.8) / tall, 1000);
  const left = width / 2 - (box.x + box.width / 2) * sheet;
  const top = height / 2 - (box.y + box.height / 2) * sheet * (aspect ?? Math.SQRT2);
  return (
    <div className="crop" style={{ width, height }} aria-hidden="true">
      <img
        src={uprightUrl(page.sha256, page, 1000)}
        alt=""
        draggable={false}
        style={{ width: sheet, left, top, visibility: aspect === null ? 'hidden' : 'visible' }}
        onLoad={(event) => setAspect(event.currentTarget.naturalHeight / event.currentTarget.naturalWidth)}
      />
    </div>
  );
}
