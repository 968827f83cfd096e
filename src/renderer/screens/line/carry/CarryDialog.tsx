import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../text/use-text.ts';

/** The frame of both dialogs; while something is under way only its own button leaves it. */
export function CarryDialog({
  title,
  busy,
  onClose,
  children,
}: {
  readonly title: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useText();
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={!busy}
      withCloseButton={!busy}
      closeButtonProps={{ 'aria-label': t('words.close') }}
      size={600}
      title={title}
    >
      <div className="carry-dialog">{children}</div>
    </Modal>
  );
}
