import { ErrorState, useTexts } from '@junheng/ui/plain';
import { Component, type ReactNode } from 'react';
import { reloadToNewest } from '../device/installed-page.ts';

interface BrokenPageProps {
  readonly children: ReactNode;
}

/** Instead of a white page after a fault of the program. What was typed is in the journal; a reload sends it. */
export class BrokenPage extends Component<BrokenPageProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Apology /> : this.props.children;
  }
}

function Apology() {
  const { t } = useTexts('portal');
  return (
    <ErrorState
      title={t('frame.brokenTitle')}
      description={t('frame.brokenText')}
      onRetry={() => void reloadToNewest()}
    />
  );
}
