// Writes chosen items and what they name into the package of produced items.
import { createHash, hash } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Digest } from '../../../../shared/domain/id.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { type Member, MemberError } from '../archive/archive.ts'
import { safePlaces } from '../archive/safe-places.ts'
import type { MediaDraft, RecordDraft } from '../draft.ts'
import { isMediaName } from '../media-name.ts'
import type { ExportTree } from '../platform.ts'
import type { Choice, Picked, PickedFile } from './choose.ts'
import type { LookedAt } from './items.ts'
import { ITEMS, MEDIA, type Reading, type SheetFile, type SheetItem } from './sheet.ts'

export interface Written {
  readonly files: readonly SheetFile[]
  /** Members of the export of which something is kept. */
  readonly used: ReadonlySet<Member>
}

/** Writes below `folder`. @param by who produced the items: stands with each record */
export async function writeItems(
  folder: string,
  { tree, plan }: LookedAt,
  { files }: Choice,
  by: string,
  signal: AbortSignal,
): Promise<Written> {
  const places = safePlaces(folder)
  const used = new Set<Member>()
  const copied = new Map<string, string>()
  const ordered = [...files].sort(([one], [other]) => one - other).map(([, picked]) => sorted(picked))
  const placeOf = new Map(ordered.map(({ file }, place) => [plan.files.indexOf(file), place]))
  const sheet: SheetFile[] = []

  const media = async (draft: MediaDraft): Promise<MediaDraft> => {
    for (const name of draft.names) {
      const path = draft.directory === '' ? name : `${draft.directory}/${name}`
      const member = tree.byName.get(path)
      if (member === undefined || member.finding !== null || !isMediaName(plan, path)) continue
      const here = copied.get(path) ?? (await copyOut(tree, member, `${MEDIA}/${path}`))
      if (here === null) continue
      copied.set(path, here)
      used.add(member)
      return { ...draft, names: [here], directory: '' }
    }
    return draft
  }

  const copyOut = async (from: ExportTree, member: Member, name: string): Promise<string | null> => {
    const place = await places.take(name, true)
    try {
      await pipeline(Readable.from(from.set.read(member, signal), { objectMode: false }), createWriteStream(place.path))
      return place.name
    } catch (error) {
      if (error instanceof MemberError) return null
      throw error
    }
  }

  for (const { file, items } of ordered) {
    used.add(file.member)
    const place = await places.take(`${ITEMS}/${file.name}`, true)
    const rows: SheetItem[] = []
    let from = 0
    for (const item of items) {
      const { position, pointer, start, bytes, draft } = item
      const own = draft && { ...draft, media: await inOrder(draft.media, media) }
      const reading =
        own && readingOf(own, { by, file: file.name, position, pointer }, joinedPlaces(own, ordered, placeOf))
      const digest = Digest.parse(hash('sha256', bytes))
      rows.push({ position, pointer, start, from, length: bytes.length, digest, reading })
      from += bytes.length + 1
    }
    await writeFile(join(folder, place.name), Buffer.concat(items.flatMap(({ bytes }) => [bytes, LINE_FEED])))
    const { name, type, member } = file
    const digest = await digestOfMember(tree, member, signal)
    sheet.push({ name, member: place.name, type, size: member.size, digest, items: rows })
  }
  return { files: sheet, used }
}

const LINE_FEED = Buffer.from('\n')

async function inOrder<One>(list: readonly One[], change: (one: One) => Promise<One>): Promise<One[]> {
  const changed: One[] = []
  for (const one of list) changed.push(await change(one))
  return changed
}

/** SHA-256 of a member's bytes; null where it cannot be read to its end. */
export async function digestOfMember(tree: ExportTree, member: Member, signal: AbortSignal): Promise<Digest | null> {
  const sum = createHash('sha256')
  try {
    for await (const chunk of tree.set.read(member, signal, 'asked')) sum.update(chunk)
    return Digest.parse(sum.digest('hex'))
  } catch (error) {
    if (error instanceof MemberError) return null
    throw error
  }
}

interface Ordered {
  readonly file: PickedFile['file']
  readonly items: readonly Picked[]
}

function sorted({ file, items }: PickedFile): Ordered {
  return { file, items: [...items.values()].sort((one, other) => one.position - other.position) }
}

function joinedPlaces(draft: RecordDraft, ordered: readonly Ordered[], placeOf: ReadonlyMap<number, number>) {
  return draft.joined.flatMap(({ member, position, role }) => {
    const file = placeOf.get(member)
    const item = file === undefined ? -1 : (ordered[file]?.items.findIndex((one) => one.position === position) ?? -1)
    return file === undefined || item < 0 ? [] : [{ file, item, role }]
  })
}

interface Origin {
  readonly by: string
  readonly file: string
  readonly position: number
  readonly pointer: string | null
}

function readingOf(draft: RecordDraft, { by, file, position, pointer }: Origin, joined: Reading['joined']): Reading {
  const details = {
    ...draft.details,
    takenInBy: 'employee',
    producedBy: by,
    placeInExport: `${file} ${pointer ?? `/${position}`}`,
  }
  return {
    ...draft,
    identity: draft.identity ?? 'id',
    links: draft.links.map(({ shown, target }) => ({ shown, target })),
    measures: draft.measures.map(([name, value]) => [name, value]),
    media: draft.media.map(({ role, names, directory, alt }) => ({ role, names: [...names], directory, alt })),
    details,
    joined,
  }
}
