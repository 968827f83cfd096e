import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './fonts.css';
import './tokens.css';
import './base.css';
import '../kit.css';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { deskTheme } from './theme.ts';

/** Outermost element of the window: theme, dialogs and the corner where short news appears. */
export function DeskTheme({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={deskTheme} forceColorScheme="light">
      <ModalsProvider>
        <Notifications position="bottom-left" autoClose={8000} limit={4} />
        {children}
      </ModalsProvider>
    </MantineProvider>
  );
}
