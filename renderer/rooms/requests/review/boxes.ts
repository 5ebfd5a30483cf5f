// Boxes on a picture as they are drawn and moved: in parts of its width and height, never beyond it.
import type { Box } from '../../../../shared/domain/review/review.ts'

const LEAST = 0.005
const STEP = 0.01

const within = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value))
/** Parts of a thousandth are none that an eye or a picture knows. */
const rounded = (value: number) => Math.round(value * 10_000) / 10_000

/** The box within the picture. */
export function fitted({ left, top, width, height }: Box): Box {
  const wide = within(width, LEAST, 1)
  const high = within(height, LEAST, 1)
  return {
    left: rounded(within(left, 0, 1 - wide)),
    top: rounded(within(top, 0, 1 - high)),
    width: rounded(wide),
    height: rounded(high),
  }
}

/** The box between two corners; null where it is too small to be meant. */
export function between(one: readonly [number, number], other: readonly [number, number]): Box | null {
  const [x0, x1] = [one[0], other[0]].map((x) => within(x, 0, 1)).sort((a, b) => a - b)
  const [y0, y1] = [one[1], other[1]].map((y) => within(y, 0, 1)).sort((a, b) => a - b)
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return null
  return x1 - x0 < LEAST || y1 - y0 < LEAST ? null : fitted({ left: x0, top: y0, width: x1 - x0, height: y1 - y0 })
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** The box after an arrow: moved, or with Shift made wider, narrower, higher or lower; null for any other key. */
export function afterKey(box: Box, key: string, shift: boolean): Box | null {
  const direction = directions[key]
  if (direction === undefined) return null
  const [x, y] = direction
  if (!shift) return fitted({ ...box, left: box.left + x, top: box.top + y })
  return fitted({
    ...box,
    width: Math.min(box.width + x, 1 - box.left),
    height: Math.min(box.height + y, 1 - box.top),
  })
}
