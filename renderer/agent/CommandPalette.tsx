import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../strings/language';
import './CommandPalette.css';
import { KeyCaps } from './KeyCaps';
import { findEntries, type PaletteEntry } from './paletteEntries';

export interface CommandPaletteProps {
  readonly entries: readonly PaletteEntry[];
  readonly onHide: () => void;
  /** Closes the palette, too. */
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** Every action and every section by its name, over the page: type, choose with the arrows, Enter. */
export function CommandPalette({ entries, onHide, onChoose }: CommandPaletteProps) {
  const { t } = useTranslation('palette');
  const { language } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const found = findEntries(entries, typed);
  const chosen = Math.min(place, found.length - 1);
  const idOf = (index: number) => `${listId}-${index}`;

  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, chosen]);

  const onKeyDown = (key: string): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[key];
    if (step !== undefined) {
      const last = found.length - 1;
      // One step past an end goes on at the other; a page stops there.
      const next = chosen + step;
      setPlace(
        Math.abs(step) === 1 && (next < 0 || next > last)
          ? next < 0
            ? last
            : 0
          : Math.min(Math.max(next, 0), last),
      );
      return true;
    }
    const entry = found[chosen];
    if (key === 'Enter' && entry !== undefined) onChoose(entry);
    return key === 'Enter';
  };

  return (
    <dialog
      ref={dialog}
      className="commandPalette"
      aria-label={t('title')}
      onCancel={(event) => {
        event.preventDefault();
        onHide();
      }}
      onClick={({ target }) => {
        if (target === dialog.current) onHide();
      }}
    >
      <input
        autoFocus
        className="commandPalette-input"
        type="text"
        role="combobox"
        aria-label={t('placeholder')}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? idOf(chosen) : undefined}
        placeholder={t('placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setPlace(0);
        }}
        onKeyDown={(event) => {
          if (onKeyDown(event.key)) event.preventDefault();
        }}
      />
      <p className="forListeners" role="status">
        {t('found', { count: found.length })}
      </p>
      {found.length === 0 && <p className="commandPalette-none">{t('none')}</p>}
      <ul id={listId} role="listbox" aria-label={t('title')} className="commandPalette-list">
        {found.map((entry, index) => (
          <li
            key={entry.id}
            id={idOf(index)}
            role="option"
            aria-selected={index === chosen}
            className="commandPalette-entry"
            onClick={() => onChoose(entry)}
          >
            <span className="commandPalette-kind">{t(entry.kind)}</span>
            <span className="commandPalette-name">{entry.name[language]}</span>
            <span className="commandPalette-keys">
              {entry.hint !== null && (entry.kind === 'action' ? <KeyCaps chord={entry.hint} /> : entry.hint)}
            </span>
          </li>
        ))}
      </ul>
    </dialog>
  );
}
