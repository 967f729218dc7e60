import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FullCustomerView } from '../../shared/view/customerView';
import './Lines.css';
import './OtherLines.css';
import { NotKnown, Nothing, Section } from './Section';

export interface OtherLinesProps {
  readonly lines: FullCustomerView['contracts'];
  readonly onOpen: (number: string) => void;
}

/** The customer's other contracts, each a step away. */
export function OtherLines({ lines, onOpen }: OtherLinesProps) {
  const { t } = useTranslation('agent');
  return (
    <Section title={t('lines.title')} anchor="lines">
      {lines === null && <NotKnown />}
      {lines?.length === 0 && <Nothing>{t('lines.none')}</Nothing>}
      <ul className="lines">
        {lines?.map((line) => (
          <li key={line.msisdn}>
            <button type="button" className="otherLines-line" onClick={() => onOpen(line.text)}>
              {line.text}
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
