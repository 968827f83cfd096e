import { Button } from '@mantine/core';
import { IconFolderDown } from '@tabler/icons-react';
import { useText } from '../../../../text/use-text.ts';
import { Kbd } from '../../../../ui/Kbd.tsx';
import { Note } from '../../../../ui/Note.tsx';
import { useShortcut } from '../../../../ui/shortcuts.ts';
import { useHotFolder } from './use-hot-folder.ts';
import { useTaking } from './use-taking.ts';

/** What waits in the watched folder. Nothing is taken without a press: the folder may be shared, and the next citizen's. */
export function HotFolderLine() {
  const t = useText();
  const { status } = useHotFolder();
  const { taking, takeFiles } = useTaking();
  const names = status.waiting.map(({ name }) => name);
  const take = () => {
    if (names.length > 0 && !taking) void takeFiles(names);
  };
  useShortcut('takeWaiting', take, { enabled: names.length > 0 });

  if (status.state === 'missing') {
    return <Note meaning="look">{t('hotFolder.missing', { folder: status.folder ?? '' })}</Note>;
  }
  if (names.length === 0) return null;
  return (
    <div className="row hot-folder-line" title={names.join('\n')}>
      <IconFolderDown size={16} aria-hidden="true" />
      <span className="clip">{t('hotFolder.waiting', { n: names.length })}</span>
      <Button
        size="xs"
        variant="default"
        className="push"
        loading={taking}
        rightSection={<Kbd of="takeWaiting" />}
        onClick={take}
      >
        {t('hotFolder.take')}
      </Button>
    </div>
  );
}
