// Unpacks the packet that the demonstration has just built, so that it can be looked at.
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'

/** Unpacks a ZIP file into a folder; resolves to the number of files. @throws Error when a name leads out of the folder */
export async function unzip(file: string, folder: string): Promise<number> {
  const zip = await openPromise(file)
  let files = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    const target = resolve(folder, entry.fileName)
    if (!target.startsWith(resolve(folder) + sep)) throw new Error(`${entry.fileName} leads out of the packet`)
    mkdirSync(dirname(target), { recursive: true })
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target))
    files++
  }
  return files
}
