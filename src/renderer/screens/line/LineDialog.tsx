import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';

/** The frame of the dialogs about the ways round the line; while it is `held` only a button of its own leaves it. */
export function LineDialog({
  title,
  held,
  onClose,
  children,
}: {
  readonly title: string;
  readonly held: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useText();
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={!held}
      withCloseButton={!held}
      closeButtonProps={{ 'aria-label': t('words.close') }}
      size={620}
      title={title}
    >
      <div className="line-dialog">{children}</div>
    </Modal>
  );
}
