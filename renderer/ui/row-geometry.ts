// Where the rows of a very long list stand. Chromium draws no element higher than 33,554,428 px ÷ device pixel ratio, and zoom
// counts, so the scrolled element stays under 4,000,000 px and longer lists are scaled onto it.

const HIGHEST = 4_000_000

export interface Geometry {
  readonly rows: number
  readonly rowHeight: number
  /** Height of what can be seen, in px. */
  readonly view: number
  /** Height of the scrolled element, in px. */
  readonly spacer: number
  /** True while a pixel of scrolling is more than a pixel of list. */
  readonly scaled: boolean
}

/** The geometry of a list of equal rows. */
export function geometry(rows: number, rowHeight: number, view: number): Geometry {
  const whole = rows * rowHeight
  return { rows, rowHeight, view, spacer: Math.min(whole, HIGHEST), scaled: whole > HIGHEST }
}

/** The furthest that the list can be scrolled, in px of list. */
export function furthest({ rows, rowHeight, view }: Geometry): number {
  return Math.max(0, rows * rowHeight - view)
}

/** From the scroll bar's place to the place in the list. */
export function listTop(geometry: Geometry, scrollTop: number): number {
  const range = geometry.spacer - geometry.view
  if (!geometry.scaled || range <= 0) return scrollTop
  return Math.min(1, scrollTop / range) * furthest(geometry)
}

/** From a place in the list to the scroll bar's place. */
export function barTop(geometry: Geometry, top: number): number {
  const far = furthest(geometry)
  if (!geometry.scaled || far <= 0) return top
  return (top / far) * (geometry.spacer - geometry.view)
}

/** The rows to draw: those in sight and a few beyond. `last` is exclusive. */
export function inSight(
  { rows, rowHeight, view }: Geometry,
  top: number,
  beyond: number,
): { first: number; last: number } {
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond)
  return { first, last: Math.min(rows, Math.ceil((top + view) / rowHeight) + beyond) }
}

/** The least scrolling that brings a row into sight. */
export function topShowing({ rowHeight, view }: Geometry, top: number, row: number): number {
  const start = row * rowHeight
  if (start < top) return start
  if (start + rowHeight > top + view) return start + rowHeight - view
  return top
}
