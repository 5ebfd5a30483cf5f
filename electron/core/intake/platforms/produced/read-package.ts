// Owns reading the package of produced items: its sheet, and each item from its own bytes.
import type { Member } from '../../archive/archive.ts'
import type { Outcome, ReadItem } from '../../draft.ts'
import { failed } from '../../kit/draft.ts'
import { once } from '../../kit/once.ts'
import type { ExportTree } from '../../platform.ts'
import { ProducedSheet, type Reading, SHEET } from '../../produced/sheet.ts'

const MOST = 256 * 2 ** 20

/** The sheet, read once; null where there is none, or none that this version can read. */
export const readSheet = once(parseSheet)

async function parseSheet(tree: ExportTree, signal: AbortSignal): Promise<ProducedSheet | null> {
  const member = tree.byName.get(SHEET)
  if (member === undefined || member.finding !== null || member.size > MOST) return null
  try {
    return ProducedSheet.parse(JSON.parse((await wholeMember(tree, member, signal)).toString('utf8')))
  } catch {
    signal.throwIfAborted()
    return null
  }
}

/** All bytes of a member. Throws MemberError. */
export async function wholeMember(tree: ExportTree, member: Member, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of tree.set.read(member, signal)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The items of one file of the sheet. @param bytes of the package's files, by their names in it */
export function itemsOf(sheet: ProducedSheet, place: number, bytes: ReadonlyMap<string, Buffer>): ReadItem[] {
  const file = sheet.files[place]
  if (file === undefined) return []
  const own = bytes.get(file.member) ?? Buffer.alloc(0)
  return file.items.map(({ position: stood, pointer, from, length, reading }, position) => ({
    position,
    pointer: pointer ?? `/${stood}`,
    start: from,
    bytes: own.subarray(from, from + length),
    nested: false,
    outcome: reading === null ? { type: 'joined' } : outcomeOf(sheet, reading, bytes),
  }))
}

function outcomeOf(sheet: ProducedSheet, reading: Reading, bytes: ReadonlyMap<string, Buffer>): Outcome {
  const joined = reading.joined.map(({ file, item, role }) => {
    const from = sheet.files[file]
    const place = from?.items[item]
    const source = from === undefined ? undefined : bytes.get(from.member)
    if (place === undefined || source === undefined) return null
    const own = source.subarray(place.from, place.from + place.length)
    return { member: file, position: item, start: place.from, bytes: own, role }
  })
  if (joined.includes(null)) return failed('joined-missing', 'was read from another item that is not in the package')
  return { type: 'record', draft: { ...reading, joined: joined.filter((one) => one !== null) } }
}
