// Files of operations are named after them.

/** `record.page` for `../search/queries/record.page.ts`. */
export function nameOfFile(path: string): string {
  return path.replace(/^.*\/|\.ts$/g, '')
}
