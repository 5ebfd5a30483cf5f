// A text cut where what is marked in it begins and ends, and where a character is hidden that must be seen.
import { controlsIn } from '../../../../shared/text/controls.ts'

/** `own`: made here; `again`: the same words elsewhere; `proposed`: found by its pattern. */
export type Look = 'own' | 'again' | 'proposed'

export interface Mark {
  readonly from: number
  readonly to: number
  readonly look: Look
  /** Number of its ground; null for a proposal. */
  readonly key: number | null
}

export interface Piece {
  readonly from: number
  readonly text: string
  /** A hidden character as it is written out; null for text. */
  readonly control: string | null
  readonly look: Look | null
  readonly keys: readonly number[]
  /** Whether a mark begins with this piece: there its number stands. */
  readonly begins: boolean
}

/** The pieces in order; together they are the text. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const controls = new Map(controlsIn(text).map((one) => [one.from, one]))
  const cuts = new Set([0, text.length])
  for (const { from, to } of [...marks, ...controls.values()]) cuts.add(from).add(to)
  const places = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b)
  return places.slice(0, -1).map((from, nth) => {
    const to = places[nth + 1] ?? text.length
    const here = marks.filter((mark) => mark.from <= from && mark.to >= to)
    const look = (['own', 'again', 'proposed'] as const).find((one) => here.some((mark) => mark.look === one)) ?? null
    const keys = [...new Set(here.flatMap(({ key }) => (key === null ? [] : [key])))].sort((a, b) => a - b)
    const begins = keys.length > 0 && here.some((mark) => mark.look === look && mark.from === from)
    return { from, text: text.slice(from, to), control: controls.get(from)?.shown ?? null, look, keys, begins }
  })
}
