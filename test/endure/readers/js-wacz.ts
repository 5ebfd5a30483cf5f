// Has js-wacz make its own index of a package's WARC: every answer must stand in ours as it stands there.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const Line = z.object({
  url: z.string(),
  digest: z.string(),
  length: z.coerce.string(),
  offset: z.coerce.string(),
  status: z.coerce.string().optional(),
})

/** Makes a package of a WARC, in a process of its own that says nothing. */
const MAKE = `
const [, at, input, output] = process.argv
const { WACZ } = await import(at)
await new WACZ({ input, output, detectPages: false, log: { info() {}, trace() {}, warn() {}, error: console.error } }).process()
process.exit(0)`

/** What of a package is otherwise in the index that js-wacz makes; nothing where all is the same. @param place where js-wacz is */
export function indexFaults(place: string, wacz: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-js-wacz-'))
  try {
    const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')]
    execFileSync('unzip', ['-q', wacz, '-d', ours])
    const made = join(folder, 'made.wacz')
    const warc = join(ours, 'archive/data.warc.gz')
    const at = pathToFileURL(join(place, 'index.js')).href
    execFileSync(process.execPath, ['--input-type=module', '-e', MAKE, at, warc, made], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    execFileSync('unzip', ['-q', made, '-d', theirs])
    const [own, other] = [indexOf(ours), indexOf(theirs)]
    const missing = [...other].filter((line) => !own.has(line)).map((line) => `ours lacks ${line}`)
    const more = [...own].filter((line) => !other.has(line)).map((line) => `js-wacz lacks ${line}`)
    return [...missing, ...more]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every line of a package's index, by what both programs say of an answer. */
function indexOf(folder: string): ReadonlySet<string> {
  const indexes = join(folder, 'indexes')
  const lines = readdirSync(indexes)
    .filter((name) => /\.(?:cdxj?|cdx\.gz)$/.test(name))
    .flatMap((name) => {
      const bytes = readFileSync(join(indexes, name))
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n')
    })
    .filter((line) => line.includes('{'))
  return new Set(
    lines.map((line) => {
      const [key = '', stamp = ''] = line.split(' ', 2)
      const { url, digest, length, offset, status } = Line.parse(JSON.parse(line.slice(line.indexOf('{'))))
      // It names the algorithm of no digest; ours are all of one.
      const named = digest.replace(/^sha256:/, '')
      return [key, stamp, url, named, length, offset, status ?? ''].join(' ')
    }),
  )
}
