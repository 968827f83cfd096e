import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { App } from '../../../src/renderer/App.tsx';
import type { DeskActions } from '../../../src/renderer/actions/desk-actions.ts';
import { type Place, useScreenState } from '../../../src/renderer/state/screen-state.ts';
import { startTexts } from '../../../src/renderer/text/i18n.ts';
import type { LineStatus } from '../../../src/shared/contracts/bridge/line-status.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import type { IntakeDraft } from '../../../src/shared/domain/dossier/intake-draft.ts';
import { FakeDesk, useKept } from './fake-desk.tsx';
import { memoryActions, showDesk } from './memory-desk.ts';
import { lineDown } from './sample-desk.ts';

/** Friday 20/11/2026, 10:42 in Hà Nội. */
export const NOW = new Date('2026-11-20T03:42:00.000Z');

const WHITE_PAGE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="210" height="297"/>',
)}`;

const shownFor = (url: string): string => (url.startsWith('/pages/') ? WHITE_PAGE : url);

/** Stands in for the page store, which is main's: every page of it is a white sheet. React sets `src` both ways. */
function servePages(): void {
  const images = HTMLImageElement.prototype;
  vi.spyOn(images, 'setAttribute').mockImplementation(function (this: HTMLImageElement, name, value) {
    Element.prototype.setAttribute.call(this, name, name === 'src' ? shownFor(value) : value);
  });
  vi.spyOn(images, 'src', 'set').mockImplementation(function (this: HTMLImageElement, url) {
    Element.prototype.setAttribute.call(this, 'src', shownFor(url));
  });
}

/** The whole window at one place, on a folded desk; verbs are carried out by the real decisions. */
export async function openScreen(given: {
  readonly place: Place;
  readonly state: DeskState;
  readonly line?: LineStatus | null;
  readonly drafts?: readonly IntakeDraft[];
  readonly actions?: Partial<DeskActions>;
}): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  servePages();
  await page.viewport(1366, 768);
  localStorage.clear();
  startTexts('vi');
  const drafts = given.drafts ?? [];
  useKept.setState({
    drafts: new Map(drafts.map((draft) => [draft.draftId, draft])),
    readings: new Map(),
  });
  showDesk(given.state, given.line === undefined ? lineDown() : given.line);
  useScreenState.setState({ place: given.place });
  await render(
    <FakeDesk actions={{ ...memoryActions, ...given.actions }}>
      <App />
    </FakeDesk>,
  );
}
