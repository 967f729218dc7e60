import { useEffect, useState } from 'react';
import { on } from '../../bridge';

/** The last SMS that the training's own operator has sent to nobody's telephone. */
export function SmsInTraining() {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => on('training:smsSent', ({ text: sent }) => setText(sent)), []);
  return text === null ? null : <span className="trainingBanner-sms">{text}</span>;
}
