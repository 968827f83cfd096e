import './page.css';
import { ActionIcon } from '@mantine/core';
import { IconArrowAutofitWidth, IconTextScan2, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Sha256 } from '../../../shared/base/ids.ts';
import { uprightUrl } from '../../../shared/contracts/bridge/page-urls.ts';
import type { ReadWord } from '../../../shared/contracts/bridge/reading.ts';
import type { PageLook } from '../../../shared/domain/page/page.ts';
import type { PageBox } from '../../../shared/domain/paper/paper.ts';
import { useText } from '../../text/use-text.ts';

export type MarkedBox = {
  readonly key: string;
  readonly box: PageBox;
  readonly meaning: 'done' | 'look' | 'idle';
  readonly here: boolean;
};

type Props = {
  readonly page: PageLook & { readonly sha256: Sha256 };
  readonly title: ReactNode;
  readonly label: string;
  readonly words?: readonly ReadWord[];
  readonly boxes?: readonly MarkedBox[];
  /** Words below this are marked when the word boxes are shown. */
  readonly doubtfulBelow?: number;
  readonly aside?: ReactNode;
  /** More buttons beside those of the viewer. */
  readonly tools?: ReactNode;
};

/** Asked for in two widths only, so that the page store makes each once. */
const FIT_WIDTH_PX = 1000;
const LARGE_WIDTH_PX = 2000;
const ZOOMS = [1, 1.4, 2, 3] as const;

const place = (box: PageBox) => ({
  left: `${box.x * 100}%`,
  top: `${box.y * 100}%`,
  width: `${box.width * 100}%`,
  height: `${box.height * 100}%`,
});

/**
 * The page upright, with the boxes of what was read. `+` and `-` zoom, arrows scroll; the box that is `here`
 * is brought into sight.
 */
export function PageViewer({
  page,
  title,
  label,
  words,
  boxes = [],
  doubtfulBelow = 0.8,
  aside,
  tools,
}: Props) {
  const t = useText();
  const [zoom, setZoom] = useState(0);
  const [showWords, setShowWords] = useState(false);
  const [broken, setBroken] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const here = boxes.find((box) => box.here);
  const factor = ZOOMS[zoom] ?? 1;
  const url = uprightUrl(page.sha256, page, factor > 1.4 ? LARGE_WIDTH_PX : FIT_WIDTH_PX);
  useEffect(() => setBroken(false), [url]);

  useEffect(() => {
    if (here === undefined) return;
    scroller.current
      ?.querySelector('[data-here]')
      ?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }, [here?.key, page.sha256]);

  const zoomBy = (step: number) => setZoom((now) => Math.min(ZOOMS.length - 1, Math.max(0, now + step)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') zoomBy(1);
    else if (event.key === '-') zoomBy(-1);
    else if (event.key === '0') setZoom(0);
    else return;
    event.preventDefault();
  };

  return (
    <div className="viewer">
      <header className="card-head viewer-head">
        <h2 className="clip">{title}</h2>
        <span className="push row quiet">
          {aside}
          <span className="viewer-tools">
            {tools}
            <ActionIcon
              variant={showWords ? 'light' : 'subtle'}
              color="gray"
              aria-label={t('pages.showWords')}
              aria-pressed={showWords}
              title={t('pages.showWords')}
              disabled={words === undefined || words.length === 0}
              onClick={() => setShowWords(!showWords)}
            >
              <IconTextScan2 size={17} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('pages.zoomOut')}
              title={`${t('pages.zoomOut')} (-)`}
              disabled={zoom === 0}
              onClick={() => zoomBy(-1)}
            >
              <IconZoomOut size={17} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('pages.zoomIn')}
              title={`${t('pages.zoomIn')} (+)`}
              disabled={zoom === ZOOMS.length - 1}
              onClick={() => zoomBy(1)}
            >
              <IconZoomIn size={17} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('pages.fitWidth')}
              title={`${t('pages.fitWidth')} (0)`}
              onClick={() => setZoom(0)}
            >
              <IconArrowAutofitWidth size={17} />
            </ActionIcon>
          </span>
        </span>
      </header>
      <section
        className="viewer-scroll"
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        {broken ? (
          <p className="note note-look" role="alert">
            {t('pages.notShown')}
          </p>
        ) : (
          <div className="viewer-sheet" style={{ width: `${factor * 100}%` }}>
            <img src={url} alt={label} draggable={false} onError={() => setBroken(true)} />
            {showWords &&
              words?.map((word) => (
                <span
                  key={`${word.line}:${word.box.x}:${word.box.y}`}
                  className="viewer-word"
                  data-doubtful={word.confidence < doubtfulBelow || undefined}
                  title={word.text}
                  style={place(word.box)}
                />
              ))}
            {boxes.map(({ key, box, meaning, here: isHere }) => (
              <span
                key={key}
                className={`viewer-box viewer-box-${meaning}`}
                data-here={isHere || undefined}
                style={place(box)}
              />
            ))}
          </div>
        )}
      </section>
    </div>
  );
}
