import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { chordOf, type AgentAction } from './actions';

/**
 * The keys of the counter, wherever the focus is. Up and down go from section to section in the order of the page,
 * left and right from column to column; in a text field left and right stay with the text, and a list of choices keeps
 * all four and the letters.
 */
export function useAgentKeys(
  body: RefObject<HTMLElement | null>,
  actions: readonly AgentAction[],
  focusSearch: () => void,
): void {
  const latest = useRef(actions);
  // Before the page is painted: a key that answers what is on the screen must never meet the actions of before.
  useLayoutEffect(() => {
    latest.current = actions;
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const action = actionOf(event, latest.current);
      if (action !== null) action();
      else if (!isMoved(event, body.current)) {
        startSearch(event, focusSearch);
        return;
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [body, focusSearch]);
}

function actionOf(event: KeyboardEvent, actions: readonly AgentAction[]): (() => void) | null {
  // A character is a text before it is a key, except where only numbers are typed.
  if (event.key.length === 1 && !event.ctrlKey && isTextField(event.target)) return null;
  const chord = chordOf(event);
  const found = actions.find(({ keys, act }) => act !== null && keys.includes(chord));
  return found === undefined || (isDialogOpen() && found.overDialogs !== true) ? null : found.act;
}

function isMoved(event: KeyboardEvent, body: HTMLElement | null): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || isDialogOpen()) return false;
  if (event.target instanceof HTMLSelectElement) return false;
  const typing = isInput(event.target);
  switch (event.key) {
    case 'ArrowDown':
      return focusSection(body, 1);
    case 'ArrowUp':
      return focusSection(body, -1);
    case 'ArrowRight':
      return !typing && focusColumn(body, 1);
    case 'ArrowLeft':
      return !typing && focusColumn(body, -1);
    default:
      return false;
  }
}

/** A number that is typed or scanned while the focus is elsewhere is a search; the key itself goes into the box. */
function startSearch(
  { key, ctrlKey, altKey, metaKey, target }: KeyboardEvent,
  focusSearch: () => void,
): void {
  const isElsewhere = !isInput(target) && !isDialogOpen() && !ctrlKey && !altKey && !metaKey;
  if (isElsewhere && /^[0-9+\p{L}]$/u.test(key)) focusSearch();
}

function isInput(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

const textTypes: readonly string[] = ['text', 'password', 'search', 'email', 'url'];

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement)) return target instanceof HTMLTextAreaElement;
  return textTypes.includes(target.type) && target.inputMode !== 'tel';
}

function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
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
