import { useId, type InputHTMLAttributes } from 'react';

export interface StaffFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** What staff type on a keyboard or on the screen. */
export function StaffField({ label, value, onValue, ...input }: StaffFieldProps) {
  const id = useId();
  return (
    <div className="staffDialog-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        // The system's own keyboard is never shown.
        inputMode="none"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...input}
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
    </div>
  );
}
