/** An address, or any short text, as a code that a phone's camera reads. */

import qrcode from 'qrcode'

/** Four light modules all round are part of the code: readers need them. */
const quiet = 4

interface QrCodeProps {
  readonly text: string
  /** What it is, for those who do not see it. */
  readonly label: string
}

export function QrCode({ text, label }: QrCodeProps) {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const cells = Array.from(
    { length: size * size },
    (_, index) => [index % size, Math.floor(index / size)] as const,
  )
  const path = cells
    .flatMap(([x, y]) => (modules.get(y, x) === 1 ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : []))
    .join('')
  const side = size + 2 * quiet
  return (
    <svg
      className="fp-qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
