import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { DossierId } from '../../../shared/base/ids.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { pageCount, submittedAt } from '../../ui/dossier/dossier-moments.ts';
import { minutesSince, spanText } from '../../ui/dossier/span-text.ts';
import { StatePill } from '../../ui/StatePill.tsx';

export type Waiting = {
  readonly dossier: DossierState;
  readonly looks: number;
  readonly own: boolean;
};

type Props = {
  readonly waiting: readonly Waiting[];
  readonly here: DossierId;
  readonly onHere: (dossierId: DossierId) => void;
  readonly onTurn: (step: 1 | -1) => void;
  readonly now: Date;
};

/** What waits, the oldest first. `↑` `↓` go from dossier to dossier, `←` `→` turn the pages of the one on the desk. */
export function SignOffQueue({ waiting, here, onHere, onTurn, now }: Props) {
  const t = useText();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const at = waiting.findIndex(({ dossier }) => dossier.dossierId === here);

  // The supervisor works from the list: it has the keyboard at once, and again after each signature.
  useEffect(() => list.current?.focus({ preventScroll: true }), [here]);
  useEffect(() => {
    const box = list.current;
    const item = box?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (box == null || item == null) return;
    if (item.offsetTop < box.scrollTop) box.scrollTop = item.offsetTop;
    const below = item.offsetTop + item.offsetHeight - box.clientHeight;
    if (below > box.scrollTop) box.scrollTop = below;
  }, [here]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: waiting.length - 1,
    };
    if (event.key === 'ArrowRight') onTurn(1);
    else if (event.key === 'ArrowLeft') onTurn(-1);
    else if (event.key in to) {
      const target = waiting[Math.min(waiting.length - 1, Math.max(0, to[event.key] ?? 0))];
      if (target !== undefined) onHere(target.dossier.dossierId);
    } else return;
    event.preventDefault();
  };

  return (
    <Card flush label={t('signOff.list')} className="queue">
      <ul
        ref={list}
        className="scroll plain-list"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one of many is chosen
        role="listbox"
        tabIndex={0}
        aria-label={t('signOff.list')}
        aria-activedescendant={`${id}-${here}`}
        onKeyDown={onKeyDown}
      >
        {waiting.map(({ dossier, looks, own }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus
          <li
            key={dossier.dossierId}
            id={`${id}-${dossier.dossierId}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of the list
            role="option"
            aria-selected={dossier.dossierId === here}
            className="queue-item"
            onClick={() => onHere(dossier.dossierId)}
          >
            <span className="row">
              <b className="clip">{dossier.content.applicant.fullName}</b>
              <span className="push quiet queue-wait">
                {spanText(t, minutesSince(submittedAt(dossier), now))}
              </span>
            </span>
            <span className="clip quiet">
              …{dossier.code.slice(dossier.code.lastIndexOf('-') + 1)} · {dossier.content.procedure.name} ·{' '}
              {t('signOff.pages', { n: pageCount(dossier) })}
            </span>
            <span className="row">
              {looks === 0 ? (
                <StatePill meaning="done">{t('signOff.inOrder')}</StatePill>
              ) : (
                <StatePill meaning="look">{t('signOff.nLooks', { n: looks })}</StatePill>
              )}
              {own && <StatePill meaning="idle">{t('signOff.own')}</StatePill>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
