import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { SignInScreen } from '../../../../src/renderer/screens/sign-in/SignInScreen.tsx';
import { useDeskView } from '../../../../src/renderer/state/desk-view.ts';
import { startTexts } from '../../../../src/renderer/text/i18n.ts';
import { FakeDesk, signInAs } from '../../harness/fake-desk.tsx';

describe('signing in', () => {
  beforeEach(async () => {
    localStorage.clear();
    startTexts('vi');
    signInAs(null);
    await render(
      <FakeDesk>
        <SignInScreen />
      </FakeDesk>,
    );
  });

  it('needs the keyboard only: name by arrows, PIN, Enter', async () => {
    const first = page.getByRole('radio', { name: /^Nguyễn Thu Hà/ });
    await expect.element(first).toBeChecked();
    first.element().focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(page.getByRole('radio', { name: /^Lê Quang Dũng/ })).toBeChecked();
    await userEvent.keyboard('1234{Enter}');
    await expect.poll(() => useDeskView.getState().desk?.signedIn?.fullName).toBe('Lê Quang Dũng');
  });

  it('says what to do when the PIN is wrong, and takes the next try at once', async () => {
    await userEvent.keyboard('9999{Enter}');
    await expect.element(page.getByRole('alert')).toMatchTextContent('Mã PIN không đúng');
    await userEvent.keyboard('1234{Enter}');
    await expect.poll(() => useDeskView.getState().desk?.signedIn?.fullName).toBe('Nguyễn Thu Hà');
  });
});
