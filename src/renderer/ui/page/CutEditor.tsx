import './page.css';
import { Button } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Sha256 } from '../../../shared/base/ids.ts';
import type { PageCorners, PageCut, PagePoint, PageRotation } from '../../../shared/domain/page/page.ts';
import { useText } from '../../text/use-text.ts';
import { Kbd } from '../Kbd.tsx';
import { shownAt, storedAt } from './turned-point.ts';

type Props = {
  readonly page: { readonly sha256: Sha256; readonly rotation: PageRotation };
  /** Size of the stored picture, for the shape of the frame. */
  readonly size: { readonly width: number; readonly height: number };
  readonly corners: PageCorners;
  readonly label: string;
  /** Null: as the desk finds it by itself. */
  readonly onDone: (cut: PageCut | null) => void;
  readonly onCancel: () => void;
};

const STEP = 0.0025;
const LONG_STEP = 0.02;

/** The whole picture as it was scanned, with four corners to drag or to push by the arrow keys. */
export function CutEditor({ page, size, corners: initial, label, onDone, onCancel }: Props) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const [corners, setCorners] = useState(initial);
  const { rotation } = page;
  const lying = rotation === 90 || rotation === 270;
  const shown = corners.map((corner) => shownAt(corner, rotation));

  const moveTo = (index: number, at: PagePoint) => {
    const inside = { x: clamp(at.x), y: clamp(at.y) };
    setCorners((now) => now.with(index, storedAt(inside, rotation)) as [...PageCorners]);
  };
  const drag = (event: PointerEvent, index: number) => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    moveTo(index, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  };
  const push = (event: KeyboardEvent, index: number) => {
    const step = event.shiftKey ? LONG_STEP : STEP;
    const by = PUSHES[event.key];
    const at = shown[index];
    if (by === undefined || at === undefined) return;
    event.preventDefault();
    moveTo(index, { x: at.x + by.x * step, y: at.y + by.y * step });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.target as HTMLElement).dataset.corner !== undefined)
      onDone(corners);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className="cut-editor" aria-label={label} onKeyDown={onKeyDown}>
      <p className="small">{t('pageCare.cutHint')}</p>
      <div className="cut-room">
        <div
          className="cut-frame"
          ref={frame}
          style={{ '--aspect': lying ? size.height / size.width : size.width / size.height } as CSSProperties}
        >
          <img
            src={`/pages/${page.sha256}`}
            alt={label}
            draggable={false}
            style={{
              width: lying ? `${(size.width / size.height) * 100}%` : '100%',
              transform: `translate(-50%, -50%) rotate(${rotation}deg)`,
            }}
          />
          <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <path
              fillRule="evenodd"
              d={`M0 0H1V1H0Z M${shown.map(({ x, y }) => `${x} ${y}`).join('L')}Z`}
              className="cut-outside"
            />
          </svg>
          {shown.map(({ x, y }, index) => (
            <button
              key={index}
              type="button"
              className="cut-corner"
              data-corner={index}
              // biome-ignore lint/a11y/noAutofocus: whoever cuts begins at the first corner
              autoFocus={index === 0}
              aria-label={t('pageCare.cutCorner', { n: index + 1 })}
              style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={(event) => drag(event, index)}
              onKeyDown={(event) => push(event, index)}
            />
          ))}
        </div>
      </div>
      <div className="row">
        <Button size="compact-sm" rightSection={<Kbd of="accept" />} onClick={() => onDone(corners)}>
          {t('pageCare.cutKeep')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onDone('whole')}>
          {t('pageCare.cutWhole')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onDone(null)}>
          {t('pageCare.cutAuto')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          className="push"
          rightSection={<Kbd of="skip" />}
          onClick={onCancel}
        >
          {t('words.cancel')}
        </Button>
      </div>
    </section>
  );
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

const PUSHES: Readonly<Record<string, PagePoint>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
