import { use, useEffect, type ReactNode, type RefObject } from 'react';
import { ScreenShown } from '../speech/screenReading';
import './ScreenBody.css';

export interface ScreenBodyProps {
  /** Names the screen; a change of it starts at the top with the focus on the title. */
  readonly name: string;
  readonly content: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** The part of a screen that scrolls, between the fixed top and bottom. */
export function ScreenBody({ name, content, children }: ScreenBodyProps) {
  const shown = use(ScreenShown);
  useEffect(() => {
    const element = content.current;
    element?.scrollTo({ top: 0 });
    element?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    shown();
  }, [name, content, shown]);
  return (
    <main ref={content} className="screenBody" tabIndex={0}>
      {children}
    </main>
  );
}
