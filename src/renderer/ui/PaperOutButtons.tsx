import { Button } from '@mantine/core';
import { useText } from '../text/use-text.ts';

type Props = {
  /** Name of the paper, said with each verb to screen readers. */
  readonly paper: string;
  /** One of them is under way. They keep the focus: a key pressed next must not fall into nothing. */
  readonly busy?: boolean;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onPrint: () => void;
};

/** The three verbs of a slip or receipt, the same wherever one goes out: open, save, print. */
export function PaperOutButtons({ paper, busy = false, onOpen, onSave, onPrint }: Props) {
  const t = useText();
  const verbs = [
    { name: t('result.openOf', { paper }), word: t('words.open'), act: onOpen },
    { name: t('result.saveOf', { paper }), word: t('words.save'), act: onSave },
    { name: t('result.printOf', { paper }), word: t('words.print'), act: onPrint },
  ];
  return verbs.map(({ name, word, act }) => (
    <Button
      key={name}
      size="xs"
      variant="default"
      aria-label={name}
      data-disabled={busy}
      aria-disabled={busy}
      onClick={() => {
        if (!busy) act();
      }}
    >
      {word}
    </Button>
  ));
}
