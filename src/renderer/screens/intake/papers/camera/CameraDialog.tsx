import './camera.css';
import { Button, Modal, Select } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { DossierPage } from '../../../../../shared/domain/page/page.ts';
import { useActions } from '../../../../actions/actions-context.ts';
import { usePageQuality } from '../../../../state/page-qualities.ts';
import { useText } from '../../../../text/use-text.ts';
import { Kbd } from '../../../../ui/Kbd.tsx';
import { Note } from '../../../../ui/Note.tsx';
import { Progress } from '../../../../ui/Progress.tsx';
import { PageThumb } from '../../../../ui/page/PageThumb.tsx';
import { useShortcut } from '../../../../ui/shortcuts.ts';
import { useCamera } from './use-camera.ts';

type Props = {
  /** Name of the paper that pages go to. */
  readonly into: string;
  /** Keeps one frame; gives the pages that came of it. */
  readonly onFrame: (frame: File) => Promise<readonly DossierPage[]>;
  readonly onClose: () => void;
};

/** Page after page from a document camera: Space takes one, Enter is done. */
export function CameraDialog({ into, onFrame, onClose }: Props) {
  const t = useText();
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera(video);
  const [taken, setTaken] = useState<readonly DossierPage[]>([]);
  const [busy, setBusy] = useState(false);
  const last = taken.at(-1);

  const shoot = async () => {
    if (busy || camera.state !== 'live') return;
    setBusy(true);
    const frame = await camera.takeFrame();
    if (frame !== null) {
      const name = `${t('camera.open')} ${taken.length + 1}.jpg`;
      const pages = await onFrame(new File([frame], name, { type: 'image/jpeg' }));
      setTaken((now) => [...now, ...pages]);
    }
    setBusy(false);
  };
  useShortcut('shoot', () => void shoot(), { inDialog: true });

  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1180px, 96vw)"
      title={t('camera.title', { paper: into })}
      transitionProps={{ duration: 0 }}
    >
      <div className="camera">
        <div className="camera-live">
          <video ref={video} muted playsInline aria-label={t('camera.live')} />
          {camera.state === 'starting' && <Progress>{t('camera.starting')}</Progress>}
          {camera.state !== 'starting' && camera.state !== 'live' && (
            <Note
              meaning="wrong"
              action={
                <Button size="compact-sm" variant="default" onClick={camera.tryAgain}>
                  {t('camera.tryAgain')}
                </Button>
              }
            >
              {t(`camera.failures.${camera.state}`)}
            </Note>
          )}
        </div>
        <aside className="camera-taken">
          {camera.devices.length > 1 && (
            <Select
              size="xs"
              label={t('camera.choose')}
              data={camera.devices.map((device) => ({ value: device.deviceId, label: device.name }))}
              value={camera.deviceId}
              allowDeselect={false}
              onChange={(chosen) => chosen !== null && camera.choose(chosen)}
            />
          )}
          <p className="small">{t('camera.hint')}</p>
          {busy && <Progress>{t('camera.shooting')}</Progress>}
          {last !== undefined && (
            <>
              <b>{t('camera.taken', { n: taken.length })}</b>
              <TakenPage key={last.pageId} page={last} number={taken.length} />
            </>
          )}
        </aside>
      </div>
      <div className="row">
        <Button
          leftSection={<IconCamera size={16} />}
          rightSection={<Kbd of="shoot" />}
          data-autofocus
          onClick={() => void shoot()}
        >
          {t('camera.shoot')}
        </Button>
        <Button variant="default" className="push" rightSection={<Kbd of="skip" />} onClick={onClose}>
          {t('camera.done')}
        </Button>
      </div>
    </Modal>
  );
}

/** The page as the desk straightened it, and what is wrong with it, before the next one is laid down. */
function TakenPage({ page, number }: { readonly page: DossierPage; readonly number: number }) {
  const t = useText();
  const { findPageQuality } = useActions();
  const quality = usePageQuality(page, findPageQuality);
  return (
    <div className="camera-page">
      <PageThumb page={page} number={number} label={t('camera.taken', { n: number })} large />
      {quality?.foundCut === null && <Note meaning="look">{t('camera.noEdges')}</Note>}
      {quality?.flaws.map((flaw) => (
        <Note key={flaw.code} meaning="look">
          {t(`pageCare.flaws.${flaw.code}`, flaw.facts)}
        </Note>
      ))}
    </div>
  );
}
