import type { ComponentPropsWithRef } from 'react';
import './Button.css';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `main`: the one orange action of a screen; `plain`: outlined; `quiet`: text and icon only. */
  readonly kind: 'main' | 'plain' | 'quiet';
}

/** With `aria-disabled` it does nothing either, and keeps the focus, which it would lose if it were `disabled`. */
export function Button({ kind, className, onClick, ...rest }: ButtonProps) {
  const acts = rest['aria-disabled'] !== true;
  return (
    <button
      type="button"
      className={`button button-${kind} ${className ?? ''}`}
      onClick={acts ? onClick : undefined}
      {...rest}
    />
  );
}
