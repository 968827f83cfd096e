import { Button } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useText } from '../text/use-text.ts';

type Props = { readonly children: ReactNode; readonly onBroken?: (error: unknown, where: string) => void };

/**
 * Catches a defect of one screen: never a blank window. React knows error boundaries only as classes.
 * Give it a `key` per place so that going elsewhere starts afresh.
 */
export class ScreenBoundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('nothing thrown') };
  }

  override componentDidCatch(error: unknown, where: ErrorInfo) {
    this.props.onBroken?.(error, where.componentStack ?? '');
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <BrokenScreen onReload={() => this.setState({ error: null })} />;
  }
}

function BrokenScreen({ onReload }: { readonly onReload: () => void }) {
  const t = useText();
  return (
    <div className="empty" role="alert">
      <b>{t('shell.screenBroke')}</b>
      <p className="quiet">{t('shell.screenBrokeSafe')}</p>
      <div className="row">
        <Button autoFocus onClick={onReload}>
          {t('shell.reloadScreen')}
        </Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('shell.reloadAll')}
        </Button>
      </div>
    </div>
  );
}
