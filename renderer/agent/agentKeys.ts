import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

export interface AgentKeyActions {
  /** Puts the focus into the search box, its text selected. */
  readonly search: () => void;
  readonly help: () => void;
  readonly payer: () => void;
  readonly ussd: () => void;
  readonly language: () => void;
  readonly escape: () => void;
}

/**
 * The keys of the counter, wherever the focus is. Up and down go from section to section in the order of the page,
 * left and right from column to column; in a text field left and right stay with the text.
 */
export function useAgentKeys(body: RefObject<HTMLElement | null>, actions: AgentKeyActions): void {
  const latest = useRef(actions);
  // Before the page is painted: a key that answers what is on the screen must never meet the actions of before.
  useLayoutEffect(() => {
    latest.current = actions;
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (pressed(event.key, event.target, body.current, latest.current)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [body]);
}

/** Whether the key was one of ours. */
function pressed(
  key: string,
  target: EventTarget | null,
  body: HTMLElement | null,
  actions: AgentKeyActions,
): boolean {
  const typing = target instanceof HTMLInputElement;
  switch (key) {
    case 'F2':
      actions.search();
      return true;
    case 'F1':
    case '?':
      actions.help();
      return true;
    case 'F6':
      actions.payer();
      return true;
    case 'F7':
      actions.ussd();
      return true;
    case 'F10':
      actions.language();
      return true;
    case 'Escape':
      actions.escape();
      return true;
    case 'ArrowDown':
      return focusSection(body, 1);
    case 'ArrowUp':
      return focusSection(body, -1);
    case 'ArrowRight':
      return !typing && focusColumn(body, 1);
    case 'ArrowLeft':
      return !typing && focusColumn(body, -1);
    default:
      // A number that is typed or scanned while the focus is elsewhere is a search; the key itself goes into the box.
      if (!typing && /^[0-9+]$/.test(key)) actions.search();
      return false;
  }
}

function focusSection(body: HTMLElement | null, step: 1 | -1): boolean {
  const places = [...(body?.querySelectorAll<HTMLElement>('[data-section]') ?? [])];
  const here = places.findIndex((place) => place.contains(document.activeElement));
  const next = places[here === -1 && step === -1 ? places.length - 1 : here + step];
  next?.focus();
  return next !== undefined;
}

/** To the first section of the nearest column on that side; of two above each other, the higher one. */
function focusColumn(body: HTMLElement | null, step: 1 | -1): boolean {
  const columns = [...(body?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  const here = columns.find((column) => column.contains(document.activeElement))?.getBoundingClientRect();
  const distance = (column: HTMLElement): number => {
    if (here === undefined) return 0;
    const there = column.getBoundingClientRect();
    return step === 1 ? there.left - here.right : here.left - there.right;
  };
  const next = columns
    .filter((column) => here === undefined || distance(column) >= 0)
    .toSorted((a, b) => distance(a) - distance(b))[0]
    ?.querySelector<HTMLElement>('[data-section]');
  next?.focus();
  return next !== null && next !== undefined;
}
