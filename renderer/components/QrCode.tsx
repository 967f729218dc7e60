import { encode } from 'uqr';
import './QrCode.css';

/** A code to be scanned, black on white whatever the theme. @param label for those who do not see it */
export function QrCode({ code, label }: { readonly code: string; readonly label: string }) {
  // The quiet zone of four modules is a part of the code: scanners need it.
  const { size, data } = encode(code, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className="qrCode"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect className="qrCode-light" width={size} height={size} />
      <path className="qrCode-dark" d={dark.join('')} />
    </svg>
  );
}
