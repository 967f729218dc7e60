import { useTranslation } from 'react-i18next';

/** What an actor of the log is called: a member of staff by login. */
export function useActorName(): (actor: string) => string {
  const { t } = useTranslation('supervision');
  return (actor) => {
    if (actor === 'customer' || actor === 'program') return t(`audit.${actor}`);
    return actor.replace(/^staff:/, '');
  };
}
