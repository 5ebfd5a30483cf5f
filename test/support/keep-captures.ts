// Keeps the packages of captures that tests make, where the ring of independent readers asks for them (test/endure/readers.ts).
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Names a folder; not set in every other run. */
export const KEEP_CAPTURES = 'MUNIMENT_KEEP_CAPTURES'
/** What the first file in a package of a capture is called, at its place in a ZIP. */
const FIRST = 'datapackage.json'
const NAME_AT = 30

/** Copies the packages of a vault's captures there. */
export function keepCaptures(vault: string): void {
  const to = process.env[KEEP_CAPTURES]
  if (to === undefined) return
  const packages = join(vault, 'packages')
  for (const entry of readdirSync(packages, { recursive: true, withFileTypes: true })) {
    if (entry.name !== 'package.zip') continue
    const path = join(entry.parentPath, entry.name)
    const name = readFileSync(path)
      .subarray(NAME_AT, NAME_AT + FIRST.length)
      .toString()
    if (name === FIRST) copyFileSync(path, join(to, `${basename(entry.parentPath)}.wacz`))
  }
}
