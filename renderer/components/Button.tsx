import type { ComponentPropsWithRef } from 'react';
import './Button.css';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `main`: the one orange action of a screen; `plain`: outlined; `quiet`: text and icon only. */
  readonly kind: 'main' | 'plain' | 'quiet';
}

export function Button({ kind, className, ...rest }: ButtonProps) {
  return <button type="button" className={`button button-${kind} ${className ?? ''}`} {...rest} />;
}
