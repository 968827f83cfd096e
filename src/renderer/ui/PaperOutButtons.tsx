import { Button } from '@mantine/core';
import { useText } from '../text/use-text.ts';

type Props = {
  /** Name of the paper, said with each verb to screen readers. */
  readonly paper: string;
  readonly disabled?: boolean;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onPrint: () => void;
};

/** The three verbs of a slip or receipt, the same wherever one goes out: open, save, print. */
export function PaperOutButtons({ paper, disabled = false, onOpen, onSave, onPrint }: Props) {
  const t = useText();
  const verbs = [
    { name: t('result.openOf', { paper }), word: t('words.open'), act: onOpen },
    { name: t('result.saveOf', { paper }), word: t('words.save'), act: onSave },
    { name: t('result.printOf', { paper }), word: t('words.print'), act: onPrint },
  ];
  return verbs.map(({ name, word, act }) => (
    <Button key={name} size="xs" variant="default" aria-label={name} disabled={disabled} onClick={act}>
      {word}
    </Button>
  ));
}
