import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconDeviceFloppy, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Scanner } from '../../../../../shared/contracts/bridge/scanning.ts';
import { useText } from '../../../../text/use-text.ts';
import {
  dropProfile,
  fitManner,
  GIVEN_PROFILES,
  keepProfile,
  loadProfiles,
  type ScanManner,
  type ScanProfile,
  sameManner,
} from './scan-settings.ts';

/** Named ways of scanning: the desk's three and the officer's own, which can be kept under a name and dropped. */
export function ScanProfiles({
  manner,
  scanner,
  onChoose,
}: {
  readonly manner: ScanManner;
  readonly scanner: Scanner | null;
  readonly onChoose: (manner: ScanManner) => void;
}) {
  const t = useText();
  const [own, setOwn] = useState(loadProfiles);
  const [name, setName] = useState<string | null>(null);
  const given: readonly ScanProfile[] = [
    { name: t('scan.twoSides'), manner: GIVEN_PROFILES.twoSides },
    { name: t('scan.oneSide'), manner: GIVEN_PROFILES.oneSide },
    { name: t('scan.cardProfile'), manner: GIVEN_PROFILES.card },
  ];
  // What this scanner cannot do as it is named is not offered under that name.
  const can = (each: ScanManner): boolean => sameManner(each, fitManner(each, scanner));
  const choice = (each: ScanProfile) => (
    <Button
      key={each.name}
      size="compact-xs"
      variant={sameManner(each.manner, manner) ? 'light' : 'default'}
      aria-pressed={sameManner(each.manner, manner)}
      onClick={() => onChoose(each.manner)}
    >
      {each.name}
    </Button>
  );
  const keep = () => {
    const called = name?.trim() ?? '';
    if (called !== '') setOwn(keepProfile(own, { name: called, manner }));
    setName(null);
  };

  return (
    <fieldset className="scan-profiles" aria-label={t('scan.profiles')}>
      {given.filter((each) => can(each.manner)).map(choice)}
      {own.map((each) => (
        <span key={each.name} className="own-profile">
          {choice(each)}
          <ActionIcon
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={t('scan.dropProfile', { name: each.name })}
            onClick={() => setOwn(dropProfile(own, each.name))}
          >
            <IconX size={13} />
          </ActionIcon>
        </span>
      ))}
      {name === null ? (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconDeviceFloppy size={14} />}
          onClick={() => setName('')}
        >
          {t('scan.keepProfile')}
        </Button>
      ) : (
        <TextInput
          autoFocus
          size="xs"
          maxLength={60}
          aria-label={t('scan.profileName')}
          placeholder={t('scan.profileName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              keep();
            }
            if (event.key === 'Escape') {
              // leaves the name, not the whole panel
              event.stopPropagation();
              setName(null);
            }
          }}
        />
      )}
    </fieldset>
  );
}
