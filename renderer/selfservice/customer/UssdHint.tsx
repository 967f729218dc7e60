import { Smartphone } from 'lucide-react';
import { Trans } from 'react-i18next';
import './UssdHint.css';

/** The code that shows the same on any telephone, free of charge. */
export function UssdHint({ path }: { readonly path: string }) {
  return (
    <p className="ussdHint detailPage-foot">
      <Smartphone aria-hidden="true" strokeWidth={1.5} />
      <span>
        <Trans ns="selfservice" i18nKey="ussdHint" values={{ path }} components={{ code: <strong /> }} />
      </span>
    </p>
  );
}
