import './Gauge.css';

export interface GaugeProps {
  /** Whole percent; over 100 fills the bar and is told by the text beside it. */
  readonly percent: number;
  /** `warning` and `reached` change the bar's pattern as well as its colour. */
  readonly level?: 'normal' | 'warning' | 'reached';
  /** Read in place of the picture; without it the bar is decoration beside a text that says the same. */
  readonly label?: string;
}

/** A flat bar. The figure it pictures always stands beside it. */
export function Gauge({ percent, level = 'normal', label }: GaugeProps) {
  const filled = Math.min(100, Math.max(0, percent));
  return (
    <span
      className={`gauge gauge-${level}`}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <span className="gauge-fill" style={{ inlineSize: `${filled}%` }} />
    </span>
  );
}
