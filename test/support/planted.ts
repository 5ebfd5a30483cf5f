// Looks for secrets in every byte of a vault, packed captures unpacked.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Files of a vault that hold one of some secrets. */
export function plantedIn(vault: string, secrets: readonly string[]): readonly string[] {
  return readdirSync(vault, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(vault, name)
    if (!statSync(path).isFile()) return []
    const bytes = readFileSync(path)
    return secrets.some((secret) => bytes.includes(secret) || unpacked(bytes).includes(secret)) ? [name] : []
  })
}

/** Every gzip member inside a file; WARCs are packed record by record. */
function unpacked(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  // One that unpacks takes those behind it along.
  for (let at = bytes.indexOf(GZIP); at >= 0 && parts.length < 20; at = bytes.indexOf(GZIP, at + 1)) {
    try {
      parts.push(gunzipSync(bytes.subarray(at)))
    } catch {
      // The marks of gzip stand in other bytes too.
    }
  }
  return Buffer.concat(parts)
}
const GZIP = Buffer.from([0x1f, 0x8b, 0x08])
