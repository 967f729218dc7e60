import { Component, type ReactNode } from 'react';
import { invoke } from '../bridge';
import { StoppedPage } from './StoppedPage';

/** Catches a bug in a face: the customer is closed and a page offers to start again. React has no function form. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly stopped: boolean }
> {
  override state = { stopped: false };

  static getDerivedStateFromError(): { readonly stopped: boolean } {
    return { stopped: true };
  }

  override componentDidCatch(): void {
    void invoke('customer:close', {});
  }

  override render(): ReactNode {
    if (!this.state.stopped) return this.props.children;
    return <StoppedPage onResume={() => this.setState({ stopped: false })} />;
  }
}
