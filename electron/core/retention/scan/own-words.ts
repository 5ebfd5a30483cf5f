// What Muniment itself writes into every vault, whatever is kept in it: a record that says the same leaves no trace there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { VaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { schemaTexts } from '../../vault/catalog/looking.ts'
import FORMAT from '../../vault/FORMAT.md?raw'
import type { Seeker } from '../../vault/trace/seek.ts'

/** The traces that stand in such words: the comments of the catalog's tables, how the folder is read, its city and zone. */
export function inOwnWords(db: Driver, folder: string, seek: Seeker): ReadonlySet<number> {
  const met = new Set<number>()
  for (const text of [...schemaTexts(db), FORMAT, vaultFileText(folder)]) {
    seek.begin()
    seek.read(Buffer.from(text), (trace) => met.add(trace))
  }
  return met
}

/** The text of vault.json, where nothing else stands in it than a vault says of itself. */
function vaultFileText(folder: string): string {
  const text = readFileSync(join(folder, 'vault.json'), 'utf8')
  return z.strictObject(VaultFile.shape).safeParse(JSON.parse(text)).success ? text : ''
}
