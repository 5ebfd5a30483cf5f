// Why nothing can be made of what was chosen, in sentences; nothing is kept then.
import { MunimentError } from '../../../shared/contract/error.ts'
import { statfs } from '../vault/cipher/fs-promises.ts'
import { shown } from './archive/finding.ts'
import type { ExportPlan, ExportTree, Platform } from './platform.ts'

/** Objects, fragments and the index take about as much again as the packages; a little is left for the rest of the computer. */
const ROOM_FACTOR = 2.5
const ROOM_LEFT = 256 * 2 ** 20

/** Bytes that may be unpacked beside the vault. */
export async function roomBeside(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return Math.max(0, bavail * bsize - ROOM_LEFT)
}

/** @throws MunimentError DISK_FULL */
export async function refuseWithoutRoom(folder: string, total: number): Promise<void> {
  if ((await roomBeside(folder)) >= total * ROOM_FACTOR) return
  const need = Math.ceil((total * ROOM_FACTOR + ROOM_LEFT) / 2 ** 20)
  throw new MunimentError(
    'DISK_FULL',
    `The disk has too little room: about ${need} MB are needed. Nothing was imported; free some space.`,
  )
}

/** Why packages cannot be read at all: refused, locked, or without a single file. */
export function whyUnreadable(tree: ExportTree): string[] {
  const refused = tree.set.parts.flatMap((part) => part.refused ?? [])
  if (refused.length > 0) return refused.map((finding) => finding.sentence)
  const names = tree.set.parts.map(({ name }) => `“${shown(name)}”`).join(', ')
  const members = tree.set.members.filter(({ finding }) => finding?.code !== 'macos-sidecar')
  if (members.length === 0) return [`${names} holds no files. Check that it is the export that you mean.`]
  if (members.every(({ finding }) => finding?.code === 'encrypted'))
    return [`${names} is locked with a password. Ask for it without one.`]
  return []
}

/** @throws MunimentError PACKAGE_REFUSED */
export function refuseUnreadable(sentences: readonly string[]): void {
  if (sentences.length > 0) throw new MunimentError('PACKAGE_REFUSED', `${sentences.join(' ')} Nothing was imported.`)
}

/**
 * Two exports read as one would be kept under one date, and neither could be compared with the other.
 * @throws MunimentError PACKAGE_REFUSED
 */
export async function refuseMixed(tree: ExportTree, platform: Platform, signal: AbortSignal): Promise<void> {
  const mixed = await platform.mixed(tree, signal)
  if (mixed !== null) refuseUnreadable([mixed])
}

/**
 * A platform that was said wrongly. An export of the platform that merely holds no records is taken in.
 * @throws MunimentError NOT_RECOGNISED
 */
export async function refuseStrange(
  tree: ExportTree,
  plan: ExportPlan,
  platform: Platform,
  signal: AbortSignal,
): Promise<void> {
  const { title } = platform
  if (plan.files.some((file) => file.use === 'records')) return
  if ((await platform.recognise(tree, signal)) !== null) return
  const notes = plan.files
    .flatMap(({ name, note }) => (note === null ? [] : [` “${shown(name)}”: ${note}`]))
    .slice(0, 3)
  throw new MunimentError(
    'NOT_RECOGNISED',
    `Nothing in this is a file of ${title} that Muniment can read.${notes.join('')} Nothing was imported; check that it is the export that you mean.`,
  )
}

/**
 * Under a hold or an open request nothing leaves without the attorney's name.
 * @throws MunimentError ATTORNEY_REQUIRED
 */
export function refuseWithoutAttorney(holds: readonly string[], attorney: string | null): void {
  const [first] = holds
  if (first === undefined || attorney !== null) return
  const more = holds.length > 1 ? ` and ${holds.length - 1} more` : ''
  throw new MunimentError(
    'ATTORNEY_REQUIRED',
    `This account is held (${first}${more}): nothing may be left out of its exports unless the City Attorney allows it. Nothing was imported; keep everything, or give the attorney’s name.`,
  )
}
