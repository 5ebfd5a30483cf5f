// Owns telling what a cell of Takeout's tables is by how it looks: ids, times, addresses (formats.md §7).

/** What all filled cells of a column look like; `empty` where none is filled, `text` where they look like nothing else. */
export type Shape =
  | 'empty'
  | 'time'
  | 'channel'
  | 'post'
  | 'comment'
  | 'playlist'
  | 'address'
  | 'segments'
  | 'number'
  | 'video'
  | 'language'
  | 'text'

const SHAPES: readonly (readonly [shape: Shape, pattern: RegExp])[] = [
  ['time', /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)/],
  ['channel', /^UC[\w-]{22}$/],
  // Posts of the first years are numbered like comments, with an ending of their own.
  ['post', /^(?:Ugkx[\w-]{30,}|Ug[\w-]{18}AaABCQ)$/],
  // Numbers of comments made in the years of Google+ begin with z.
  ['comment', /^(?:Ug[\w-]{16,}|z\d\d[a-z0-9]{18,})(?:\.[\w-]+)*$/],
  ['playlist', /^(?:WL|LL|LM|(?:PL|FL|LL|UU|OL|RD|HL)[\w-]{12,})$/],
  ['address', /^https?:\/\//i],
  ['segments', /^\s*\{\s*"(?:text|takeoutSegments|mention|emoji|link|videoLink)"/],
  ['number', /^-?\d+(?:[.,]\d+)?$/],
  ['video', /^[\w-]{11}$/],
  ['language', /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/],
]

/** What one cell looks like. */
export function shapeOf(cell: string): Shape {
  const text = cell.trim()
  return text === '' ? 'empty' : (SHAPES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text')
}

/** What each column looks like in the rows given. */
export function shapesOf(header: readonly string[], rows: readonly (readonly string[])[]): readonly Shape[] {
  return header.map((_, place) => {
    const cells = rows.map((row) => (row[place] ?? '').trim()).filter((cell) => cell !== '')
    if (cells.length === 0) return 'empty'
    return SHAPES.find(([, pattern]) => cells.every((cell) => pattern.test(cell)))?.[0] ?? 'text'
  })
}

/** A row that says something. */
export function isFilled(row: readonly string[]): boolean {
  return row.some((cell) => cell.trim() !== '')
}
