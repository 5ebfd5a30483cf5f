// Breaks an export: one to three changes to files, or to which files there are.
import type { Random } from '../../fixtures/x/random.ts'
import { breakBytes } from './mutate-bytes.ts'
import { changeJson } from './mutate-json.ts'
import { changeMarkup, changeTable } from './mutate-text.ts'

/** Name and bytes of each file. */
export type Files = ReadonlyMap<string, Buffer>

/** A file broken once: half of the time as bytes, else by the grammar that it begins with. */
export function breakFile(bytes: Buffer, random: Random): Buffer {
  const head = bytes
    .toString('latin1', 0, 300)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (random.chance(0.45)) return breakBytes(bytes, random)
  if (head.startsWith('<')) return Buffer.from(changeMarkup(bytes.toString('utf8'), random))
  return changeJson(bytes, random) ?? tableOrBytes(bytes, head, random)
}

function tableOrBytes(bytes: Buffer, head: string, random: Random): Buffer {
  return /[,;\t]/.test(head) ? Buffer.from(changeTable(bytes.toString('utf8'), random)) : breakBytes(bytes, random)
}

const NAMES = [
  'a'.repeat(240),
  'x/\u202ey.json',
  'é.json'.normalize('NFD'),
  '__MACOSX/._x',
  '.DS_Store',
  'data/',
  'CON.json',
]

type Change = (files: Map<string, Buffer>, name: string, random: Random, donor: Files) => void

const fileChanges: readonly Change[] = [
  (files, name) => files.delete(name),
  (files, name) => files.set(name, Buffer.alloc(0)),
  (files, name, random) => rename(files, name, random.pick(NAMES)),
  (files, name, random) => rename(files, name, random.pick([...files.keys()])),
  (files, name) => rename(files, name, name.replace(/\.\w+$/, '')),
  (files, name) => files.set(`copy/${name}`, files.get(name) ?? Buffer.alloc(0)),
  (files, _name, random, donor) => {
    const taken = random.pick([...donor.keys()])
    files.set(taken, donor.get(taken) ?? Buffer.alloc(0))
  },
  (files, name, random, donor) => files.set(name, donor.get(random.pick([...donor.keys()])) ?? Buffer.alloc(0)),
]

function rename(files: Map<string, Buffer>, from: string, to: string): void {
  const bytes = files.get(from) ?? Buffer.alloc(0)
  files.delete(from)
  files.set(to === '' ? from : to, bytes)
}

/**
 * An export broken one to three times.
 * @param donor another export, whose files may stray into this one
 */
export function breakExport(whole: Files, random: Random, donor: Files): Files {
  const files = new Map(whole)
  for (let times = random.int(1, 3); times > 0; times -= 1) {
    const names = [...files.keys()]
    if (names.length === 0) break
    const name = random.pick(names)
    if (random.chance(0.12)) random.pick(fileChanges)(files, name, random, donor)
    else files.set(name, breakFile(files.get(name) ?? Buffer.alloc(0), random))
  }
  return files
}
