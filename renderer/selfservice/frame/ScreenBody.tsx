import { useEffect, type ReactNode, type RefObject } from 'react';
import './ScreenBody.css';

export interface ScreenBodyProps {
  /** Names the screen; a change of it starts at the top with the focus on the title. */
  readonly name: string;
  readonly content: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** The part of a screen that scrolls, between the fixed top and bottom. */
export function ScreenBody({ name, content, children }: ScreenBodyProps) {
  useEffect(() => {
    const element = content.current;
    element?.scrollTo({ top: 0 });
    element?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [name, content]);
  return (
    <main ref={content} className="screenBody" tabIndex={0}>
      {children}
    </main>
  );
}
