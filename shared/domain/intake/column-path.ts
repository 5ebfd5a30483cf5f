// How a column of a table is named: a heading, or the way to a value inside a JSON row, such as `user.names[0].text` or `media[*].url`.
import { z } from 'zod'

/** A heading as `columnNames` makes it, or a JSON path. */
export const ColumnPath = z.string().min(1).max(500)
export type ColumnPath = z.infer<typeof ColumnPath>

/** Every place of a list, written `[*]`. */
export const EVERY: unique symbol = Symbol('every')

/** One step into a JSON row: a key, a place in a list, or every place of it. */
export type PathStep = string | number | typeof EVERY

const STEP = /\["((?:[^"\\]|\\.)*)"\]|\[(\d{1,6})\]|\[(\*)\]|\.?([^.[\]]+)/y

/**
 * The steps of a JSON path. Keys that hold a dot or a bracket are written `["a.b"]`.
 * @returns null where the text is no path
 */
export function pathSteps(path: string): readonly PathStep[] | null {
  const steps: PathStep[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < path.length) {
    const found = STEP.exec(path)
    if (found === null) return null
    const [, quoted, place, every, plain] = found
    if (quoted !== undefined) steps.push(quoted.replace(/\\(.)/gs, '$1'))
    else if (place !== undefined) steps.push(Number(place))
    else steps.push(every === undefined ? (plain ?? '') : EVERY)
  }
  return steps
}

/** A path as it is written. */
export function pathText(steps: readonly PathStep[]): string {
  let text = ''
  for (const step of steps) {
    if (step === EVERY) text += '[*]'
    else if (typeof step === 'number') text += `[${step}]`
    else if (/^[^.[\]"\\]+$/.test(step)) text += text === '' ? step : `.${step}`
    else text += `["${step.replace(/["\\]/g, '\\$&')}"]`
  }
  return text
}

/** What stands at a path in a JSON value; `[*]` gives one value for each place. Nothing where the way ends, or in null. */
export function valuesAt(value: unknown, steps: readonly PathStep[]): readonly unknown[] {
  let found: readonly unknown[] = [value]
  for (const step of steps) found = found.flatMap((one) => inner(one, step))
  return found.filter((one) => one !== undefined && one !== null)
}

function inner(value: unknown, step: PathStep): readonly unknown[] {
  if (Array.isArray(value)) {
    if (step === EVERY) return value
    return typeof step === 'number' ? value.slice(step, step + 1) : []
  }
  if (typeof value !== 'object' || value === null || typeof step !== 'string') return []
  const own = Object.getOwnPropertyDescriptor(value, step)
  return own === undefined ? [] : [own.value]
}

/** A name for each column of a row of headings: a second of one name gets a number, one without a name its place. */
export function columnNames(header: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return header.map((heading, place) => {
    const plain = heading
      .replace(/^\ufeff/, '')
      .trim()
      .replace(/\s+/g, ' ')
    const name = plain === '' ? `Column ${place + 1}` : plain.slice(0, 400)
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before === 0 ? name : `${name} (${before + 1})`
  })
}
