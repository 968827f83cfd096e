import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export type CameraFault = 'camera-refused' | 'camera-none' | 'camera-busy' | 'camera-lost';

export type Camera = {
  readonly state: 'starting' | 'live' | CameraFault;
  readonly devices: readonly { readonly deviceId: string; readonly name: string }[];
  readonly deviceId: string | null;
  readonly choose: (deviceId: string) => void;
  readonly tryAgain: () => void;
  /** One frame at the camera's full resolution, as JPEG; null when there is none to take. */
  readonly takeFrame: () => Promise<Blob | null>;
};

const REMEMBERED_AS = 'desk.camera';
/** As much as the camera has: 8 megapixels over A4 are 270 dpi. */
const WANTED = { width: { ideal: 4096 }, height: { ideal: 3072 } };
/** Hardly larger than 0.95 costs letters nothing; the original is what the dossier keeps. */
const JPEG_QUALITY = 0.95;

/** A document camera, open as long as the screen that uses it; the last one chosen is remembered. */
export function useCamera(video: RefObject<HTMLVideoElement | null>): Camera {
  const [state, setState] = useState<Camera['state']>('starting');
  const [devices, setDevices] = useState<Camera['devices']>([]);
  const [deviceId, setDeviceId] = useState<string | null>(() => localStorage.getItem(REMEMBERED_AS));
  const [attempt, setAttempt] = useState(0);
  const stream = useRef<MediaStream | null>(null);

  useEffect(() => {
    let closed = false;
    const stop = () => {
      for (const track of stream.current?.getTracks() ?? []) track.stop();
      stream.current = null;
    };
    const open = async () => {
      setState('starting');
      // A camera that is gone must not keep another from being used.
      const preferred = deviceId === null ? WANTED : { ...WANTED, deviceId: { ideal: deviceId } };
      const opened = await navigator.mediaDevices.getUserMedia({ video: preferred, audio: false });
      if (closed) {
        for (const track of opened.getTracks()) track.stop();
        return;
      }
      stream.current = opened;
      const [track] = opened.getVideoTracks();
      track?.addEventListener('ended', () => setState('camera-lost'));
      const seen = await navigator.mediaDevices.enumerateDevices();
      setDevices(
        seen
          .filter((device) => device.kind === 'videoinput')
          .map((device, at) => ({ deviceId: device.deviceId, name: device.label || `${at + 1}` })),
      );
      if (video.current === null) return;
      video.current.srcObject = opened;
      await video.current.play();
      setState('live');
    };
    open().catch((reason: unknown) => {
      stop();
      if (!closed) setState(faultOf(reason));
    });
    return () => {
      closed = true;
      stop();
    };
  }, [deviceId, attempt, video]);

  const takeFrame = useCallback(async () => {
    const shown = video.current;
    if (shown === null || shown.videoWidth === 0) return null;
    const canvas = new OffscreenCanvas(shown.videoWidth, shown.videoHeight);
    canvas.getContext('2d')?.drawImage(shown, 0, 0);
    return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  }, [video]);

  return {
    state,
    devices,
    deviceId,
    choose: (chosen) => {
      localStorage.setItem(REMEMBERED_AS, chosen);
      setDeviceId(chosen);
    },
    tryAgain: () => setAttempt(attempt + 1),
    takeFrame,
  };
}

/** By the names of the Media Capture specification, §10.2. */
function faultOf(reason: unknown): CameraFault {
  const name = reason instanceof DOMException ? reason.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera-refused';
  if (name === 'NotReadableError' || name === 'AbortError') return 'camera-busy';
  return 'camera-none';
}
