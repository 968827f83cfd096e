import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseRecoveryCode } from '../../../shared/base/recovery-code.ts';
import type { Failure } from '../../../shared/base/result.ts';
import type { FoundBackup } from '../../../shared/contracts/bridge/backup.ts';
import { useActions } from '../../actions/actions-context.ts';
import { momentText } from '../../text/dates-and-money.ts';
import { failureSentence } from '../../text/sentence-by-code.ts';
import { useText } from '../../text/use-text.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Gate } from '../../ui/gate/Gate.tsx';
import { Note } from '../../ui/Note.tsx';
import { Progress } from '../../ui/Progress.tsx';

/** The desk of a broken PC comes to this one: where its copy lies, what it holds, the code from the safe. */
export function RestoreScreen({ onBack }: { readonly onBack: () => void }) {
  const t = useText();
  const { backup } = useActions();
  const [folder, setFolder] = useState('');
  const [found, setFound] = useState<readonly FoundBackup[] | null>(null);
  const [chosen, setChosen] = useState<FoundBackup | null>(null);
  const [busy, setBusy] = useState<'finding' | 'restoring' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const find = async (typed?: string) => {
    setBusy('finding');
    setFailure(null);
    const asked = await backup.find(typed);
    setBusy(null);
    if (!asked.ok) return setFailure(asked.failure);
    setFound(asked.value.backups);
    setChosen(asked.value.backups[0] ?? null);
  };
  const restore = async (recoveryCode: string) => {
    if (chosen === null) return;
    setBusy('restoring');
    setFailure(null);
    const restored = await backup.restore({ folder: chosen.folder, recoveryCode });
    setBusy(null);
    if (!restored.ok) setFailure(restored.failure);
  };

  return (
    <Gate title={t('backup.restore')}>
      <p className="quiet">{t('backup.restoreWhy')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (folder.trim() !== '') void find(folder.trim());
        }}
      >
        <TextInput
          label={t('backup.folder')}
          autoFocus
          maxLength={1000}
          value={folder}
          onChange={({ currentTarget }) => setFolder(currentTarget.value)}
        />
        <div className="row">
          <Button variant="default" type="submit" disabled={busy !== null}>
            {t('backup.look')}
          </Button>
          <Button variant="default" disabled={busy !== null} onClick={() => void find()}>
            {t('backup.browse')}
          </Button>
        </div>
      </form>
      {busy === 'finding' && <Progress>{t('backup.finding')}</Progress>}
      {found?.length === 0 && <Note meaning="look">{t('backup.noneFound')}</Note>}
      {found !== null && found.length > 0 && (
        <Radio.Group
          label={t('backup.found')}
          value={chosen?.folder ?? ''}
          onChange={(value) => setChosen(found.find((each) => each.folder === value) ?? null)}
        >
          {found.map((each) => (
            <Radio key={each.folder} value={each.folder} label={<Holding of={each} />} />
          ))}
        </Radio.Group>
      )}
      {chosen !== null && <CodeForm busy={busy === 'restoring'} onCode={(code) => void restore(code)} />}
      {failure !== null && <FailureNote failure={failure} />}
      <Button variant="subtle" disabled={busy === 'restoring'} onClick={onBack}>
        {t('backup.backToEnrol')}
      </Button>
    </Gate>
  );
}

function Holding({ of }: { readonly of: FoundBackup }) {
  const t = useText();
  return (
    <span>
      <b>
        {of.deskName} ({of.deskId})
      </b>{' '}
      <span className="quiet">{of.branchName}</span>
      <br />
      {t('backup.holds', { dossiers: of.dossiers, unsent: of.unsentDossiers })}
      {of.lastDossier !== null && (
        <>
          <br />
          {t('backup.last', { code: of.lastDossier.code, at: momentText(of.lastDossier.receivedAt) })}
        </>
      )}
      <br />
      <span className="quiet">
        {of.copiedAt === null
          ? t('backup.notYet')
          : t('backup.heldAt', { at: momentText(of.copiedAt), seq: of.seq })}
      </span>
    </span>
  );
}

/** Tells a mistyped group while the next one is typed. */
function CodeForm({ busy, onCode }: { readonly busy: boolean; readonly onCode: (code: string) => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const read = parseRecoveryCode(typed);
  const wrongGroup = !read.ok && read.failure.code === 'recovery-code-group';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (read.ok) onCode(read.value);
      }}
    >
      <Note meaning="look">{t('backup.stopOld')}</Note>
      <Textarea
        label={t('backup.code')}
        description={t('backup.codeHint')}
        autoComplete="off"
        spellCheck={false}
        rows={2}
        value={typed}
        error={wrongGroup && !read.ok ? failureSentence(t, read.failure) : null}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (read.ok) onCode(read.value);
        }}
      />
      {busy && <Progress>{t('backup.restoring')}</Progress>}
      <Button type="submit" disabled={busy || !read.ok}>
        {t('backup.restoreGo')}
      </Button>
    </form>
  );
}
