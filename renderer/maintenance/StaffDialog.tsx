import { useEffect, useEffectEvent, useId, useLayoutEffect, useReducer, useRef, type ReactNode } from 'react';
import './StaffDialog.css';

/** Left alone for so long it closes: behind it is a customer's screen. */
const closesAfterMs = 45_000;

export interface StaffDialogProps {
  readonly title: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form for staff over a kiosk's screen. */
export function StaffDialog({ title, onSubmit, onClose, children }: StaffDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [touches, noteTouch] = useReducer((count: number) => count + 1, 0);

  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  const close = useEffectEvent(onClose);
  useEffect(() => {
    const timer = window.setTimeout(close, closesAfterMs);
    return () => window.clearTimeout(timer);
  }, [touches]);

  return (
    <dialog
      ref={dialog}
      className="staffDialog"
      aria-labelledby={id}
      onPointerDown={noteTouch}
      onKeyDown={noteTouch}
      onCancel={onClose}
    >
      <form
        className="staffDialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <h2 id={id} className="staffDialog-title">
          {title}
        </h2>
        {children}
      </form>
    </dialog>
  );
}
