import type { camera as vi } from '../vi/camera.ts';

export const camera: typeof vi = {
  open: 'Camera',
  title: 'Photograph paper into {{paper}}',
  choose: 'Camera',
  starting: 'Opening the camera…',
  live: 'Live picture of the camera',
  shoot: 'Take the page',
  shooting: 'Keeping the page…',
  done: 'Done',
  hint: 'Lay the paper on a ground of another colour, all four edges in sight. Edges and tilt are put right; the original is kept.',
  taken: 'Pages taken: {{n}}',
  noEdges:
    'The four edges were not clear: the whole picture is kept. It can be trimmed with C in the right column.',
  tryAgain: 'Open the camera again',
  failures: {
    'camera-refused': 'This PC does not let the desk use the camera. Ask support to allow it.',
    'camera-none': 'No camera found. Plug it in, wait a few seconds and open it again.',
    'camera-busy': 'Another program is using the camera. Close that program and open the camera again.',
    'camera-lost': 'The camera was unplugged. Pages already taken are kept. Plug it in and open it again.',
  },
};
