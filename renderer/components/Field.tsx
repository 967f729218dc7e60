import { useId, type InputHTMLAttributes, type RefObject } from 'react';
import './Field.css';

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly label: string;
  /** What is to be known about it before it is filled in. */
  readonly hint?: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

/** One line of a form: label above, hint below. */
export function Field({ label, hint, value, onValue, inputRef, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <input
        ref={inputRef}
        id={id}
        className="field-input"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        {...(hint !== undefined && { 'aria-describedby': `${id}hint` })}
        {...input}
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
      {hint !== undefined && (
        <p id={`${id}hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
