// Owns how wide a table is by its first rows: what most of them have in common, and prose with commas has not.

/** How many cells most rows have; null where fewer than a third have as many, or only one. Empty rows do not count. */
export function widthOf(rows: readonly (readonly unknown[])[]): number | null {
  const counts = new Map<number, number>()
  const sound = rows.filter((cells) => cells.some((cell) => cell !== null && cell !== ''))
  for (const cells of sound) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  if (most === undefined) return null
  const [width, count] = most
  return width > 1 && count * 3 >= sound.length ? width : null
}
