import { useId, type ReactNode } from 'react';
import './SubjectSection.css';

export interface SubjectSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function SubjectSection({ title, children }: SubjectSectionProps) {
  const heading = useId();
  return (
    <section className="subjectSection" aria-labelledby={heading}>
      <h2 id={heading} className="detailPage-heading">
        {title}
      </h2>
      <div>{children}</div>
    </section>
  );
}
