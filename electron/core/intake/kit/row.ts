// Owns a row of a table whose columns are found by name.

export interface Row {
  readonly header: readonly string[]
  readonly cells: readonly string[]
  /** What stands in the first of these columns that there is; names are compared trimmed and in lower case. `''` where there is none. */
  get(...names: readonly string[]): string
  /** Whether there is such a column. */
  has(name: string): boolean
  /** What stands in all other columns, empty ones left out. */
  rest(...known: readonly string[]): Readonly<Record<string, string>>
}

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

/** A row under its header. */
export function rowOf(header: readonly string[], cells: readonly string[]): Row {
  let columns = places.get(header)
  if (columns === undefined) {
    // The first of two columns with one name is the one that is meant.
    columns = new Map(header.map((name, place) => [keyOf(name), place] as const).reverse())
    places.set(header, columns)
  }
  const known = columns
  return {
    header,
    cells,
    get: (...names) => {
      const name = names.find((one) => known.has(keyOf(one)))
      return name === undefined ? '' : (cells[known.get(keyOf(name)) ?? -1] ?? '')
    },
    has: (name) => known.has(keyOf(name)),
    rest: (...names) => {
      const keys = new Set(names.map(keyOf))
      const others = header.flatMap((name, place) => {
        const cell = cells[place] ?? ''
        return keys.has(keyOf(name)) || cell === '' ? [] : [[name.trim(), cell] as const]
      })
      return Object.fromEntries(others)
    },
  }
}

const keyOf = (name: string) =>
  name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
