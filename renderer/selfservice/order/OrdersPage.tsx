import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../shared/ipc/contract';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { OrderStateMark } from '../../components/OrderStateMark';
import { DetailPage, type PageProps } from '../customer/DetailPage';
import { KioskRow } from '../customer/KioskRow';
import { useProblemRead } from '../speech/screenReading';
import { orderProblems } from './orderProblems';

/** What the customer has ordered, and where it stands; what still waits here can be cancelled. */
export function OrdersPage({ view, sync }: PageProps) {
  const { t } = useTranslation(['orders', 'selfservice']);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  useProblemRead(problem);
  const cancel = (id: string): void => {
    setProblem(null);
    void invoke('order:cancel', { id, language: view.language }).then((answer) => {
      if (!answer.ok) setProblem(answer.error);
    });
  };
  return (
    <DetailPage
      view={view}
      sync={sync}
      icon={ClipboardList}
      title={t('selfservice:orders.title')}
      lead={t('kiosk.lead')}
    >
      {problem !== null && (
        <p role="alert">{t(`selfservice:orders.problems.${orderProblems[problem]}.title`)}</p>
      )}
      {view.orders.length === 0 ? (
        <EmptyState icon={ClipboardList} title={t('kiosk.none')} />
      ) : (
        <ul>
          {view.orders.map((order) => (
            <KioskRow
              key={order.id}
              title={order.title}
              notes={[
                [order.placedAt.relative, order.payment].filter((part) => part !== null).join(' · '),
                order.explanation,
              ]}
            >
              <OrderStateMark state={order.state} text={order.stateText} />
              {order.canBeCancelled && (
                <Button
                  kind="plain"
                  aria-label={t('list.cancelNamed', { title: order.title })}
                  onClick={() => cancel(order.id)}
                >
                  {t('list.cancel')}
                </Button>
              )}
            </KioskRow>
          ))}
        </ul>
      )}
    </DetailPage>
  );
}
