// Owns rows of tables that are JSON values: their columns are the ways to the values inside.
import { EVERY, type PathStep, pathSteps, pathText, valuesAt } from '../../../../shared/domain/intake/column-path.ts'
import { isObject } from '../kit/value.ts'
import type { MappedRow } from './mapped-row.ts'

/** Deeper values are reached by a path that a person writes; no list of columns goes on for ever. */
const DEEPEST = 6
const MOST_COLUMNS = 500

const ways = new Map<string, readonly PathStep[] | null>()

/** A JSON value as a row. */
export function jsonRow(value: unknown, where: string): MappedRow {
  let columns: readonly string[] | null = null
  return {
    where,
    get columns() {
      columns ??= columnsIn(value)
      return columns
    },
    values: (column) => {
      const steps = stepsOf(column)
      return steps === null ? [] : valuesAt(value, steps).filter((one) => one !== '')
    },
    broken: isObject(value) ? null : 'is no object, as a row of such a list must be',
    inside: null,
    reach: Number.POSITIVE_INFINITY,
  }
}

function stepsOf(column: string): readonly PathStep[] | null {
  let steps = ways.get(column)
  if (steps === undefined) {
    if (ways.size > 10_000) ways.clear()
    steps = pathSteps(column)
    ways.set(column, steps)
  }
  return steps
}

function columnsIn(value: unknown): readonly string[] {
  const found = new Set<string>()
  const walk = (one: unknown, path: readonly PathStep[]) => {
    if (found.size >= MOST_COLUMNS) return
    if (path.length < DEEPEST && isObject(one)) {
      for (const [key, inner] of Object.entries(one)) walk(inner, [...path, key])
    } else if (path.length < DEEPEST && Array.isArray(one) && one.some(isObject)) {
      for (const inner of one.slice(0, 20)) walk(inner, [...path, one.length > 1 ? EVERY : 0])
    } else if (path.length > 0 && one !== null) {
      found.add(pathText(Array.isArray(one) ? [...path, EVERY] : path))
    }
  }
  walk(value, [])
  return [...found]
}
