// The sound exports that are broken: every one that a builder in test/fixtures gives without being asked anything, and the few that must be asked.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { moduleAt } from './modules.ts'
import type { Files } from './mutate-files.ts'

/** A sound export. */
export interface Seed {
  /** The builder that made it. */
  readonly name: string
  readonly files: Files
}

const fixtures = resolve(import.meta.dirname, '../../fixtures')

/** Folders whose files are no exports, or that stand in `asked`. */
const LEFT_OUT = /^(?:x|zip|schedule)[/\\]/

/** Larger files are media: their bytes say nothing to a parser. */
const MOST = 40_000

type Asked = Readonly<Record<string, () => Promise<unknown>>>

/** Builders that need to be told something. A platform whose builder takes no arguments needs no line here. */
const asked: Asked = {
  'x today': async () => xFiles({ tweets: 8 }),
  'x of 2019': async () => xFiles({ tweets: 6, era: '2019-root' }),
  'x in parts': async () => xFiles({ tweets: 8, parts: 2, duplicateIds: true, bom: true, folder: 'twitter' }),
  bluesky: async () => {
    const { repository } = await import('../../fixtures/bluesky.ts')
    const { car, didDocument } = repository()
    return { 'repo.car': car, 'did.json': didDocument }
  },
  'tiktok, old names': async () => (await import('../../fixtures/tiktok/export.ts')).tiktokExport('old'),
  'tiktok, new names': async () => (await import('../../fixtures/tiktok/export.ts')).tiktokExport('new'),
  threads: async () => (await import('../../fixtures/instagram/export.ts')).threads('your_instagram_activity/threads'),
  'by hand': async () => (await import('./by-hand.ts')).byHand,
}

async function xFiles(options: object): Promise<Record<string, Buffer>> {
  const { smallExport } = await import('../../fixtures/x/small.ts')
  const { members } = await import('../../fixtures/x/read-back.ts')
  const folder = mkdtempSync(join(tmpdir(), 'muniment-fuzz-'))
  try {
    const { path } = await smallExport(folder, options)
    return Object.fromEntries(await members(path))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** All seeds, in the order of their names. */
export async function findSeeds(): Promise<readonly Seed[]> {
  const seeds: Seed[] = []
  for (const [name, build] of Object.entries(asked)) seeds.push(...exportsIn(name, await build()))
  const paths = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  for (const path of paths) {
    if (LEFT_OUT.test(path)) continue
    for (const [name, value] of Object.entries(await moduleAt(join(fixtures, path))))
      seeds.push(...exportsIn(`${relative(fixtures, join(fixtures, path))} ${name}`, called(value)))
  }
  return seeds.sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** What a builder that needs nothing gives; anything else as it is. */
function called(value: unknown): unknown {
  if (typeof value !== 'function' || value.length > 0) return value
  try {
    return value()
  } catch {
    // It wanted something after all.
    return null
  }
}

/** The export that a value is, or those that its members are. */
function exportsIn(name: string, value: unknown): Seed[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const entries = Object.entries(value)
  const files = entries.filter((entry): entry is [string, string | Uint8Array] => isContent(entry[1]))
  if (entries.length === 0) return []
  if (files.length === entries.length && entries.every(([key]) => /\.\w{2,5}$/.test(key)))
    return [{ name, files: new Map(files.map(([key, content]) => [key, small(Buffer.from(content))])) }]
  if (files.length > 0) return []
  return entries.flatMap(([key, inner]) => exportsIn(`${name}.${key}`, inner))
}

const isContent = (value: unknown) => typeof value === 'string' || value instanceof Uint8Array

function small(bytes: Buffer): Buffer {
  return bytes.length > MOST && /^[\xff\x89\0]/.test(bytes.toString('latin1', 0, 1)) ? bytes.subarray(0, 64) : bytes
}
