// An Office file packed anew: its parts in one order, stored, with one date, and its properties with no other time in them.
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { packetZip } from '../packet/zip.ts'

const PROPERTIES = 'docProps/core.xml'
const FIRST = '[Content_Types].xml'

/** The file anew. @param date the only time in it; @param practice whether it is made in a practice vault: its archive's comment says so */
export async function repacked(bytes: Buffer, date: Date, practice: boolean, draft = false): Promise<Uint8Array> {
  const parts = await partsOf(bytes)
  const names = [...parts.keys()].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
  const zip = packetZip(date, practice, draft)
  const whole = buffer(zip.bytes)
  for (const name of names) {
    const part = parts.get(name) ?? Buffer.alloc(0)
    await zip.add(name, name === PROPERTIES ? Buffer.from(withTime(part.toString('utf8'), date)) : part)
  }
  await zip.finish()
  return whole
}

/** The list of types stands first, where readers look for it. */
function rank(name: string): number {
  return name === FIRST ? 0 : 1
}

async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true })
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return parts
}

function withTime(properties: string, date: Date): string {
  const time = `${date.toISOString().slice(0, 19)}Z`
  return properties.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${time}`)
}
