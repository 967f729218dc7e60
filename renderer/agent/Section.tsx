import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './Section.css';

export interface SectionProps {
  readonly title: string;
  /** What is dialled to see the same, for instance `#122*2#`. */
  readonly path?: string;
  /** Beside the title: a total, a count, a switch. */
  readonly aside?: ReactNode;
  /** Where an alert's action leads. */
  readonly anchor?: string;
  readonly children: ReactNode;
}

/** One section of the customer page: a place for the arrow keys, a quiet heading, its #122# path. */
export function Section({ title, path, aside, anchor, children }: SectionProps) {
  const titleId = useId();
  return (
    <section className="section" data-section={anchor ?? ''} tabIndex={-1} aria-labelledby={titleId}>
      <header className="section-head">
        <h2 className="section-title" id={titleId}>
          {title}
        </h2>
        {aside}
        {path !== undefined && <span className="section-path">{path}</span>}
      </header>
      {children}
    </section>
  );
}

/** Said in place of a section that never came. */
export function NotKnown() {
  const { t } = useTranslation();
  return <p className="section-said">{t('unknown')}</p>;
}

/** Said in place of a section that came empty. */
export function Nothing({ children }: { readonly children: string }) {
  return <p className="section-said">{children}</p>;
}
