import type { pages as vi } from '../vi/pages.ts';

export const pages: typeof vi = {
  pageOf: 'Page {{n}} / {{total}}',
  thumbLabel: 'Page {{n}} of {{paper}}',
  loose: 'Loose pages',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fitWidth: 'Fit width',
  showWords: 'Show word boxes',
  notShown: 'This page image cannot be shown. The original is still in the store; try again.',
  viewer: 'Page image',
};
