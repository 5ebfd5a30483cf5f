// Owns where an answer of the API keeps its list: `objects` in version 1, `results` in version 4.

/** Whether the list at this path is the answer's own. */
export function isList(path: readonly string[]): boolean {
  return path.length === 0 || (path.length === 1 && (path[0] === 'objects' || path[0] === 'results'))
}
