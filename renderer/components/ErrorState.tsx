import { CircleAlert } from 'lucide-react';
import { Button } from './Button';
import './MessageState.css';

export interface ErrorStateProps {
  /** What happened. */
  readonly title: string;
  /** What to do. */
  readonly advice: string;
  /** `h1` where the error is all that the page has to say. */
  readonly heading?: 'h1' | 'h2';
  readonly action?: { readonly label: string; readonly onAct: () => void };
}

/** A calm error: what happened, what to do, one action, which takes the focus. Announced to those who listen. */
export function ErrorState({ title, advice, heading: Heading = 'h2', action }: ErrorStateProps) {
  return (
    <div className="messageState" role="alert">
      <CircleAlert className="messageState-icon" aria-hidden="true" strokeWidth={1.5} />
      <Heading className="messageState-title">{title}</Heading>
      <p className="messageState-advice">{advice}</p>
      {action && (
        <Button kind="main" autoFocus onClick={action.onAct}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
