// The marks of one line: a dot where the record is made, a dashed wait, a bar while it is kept, a sign for what happens then.
import type { RetentionLine } from '../../../shared/domain/retention/line.ts'
import type { Scale } from './scale.ts'

interface Props {
  readonly line: RetentionLine
  readonly today: string
  readonly scale: Scale
}

/** The marks, in percentages of the width. */
export function LineMarks({ line, today, scale }: Props) {
  const made = scale.at(today)
  const dot = <circle className="made" cx={`${made}%`} cy="14" r="4" />
  if (line.kind === 'endless') {
    return (
      <>
        <rect className="kept endless" x={`${made}%`} width={`${100 - made}%`} y="9" height="10" />
        {dot}
      </>
    )
  }
  const start = line.kind === 'dated' ? scale.at(line.start) : made
  const end = scale.at(line.end)
  return (
    <>
      {start > made && <line className="waits" x1={`${made}%`} x2={`${start}%`} y1="14" y2="14" />}
      <rect
        className={line.kind === 'event' ? 'event' : 'kept'}
        x={`${start}%`}
        width={`${Math.max(0, end - start)}%`}
        y="9"
        height="10"
        rx="2"
      />
      {dot}
      <EndMark disposition={line.disposition} x={`${end}%`} />
    </>
  )
}

const signs = { destroy: 'M-5-5 5 5M5-5-5 5', archive: 'M0-6 6 0 0 6-6 0Z', review: 'M-5-5H5V5H-5Z' }

/** The sign at the end of a line: a cross, a lozenge or a square. */
export function EndMark({ disposition, x }: { readonly disposition: keyof typeof signs; readonly x: string }) {
  return (
    <svg x={x} y="14" overflow="visible" className={`end ${disposition}`} aria-hidden="true">
      <path d={signs[disposition]} />
    </svg>
  )
}
