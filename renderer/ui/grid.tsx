// A list of up to millions of equal rows: moved through by row from the keyboard, and telling its true length to screen readers.
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useRef } from 'react'
import { useRows } from './use-rows.ts'

interface Props {
  readonly label: string
  readonly head: ReactNode
  readonly rows: number
  /** False while only a part of the rows has been counted. */
  readonly counted: boolean
  readonly rowHeight: number
  /** What a row is of, for whoever looks from outside. */
  readonly nameOf: (row: number) => string | undefined
  /** The cells of a row. */
  readonly drawRow: (row: number) => ReactNode
  readonly active: number
  readonly onActive: (row: number) => void
  readonly onOpen: (row: number) => void
  /** The rows in sight; `last` is exclusive. */
  readonly onSight: (first: number, last: number) => void
  readonly className?: string
  readonly style?: Readonly<Record<`--${string}`, string>>
}

/** The grid. Arrow keys, Page Up, Page Down, Home and End move by row; Enter opens. */
export function Grid(props: Props) {
  const {
    label,
    head,
    rows,
    counted,
    rowHeight,
    nameOf,
    drawRow,
    active,
    onActive,
    onOpen,
    onSight,
    className = '',
    style,
  } = props
  const frame = useRef<HTMLDivElement>(null)
  const within = useRef(false)
  const id = useId()
  const list = useRows(frame, rows, rowHeight)
  const { first, last, place, show } = list

  useEffect(() => onSight(first, last), [onSight, first, last])

  const move = useCallback(
    (row: number) => {
      const next = Math.max(0, Math.min(rows - 1, row))
      onActive(next)
      show(next)
    },
    [rows, onActive, show],
  )

  // The active row is always drawn, so that the focus outlives scrolling it out of sight.
  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, step) => first + step)
  const stop = Math.max(0, active)
  if (stop < rows && stop < first) drawn.unshift(stop)
  if (stop < rows && stop >= last) drawn.push(stop)

  useEffect(() => {
    if (!within.current) return
    document.getElementById(`${id}-${active}`)?.focus({ preventScroll: true })
  }, [id, active])

  const pressed = (event: KeyboardEvent) => {
    const to = target(event.key, active, rows, Math.max(1, Math.floor(list.geometry.view / rowHeight) - 1))
    if (to !== null && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      move(to)
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault()
      onOpen(active)
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element can't hold a million rows of which forty are drawn
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={counted ? rows + 1 : -1}
      className={`grid ${className}`}
      style={style}
      onKeyDown={pressed}
      onFocus={() => {
        within.current = true
      }}
      onBlur={(event) => {
        within.current = event.currentTarget.contains(event.relatedTarget)
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" className="grid-head">
        {head}
      </div>
      <div ref={frame} role="presentation" className="grid-frame">
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div role="rowgroup" className="grid-space" style={{ height: list.geometry.spacer }}>
          {drawn.map((row) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div
              key={row}
              id={`${id}-${row}`}
              role="row"
              aria-rowindex={row + 2}
              aria-selected={row === active}
              data-record={nameOf(row)}
              tabIndex={row === stop ? 0 : -1}
              className="grid-row"
              style={{ height: rowHeight, transform: `translateY(${place(row)}px)` }}
              onMouseDown={() => onActive(row)}
              onDoubleClick={() => onOpen(row)}
            >
              {drawRow(row)}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

/** The row that a key leads to; null for keys that don't move. */
function target(key: string, active: number, rows: number, page: number): number | null {
  if (rows === 0) return null
  if (key === 'ArrowDown' || key === 'j') return active + 1
  if (key === 'ArrowUp' || key === 'k') return active - 1
  if (key === 'PageDown') return active + page
  if (key === 'PageUp') return active - page
  if (key === 'Home') return 0
  return key === 'End' ? rows - 1 : null
}
