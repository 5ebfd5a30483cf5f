// Where a window opens.
import type { Bounds } from './settings.ts'

/** The least that the rooms are drawn for, in pixels. */
export const SMALLEST = { width: 900, height: 600 }

/** At least so much of a window must lie on a screen to be taken hold of. */
const GRIP = 80

/**
 * The place where the window stood last, if it can still be seen there; else a usual size in the middle of the screen.
 *
 * @param workAreas of all screens, in the same pixels
 */
export function placeWindow(remembered: Bounds | null, workAreas: readonly Bounds[]): Partial<Bounds> {
  if (remembered !== null && workAreas.some((area) => overlap(remembered, area) >= GRIP)) return remembered
  return { width: 1280, height: 840 }
}

/** How far a further window stands from the one before, so that both are seen. */
const STEP = 32

/** Where a further window opens: as large as the one before, a step right and down of it. */
export function besideWindow(before: Bounds): Bounds {
  return { ...before, x: before.x + STEP, y: before.y + STEP }
}

/** The smaller side of what two rectangles share; not above 0 where they share nothing. */
function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.min(width, height)
}
