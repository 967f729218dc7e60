import { Fragment, useEffect, type ReactNode, type RefObject } from 'react';
import './ScreenBody.css';

export interface ScreenBodyProps {
  /** Names the screen; another one starts anew, at the top. */
  readonly name: string;
  readonly content: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** The part of a screen that scrolls, between the fixed top and bottom. */
export function ScreenBody({ name, content, children }: ScreenBodyProps) {
  useEffect(() => {
    content.current?.scrollTo({ top: 0 });
  }, [name, content]);
  return (
    <main ref={content} className="screenBody" tabIndex={0}>
      <Fragment key={name}>{children}</Fragment>
    </main>
  );
}
