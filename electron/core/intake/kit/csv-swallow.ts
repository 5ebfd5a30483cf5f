// Owns telling a row that took in the rows behind it, because a quote was opened and closed by another row's, from one with lines in a cell.

/**
 * Whether a row of several lines is one that took others in: its quotes are not as CSV has them, and a line of it is a row by itself.
 * @param text of the row
 * @param width cells of a row of this table
 */
export function swallows(text: string, delimiter: string, width: number): boolean {
  const lines = text.trimEnd().split('\n')
  if (lines.length < 2 || width < 2 || isWellQuoted(text, delimiter)) return false
  return lines.slice(1).some((line) => line.split(delimiter).length >= width)
}

/** Whether every cell that begins with a quote ends with one: doubled inside, and nothing between it and the next cell. */
function isWellQuoted(text: string, delimiter: string): boolean {
  for (let at = 0; at < text.length; ) {
    if (text[at] !== '"') {
      const next = [text.indexOf(delimiter, at), text.indexOf('\n', at)].filter((place) => place >= 0)
      if (next.length === 0) return true
      at = Math.min(...next) + 1
      continue
    }
    let end = text.indexOf('"', at + 1)
    while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
    if (end < 0) return false
    const after = text[end + 1]
    if (after !== undefined && after !== delimiter && after !== '\r' && after !== '\n') return false
    at = end + 2
  }
  return true
}
