import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import './KioskFold.css';

/** What is worth keeping, but not worth reading first. */
export function KioskFold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="kioskFold">
      <summary>
        <h2>{title}</h2>
        <ChevronDown aria-hidden="true" />
      </summary>
      {children}
    </details>
  );
}
