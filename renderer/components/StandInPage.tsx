import type { ReactNode } from 'react';
import { BrandSquare } from './BrandSquare';
import { LanguageSwitch } from './LanguageSwitch';
import './StandInPage.css';

/** A whole-window page that stands in for a face: black bar with the language switch, one calm message. */
export function StandInPage({ children }: { readonly children: ReactNode }) {
  return (
    <div className="standInPage">
      <header className="standInPage-bar">
        <BrandSquare name="Comptoir" />
        <LanguageSwitch />
      </header>
      <main className="standInPage-body">{children}</main>
    </div>
  );
}
