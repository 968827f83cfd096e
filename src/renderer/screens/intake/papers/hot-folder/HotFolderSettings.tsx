import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../../../shared/base/result.ts';
import type { HotFolderChoice } from '../../../../../shared/contracts/bridge/hot-folder.ts';
import { failureSentence } from '../../../../text/sentence-by-code.ts';
import { useText } from '../../../../text/use-text.ts';
import { useHotFolder } from './use-hot-folder.ts';

/** Which folder is watched: typed, or chosen in the system's dialog; an empty path is none. */
export function HotFolderSettings() {
  const t = useText();
  const { status, choose } = useHotFolder();
  const [typed, setTyped] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const path = typed ?? status.folder ?? '';

  const set = async (choice: HotFolderChoice) => {
    const chosen = await choose(choice);
    setFailure(chosen.ok ? null : chosen.failure);
    if (chosen.ok) setTyped(null);
  };
  const setTypedPath = () => {
    if (typed === null) return;
    const folder = typed.trim();
    void set({ folder: folder === '' ? null : folder, polling: status.polling });
  };

  return (
    <div className="hot-folder-settings">
      <div className="row">
        <TextInput
          size="xs"
          className="grow"
          label={t('hotFolder.name')}
          placeholder={t('hotFolder.none')}
          maxLength={1000}
          value={path}
          error={failure === null ? null : failureSentence(t, failure)}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={setTypedPath}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              setTypedPath();
            }
          }}
        />
        <Button
          size="xs"
          variant="default"
          // before the field loses the focus and takes its half-typed path
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void set({ polling: status.polling })}
        >
          {t('hotFolder.choose')}
        </Button>
      </div>
      {status.folder !== null && (
        <Checkbox
          size="xs"
          label={t('hotFolder.polling')}
          checked={status.polling}
          onChange={(event) => void set({ folder: status.folder, polling: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
