// Two panes beside each other with a divider that is moved by mouse or arrow keys.
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'

interface Props {
  readonly label: string
  readonly first: ReactNode
  readonly second: ReactNode
  /** Width of the first pane, as a share of the whole between 0.25 and 0.75. */
  readonly share: number
  readonly onShare: (share: number) => void
  /** Which pane a narrow window shows. */
  readonly narrow: 'first' | 'second'
}

/** The panes; in a narrow window one at a time. */
export function Split({ label, first, second, share, onShare, narrow }: Props) {
  const whole = useRef<HTMLDivElement>(null)
  const set = (next: number) => onShare(Math.max(0.25, Math.min(0.75, next)))
  const dragged = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !whole.current) return
    const box = whole.current.getBoundingClientRect()
    set((event.clientX - box.left) / box.width)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') set(share - 0.02)
    if (event.key === 'ArrowRight') set(share + 0.02)
  }
  return (
    <div className={`split shows-${narrow}`} ref={whole}>
      <div className="split-pane split-first" style={{ flexGrow: share * 100 }}>
        {first}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a divider that moves is a separator with a value (WAI-ARIA window splitter) */}
      <div
        role="separator"
        aria-label={label}
        aria-orientation="vertical"
        aria-valuemin={25}
        aria-valuemax={75}
        aria-valuenow={Math.round(share * 100)}
        tabIndex={0}
        className="split-bar"
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={dragged}
        onKeyDown={pressed}
      />
      <div className="split-pane split-second" style={{ flexGrow: (1 - share) * 100 }}>
        {second}
      </div>
    </div>
  )
}
