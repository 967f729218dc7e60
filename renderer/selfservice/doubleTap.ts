/**
 * Who taps twice means one thing. When the first tap has brought another screen, the second would press whatever has
 * come to lie there: "Terminer" after "Start", "Start" after "Terminer".
 */
import { useEffect } from 'react';

/** Lets the second tap of a double tap reach only what the first one was for, such as a key of a keypad. */
export function useDoubleTapGuard(): void {
  useEffect(() => {
    let pressed: Element | null = null;
    const guard = (event: MouseEvent): void => {
      if (!(event.target instanceof Element)) return;
      const control = event.target.closest('button, label, summary') ?? event.target;
      // How many taps there were in a row, at one place.
      if (event.detail > 1 && control !== pressed) {
        event.preventDefault();
        event.stopPropagation();
      } else pressed = control;
    };
    window.addEventListener('click', guard, { capture: true });
    return () => window.removeEventListener('click', guard, { capture: true });
  }, []);
}
