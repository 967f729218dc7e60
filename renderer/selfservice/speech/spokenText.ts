/**
 * What a screen says: its accessible text, piece by piece, each with the element that it stands in. What is hidden from
 * listeners is left out, what is there for them alone is read, a control is read by its name.
 */
import { longestUtterance } from '../../../shared/ipc/commands/speech';

export interface SpokenPiece {
  readonly text: string;
  readonly element: Element;
}

/** How kinds of elements are told apart by ear. */
export interface SpokenWords {
  readonly button: string;
  readonly field: string;
  readonly chosen: string;
  /** Of a button that can have the focus and does nothing now. */
  readonly unavailable: string;
  /** In place of what is typed, which others in the shop need not hear. */
  readonly filled: string;
}

export function spokenPieces(root: Element, words: SpokenWords): readonly SpokenPiece[] {
  const pieces: SpokenPiece[] = [];
  let gathered = '';
  let place: Element = root;

  const flush = (): void => {
    const text = gathered.replace(/\s+/gu, ' ').trim();
    gathered = '';
    if (/[\p{L}\p{N}]/u.test(text)) {
      pieces.push(...cutToLength(text).map((part) => ({ text: part, element: place })));
    }
  };

  const read = (node: Node): void => {
    if (node instanceof Text) {
      gathered += node.data;
      return;
    }
    if (!(node instanceof HTMLElement) || !(isHeard(node) || node === root)) return;
    const control = controlText(node, words);
    if (control === null && isInline(node)) {
      gathered += ' ';
      node.childNodes.forEach(read);
      gathered += ' ';
      return;
    }
    flush();
    place = node;
    if (control === null) node.childNodes.forEach(read);
    else gathered = control;
    flush();
    place = node.parentElement ?? root;
  };

  read(root);
  flush();
  return pieces;
}

function isHeard(element: HTMLElement): boolean {
  return (
    element.ariaHidden !== 'true' &&
    element.checkVisibility({ checkVisibilityCSS: true }) &&
    !(element instanceof HTMLButtonElement && (element.disabled || element.ariaDisabled === 'true'))
  );
}

function controlText(element: HTMLElement, words: SpokenWords): string | null {
  const label = element.ariaLabel ?? '';
  if (element instanceof HTMLLabelElement && isRadio(element.control)) {
    return [heardText(element), element.control.checked ? words.chosen : ''].filter(Boolean).join(', ');
  }
  if (element instanceof HTMLInputElement) {
    return [label, words.field, element.value === '' ? '' : words.filled].filter(Boolean).join(', ');
  }
  if (element instanceof HTMLButtonElement) {
    const name = label || heardText(element);
    return [
      name,
      words.button,
      element.ariaPressed === 'true' ? words.chosen : '',
      element.ariaDisabled === 'true' ? words.unavailable : '',
    ]
      .filter(Boolean)
      .join(', ');
  }
  return element.role === 'img' && label !== '' ? label : null;
}

function isRadio(element: Element | null): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === 'radio';
}

function heardText(element: HTMLElement): string {
  return [...element.childNodes]
    .map((node) => {
      if (node instanceof Text) return node.data;
      return node instanceof HTMLElement && isHeard(node) ? heardText(node) : '';
    })
    .join(' ');
}

function isInline(element: HTMLElement): boolean {
  // What a cell of a row holds is read with its row.
  return /^(?:inline|contents|table-cell)/.test(getComputedStyle(element).display);
}

/** At the end of a sentence or, failing that, of a word. */
function cutToLength(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longestUtterance) {
    const head = rest.slice(0, longestUtterance);
    const end = Math.max(head.lastIndexOf('. '), head.lastIndexOf(' : '));
    const cut = end > 0 ? end + 1 : head.lastIndexOf(' ') > 0 ? head.lastIndexOf(' ') : longestUtterance;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest];
}
