// Copies of a vault's own files that synchronising programs leave beside them when two computers changed the same one.

/** What a vault has in its folder by itself. */
const OWN =
  /^(catalog\.sqlite(-wal|-shm|-journal)?|catalog-before-migration\.sqlite(\.part)?|lock\.sqlite(-journal)?|vault\.json)$/i

/** “catalog (1).sqlite”, “catalog (Dana's conflicted copy 2026-11-30).sqlite”, “catalog-RECORDS-2.sqlite”, “catalog.sync-conflict-….sqlite” … */
const COPY = /^(copy of )?(catalog|vault)\b.*\.(sqlite(-wal|-shm)?|json)( ?\(\d+\))?$/i

/** Those among the names of a vault's folder that are copies of its catalog, its log or its description. */
export function conflictCopies(names: readonly string[]): string[] {
  return names.filter((name) => COPY.test(name) && !OWN.test(name)).sort()
}
