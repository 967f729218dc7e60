import { use, useEffect, useRef, type ReactNode } from 'react';
import { ScreenShown } from '../speech/screenReading';

/**
 * A screen's heading. The focus goes to it when the screen comes, however late it does, so that it is read first; what
 * is typed into takes it from there.
 */
export function ScreenTitle({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  const shown = use(ScreenShown);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    shown();
  }, [shown]);
  return (
    <h1 ref={title} tabIndex={-1} className={`screenTitle ${className ?? ''}`}>
      {children}
    </h1>
  );
}
