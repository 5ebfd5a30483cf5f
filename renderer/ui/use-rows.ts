// Scrolling a very long list: which rows are in sight, and where each is drawn.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { barTop, furthest, type Geometry, geometry, inSight, listTop, topShowing } from './row-geometry.ts'

const BEYOND = 8

export interface Rows {
  readonly geometry: Geometry
  readonly first: number
  readonly last: number
  /** Where a row is drawn inside the scrolled element, in px. */
  readonly place: (row: number) => number
  /** Scrolls as little as it takes to show a row. */
  readonly show: (row: number) => void
}

/**
 * Follows the scrolling of `frame`.
 * @param rows how many rows there are
 * @param rowHeight of every row, in px
 */
export function useRows(frame: RefObject<HTMLElement | null>, rows: number, rowHeight: number): Rows {
  const [view, setView] = useState(0)
  const [top, setTop] = useState(0)
  // The exact place in the list: the scroll bar rounds to pixels, of which each may be many rows.
  const exact = useRef(0)
  const shape = geometry(rows, rowHeight, view)
  const current = useRef(shape)
  current.current = shape

  const moveTo = useCallback(
    (wanted: number) => {
      const next = Math.max(0, Math.min(wanted, furthest(current.current)))
      exact.current = next
      setTop(next)
      if (frame.current) frame.current.scrollTop = barTop(current.current, next)
    },
    [frame],
  )

  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setView(element.clientHeight))
    observer.observe(element)
    setView(element.clientHeight)
    return () => observer.disconnect()
  }, [frame])

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const scrolled = () => {
      const shape = current.current
      // An echo of our own scrolling would round the exact place away.
      if (Math.abs(element.scrollTop - barTop(shape, exact.current)) < 1.5) return
      exact.current = listTop(shape, element.scrollTop)
      setTop(exact.current)
    }
    const wheeled = (event: WheelEvent) => {
      if (!current.current.scaled || event.ctrlKey || event.deltaY === 0) return
      // Where a pixel of the bar is many rows, the wheel must move the list itself.
      event.preventDefault()
      moveTo(exact.current + wheelPixels(event, rowHeight, current.current.view))
    }
    element.addEventListener('scroll', scrolled, { passive: true })
    element.addEventListener('wheel', wheeled, { passive: false })
    return () => {
      element.removeEventListener('scroll', scrolled)
      element.removeEventListener('wheel', wheeled)
    }
  }, [frame, moveTo, rowHeight])

  const far = furthest(shape)
  useLayoutEffect(() => {
    if (exact.current > far) moveTo(far)
  }, [far, moveTo])

  const show = useCallback((row: number) => moveTo(topShowing(current.current, exact.current, row)), [moveTo])
  const at = Math.min(top, far)
  const shift = barTop(shape, at) - at
  return { geometry: shape, ...inSight(shape, at, BEYOND), place: (row) => row * rowHeight + shift, show }
}

function wheelPixels(event: WheelEvent, line: number, page: number): number {
  if (event.deltaMode === WheelEvent.DOM_DELTA_LINE) return event.deltaY * line
  return event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? event.deltaY * page : event.deltaY
}
