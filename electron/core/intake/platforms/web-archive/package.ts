// Owns a WACZ's own list of its files: every digest that it gives is held against the file.
import { type Member, MemberError } from '../../archive/archive.ts'
import { shown } from '../../archive/finding.ts'
import type { Outcome } from '../../draft.ts'
import { failed, passedOver } from '../../kit/draft.ts'
import { itemBook } from '../../kit/items.ts'
import type { FileReader, Reading } from '../../kit/spec.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'
import { agreement, hasherFor } from './digest.ts'
import type { WebArchiveState } from './state.ts'

const AGREES = 'A file that the package lists: its bytes are those that the package was made with.'
const NOT_CHECKED = 'A file that the package lists without a digest that is known.'
const LEFT_OUT = 'A file that the package lists; it was left out when the package was taken in.'
const MOST = 32 << 20

/** A reader of `datapackage.json`. */
export const packageReader: FileReader<WebArchiveState> = async function* (reading) {
  const bytes = await wholeOf(reading, reading.file.member)
  const value = parse(bytes)
  const book = itemBook()
  const add = (pointer: string, outcome: Outcome) => book.add({ pointer, start: 0, bytes: Buffer.alloc(0) }, outcome)
  if (!isObject(value)) {
    add('/', failed('package-malformed', 'is no description of a package that can be understood'))
    return yield book.take()
  }
  add('/', passedOver('What the package says of itself: how it was made, and its list of files.'))
  const listed = new Set<Member>()
  for (const [nth, resource] of objectsOf(value.resources).entries()) {
    const path = textOf(resource.path)
    const member = beside(reading, path)
    if (member !== undefined) listed.add(member)
    add(`/resources/${nth}`, await checked(reading, member, path, textOf(resource.hash)))
  }
  const folder = folderOf(reading.file.member)
  for (const member of reading.tree.set.members) {
    if (member.part !== reading.file.member.part || !member.name.startsWith(folder) || listed.has(member)) continue
    const name = member.name.slice(folder.length)
    if (!/^datapackage(?:-digest)?\.json$/.test(name))
      add(name, failed('package-unlisted', `does not list “${shown(name)}”, which lies in the package all the same`))
  }
  yield book.take()
}

/** A reader of `datapackage-digest.json`. A signature in it is kept, and said not to be checked. */
export const packageDigestReader: FileReader<WebArchiveState> = async function* (reading) {
  const value = parse(await wholeOf(reading, reading.file.member))
  const book = itemBook()
  const said: JsonObject = isObject(value) ? value : {}
  const path = textOf(said.path) || 'datapackage.json'
  const outcome = await checked(reading, beside(reading, path), path, textOf(said.hash))
  book.add({ pointer: '/', start: 0, bytes: Buffer.alloc(0) }, outcome)
  if (isObject(said.signedData))
    reading.odd('package-signed', 'The package carries a signature. It is kept with it; Muniment does not check it.')
  yield book.take()
}

async function checked(
  { tree, signal }: Reading<WebArchiveState>,
  member: Member | undefined,
  path: string,
  labelled: string,
): Promise<Outcome> {
  if (member === undefined)
    return failed('package-file-missing', `lists “${shown(path)}”, which the package does not hold`)
  if (member.finding?.code === 'left-out') return passedOver(LEFT_OUT)
  const hasher = hasherFor(labelled)
  if (hasher === null) return passedOver(NOT_CHECKED)
  try {
    for await (const chunk of tree.set.read(member, signal, 'asked')) hasher.update(chunk)
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
    return failed('package-file-unreadable', `lists “${shown(path)}”, which cannot be read: ${error.message}`)
  }
  return agreement(labelled, hasher.digest())
    ? passedOver(AGREES)
    : failed(
        'package-digest',
        `gives a digest for “${shown(path)}” that the file does not have: it was changed or damaged after the package was made`,
      )
}

/** The file under a path as the package writes it. */
function beside({ tree, file }: Reading<WebArchiveState>, path: string): Member | undefined {
  const name = folderOf(file.member) + path.replace(/^\.?\//, '')
  return tree.set.members.find((member) => member.part === file.member.part && member.name === name)
}

function folderOf({ name }: Member): string {
  return name.slice(0, name.lastIndexOf('/') + 1)
}

async function wholeOf({ tree, signal }: Reading<WebArchiveState>, member: Member): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of tree.set.read(member, signal)) {
    size += chunk.length
    if (size <= MOST) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
