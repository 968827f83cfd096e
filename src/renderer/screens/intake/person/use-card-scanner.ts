import { useEffect, useRef } from 'react';
import { looksLikeCardQr } from '../../../../shared/domain/applicant/parse-card-qr.ts';

/** Keyboard-type scanners send a key every 1–15 ms; the quickest typist needs about 60. */
const BURST_GAP_MS = 35;
/** Shorter bursts are keys that were held or pressed together. */
const SHORTEST_CARD = 30;

type Burst = {
  text: string;
  lastMs: number;
  /** The field that had the focus and what stood in it, to put back. */
  field: HTMLInputElement | HTMLTextAreaElement | null;
  before: string;
};

const editable = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;

/**
 * Letters that no key has (ữ, ễ) may come without a key event: what fell into the field is then more than the keys
 * told, so it is believed first.
 */
function textOf({ field, before, text }: Burst): string {
  const fell = field?.value.startsWith(before) ? field.value.slice(before.length) : '';
  return looksLikeCardQr(fell) ? fell : text;
}

/** React listens to `input` events and compares with the value it set: both must be told. */
function putBack(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Hears the burst of a card scanner wherever the focus is, hands its text over and takes it out of the field that it
 * fell into. Single-letter shortcuts do not see a burst.
 */
export function useCardScanner(onCard: (text: string) => void): void {
  const latest = useRef(onCard);
  latest.current = onCard;
  useEffect(() => {
    let burst: Burst = { text: '', lastMs: 0, field: null, before: '' };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const quick = event.timeStamp - burst.lastMs < BURST_GAP_MS;
      if (event.key === 'Enter' && quick && burst.text.length >= SHORTEST_CARD) {
        const text = textOf(burst);
        if (!looksLikeCardQr(text)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const { field, before } = burst;
        burst = { text: '', lastMs: 0, field: null, before: '' };
        if (field?.isConnected) putBack(field, before);
        latest.current(text);
        return;
      }
      if (event.key.length !== 1) return;
      if (!quick || burst.text === '') {
        const field = editable(event.target);
        burst = { text: '', lastMs: 0, field, before: field?.value ?? '' };
      } else if (editable(event.target) === null) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      burst.text += event.key;
      burst.lastMs = event.timeStamp;
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
