import type { ReactNode } from 'react';

/** A screen's heading: where the focus goes when the screen comes, so that it is read first. */
export function ScreenTitle({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <h1 tabIndex={-1} className={`screenTitle ${className ?? ''}`}>
      {children}
    </h1>
  );
}
