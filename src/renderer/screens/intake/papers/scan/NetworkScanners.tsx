import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Failure } from '../../../../../shared/base/result.ts';
import { failureSentence } from '../../../../text/sentence-by-code.ts';
import { useText } from '../../../../text/use-text.ts';
import type { Scanners } from './use-scanners.ts';

/** Scanners of the network that do not announce themselves, by the address on their panel or label. */
export function NetworkScanners({
  scanners,
}: {
  readonly scanners: Pick<Scanners, 'list' | 'add' | 'forget'>;
}) {
  const t = useText();
  const [address, setAddress] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const add = async () => {
    const typed = address?.trim() ?? '';
    if (typed === '' || asking) return;
    setAsking(true);
    const added = await scanners.add(typed);
    setAsking(false);
    setFailure(added.ok ? null : added.failure);
    if (added.ok) setAddress(null);
  };

  return (
    <div className="network-scanners">
      {scanners.list.addresses.map((each) => (
        <div key={each} className="row">
          <span className="clip small">{t('scan.byAddress', { address: each })}</span>
          <ActionIcon
            size="xs"
            variant="subtle"
            color="gray"
            className="push"
            aria-label={t('scan.forgetAddress', { address: each })}
            onClick={() => void scanners.forget(each)}
          >
            <IconX size={13} />
          </ActionIcon>
        </div>
      ))}
      {address === null ? (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAddress('')}
        >
          {t('scan.addAddress')}
        </Button>
      ) : (
        <div className="row">
          <TextInput
            autoFocus
            size="xs"
            className="grow"
            maxLength={200}
            aria-label={t('scan.address')}
            placeholder="192.168.1.50"
            value={address}
            error={failure === null ? null : failureSentence(t, failure)}
            onChange={(event) => setAddress(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                void add();
              }
              if (event.key === 'Escape') {
                event.stopPropagation();
                setAddress(null);
                setFailure(null);
              }
            }}
          />
          <Button size="xs" variant="default" loading={asking} onClick={() => void add()}>
            {t('scan.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
