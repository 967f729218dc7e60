import { describe, expect, it } from 'vitest';
import { isKioskEscape } from '../../../electron/kioskKeys';

const chord = (text: string) => {
  const keys = text.split(' ');
  return {
    key: keys.at(-1) ?? '',
    control: keys.includes('Control'),
    alt: keys.includes('Alt'),
    meta: keys.includes('Meta'),
  };
};

describe('keys of a kiosk', () => {
  it.each([
    ...[
      'r',
      'R',
      'w',
      'q',
      'n',
      't',
      'p',
      'o',
      's',
      'j',
      'h',
      'l',
      'f',
      'u',
      '+',
      '-',
      '0',
      'F4',
      'F5',
      'Tab',
      'Escape',
    ].map((key) => `Control ${key}`),
    ...['ArrowLeft', 'ArrowRight', 'Home', 'F4', 'Tab', 'Escape', ' ', 'd'].map((key) => `Alt ${key}`),
    ...['d', 'l', 'Tab', 'Meta'].map((key) => `Meta ${key}`),
    'F11',
    'F12',
    'BrowserBack',
    'BrowserRefresh',
  ])('%s does nothing', (text) => {
    expect(isKioskEscape(chord(text))).toBe(true);
  });

  it.each([
    ...['0', '9', '+', 'Enter', 'Escape', 'Backspace', 'Tab', 'ArrowDown', 'a', 'F1', 'F5', 'F9'],
    ...['a', 'c', 'v', 'x', 'z', 'k', 'ArrowLeft', 'Backspace', 'Control'].map((key) => `Control ${key}`),
    'Control Alt @',
    'Alt Alt',
  ])('%s works', (text) => {
    expect(isKioskEscape(chord(text))).toBe(false);
  });
});
