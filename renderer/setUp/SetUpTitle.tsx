import { useLayoutEffect, useRef, type ReactNode } from 'react';
import './setUp.css';

/** A step's heading. The focus goes to it when the step comes: what was pressed before is gone. */
export function SetUpTitle({ children }: { readonly children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <h1 ref={title} tabIndex={-1} className="setUp-title">
      {children}
    </h1>
  );
}
