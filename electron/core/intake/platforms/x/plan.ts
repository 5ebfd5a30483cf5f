// Owns what will be done with each file of an export: read, kept unread with a word why, or unknown.
import type { ExportPlan, ExportTree, FilePlan } from '../../platform.ts'
import { claimedFiles } from './claims.ts'
import { READ_TYPES, readingOrder, type Shape, unreadType } from './file-type.ts'
import { mediaFoldersOf } from './media-folders.ts'
import { planFindings } from './plan-findings.ts'
import { type DataFile, type Layout, type NamedFile, type Survey, survey } from './survey.ts'

/** Files that X adds so that the archive can be looked at in a browser. */
const VIEWER =
  /(?:^|\/)(?:your archive\.html|assets\/.+\.(?:js|css|svg|png|gif|ico|woff2?|ttf|eot|otf|map|html|json|txt))$/i
/** The same of an archive of before 2018, which lays it at its root. */
const FORMER_VIEWER = /^(?:(?:css|img|lib|js)\/|index\.html$)/i
const README = /(?:^|\/)readme(?:\.txt|\.md)?$/i

/** Makes the plan: every data file with what the manifest claims of it, in reading order; then the rest. Throws the signal's reason. */
export async function plan(tree: ExportTree, signal: AbortSignal): Promise<ExportPlan> {
  const seen = await survey(tree, signal)
  const heads = new Map(seen.data.map((file) => [file.member, file]))
  const claimed = claimedFiles(tree, seen)
  const declared = new Set(claimed.files.map(({ member }) => member))
  const undeclared = seen.data.filter(({ member }) => !declared.has(member))
  const mediaFolders = mediaFoldersOf(tree, seen)
  const data = [
    ...claimed.files.map((file) => declaredPlan(file, file.claim.type, file.claim.count, heads.get(file.member))),
    ...undeclared.map((file) => dataPlan(file, file.head.type, null, remarkOn(file, seen))),
  ]
  const planned = new Set(data.map(({ member }) => member))
  const isMedia = (name: string) => mediaFolders.some((folder) => name.startsWith(`${folder}/`))
  const manifests = new Set([...seen.manifests, ...seen.grailbird].map(({ member }) => member))
  const others = tree.set.members
    .filter((member) => !planned.has(member) && member.finding === null && !isMedia(tree.nameOf(member)))
    .map((member) => otherPlan({ member, name: tree.nameOf(member) }, manifests.has(member), seen.layout))
  const used = data.filter((file) => file.use === 'records' || file.member.finding === null)
  return {
    layout: seen.layout,
    ownerHandle: seen.owner.handle,
    ownerNativeId: seen.owner.nativeId,
    generatedAt: seen.generatedAt,
    files: [...used.toSorted(inReadingOrder(heads)), ...others.toSorted(byUse)],
    absent: claimed.absent.map(({ type, name, count }) => ({ type, file: name, claimed: count })),
    mediaFolders,
    findings: planFindings(seen, claimed),
  }
}

const CONVERSATIONS = 'X counts conversations here; every message and event in them is an item besides.'
const COUNTED: Partial<Record<Shape, string>> = { conversation: CONVERSATIONS, 'conversation-header': CONVERSATIONS }
const TABLE = 'The same posts as in the files of months, in a table. Rows that repeat a post are passed over.'
const NOT_DECLARED = 'The export’s list of contents does not name this file.'

/** What is to be said of a file that no list of contents names. */
function remarkOn({ head }: DataFile, { manifests }: Survey): string | null {
  if (head.type === 'grailbird-table') return TABLE
  return manifests.length > 0 ? NOT_DECLARED : null
}

/** What the file itself says goes before what the manifest says of it. */
function declaredPlan(file: NamedFile, type: string, count: number | null, head: DataFile | undefined): FilePlan {
  if (head === undefined || head.head.type === type) return dataPlan(file, type, count, null)
  return dataPlan(
    file,
    head.head.type,
    count,
    `The export’s list of contents calls this ${type}; the file calls itself ${head.head.type}.`,
  )
}

function dataPlan({ member, name }: NamedFile, type: string, claimed: number | null, remark: string | null): FilePlan {
  const base = { member, name, type, claimed }
  const read = READ_TYPES.get(type)
  if (read !== undefined)
    return { ...base, use: 'records', group: 'records', note: remark ?? COUNTED[read.shape] ?? null }
  const why = unreadType(type)
  const note =
    why?.note ?? `A kind of data (${type}) that this version does not know. It is kept in the sealed package.`
  const group = why?.group ?? 'other'
  return {
    ...base,
    group,
    use: why === null ? 'unknown' : 'unread',
    note: remark === null ? note : `${note} ${remark}`,
  }
}

function otherPlan({ member, name }: NamedFile, isManifest: boolean, layout: Layout): FilePlan {
  const base = { member, name, claimed: null }
  if (isManifest)
    return {
      ...base,
      type: 'manifest',
      use: 'unread',
      group: 'records',
      note: 'X’s list of contents. Its counts stand in this report.',
    }
  if (VIEWER.test(name) || (layout === 'grailbird' && FORMER_VIEWER.test(name))) {
    return {
      ...base,
      type: 'viewer',
      use: 'unread',
      group: 'viewer',
      note: 'Part of X’s own viewer, with nothing of the account’s in it.',
    }
  }
  if (README.test(name))
    return { ...base, type: 'readme', use: 'unread', group: 'viewer', note: 'X’s own explanation of its files.' }
  return {
    ...base,
    type: '',
    use: 'unknown',
    note: 'Not a file that this version knows. It is kept in the sealed package.',
  }
}

function inReadingOrder(heads: ReadonlyMap<unknown, DataFile>): (one: FilePlan, other: FilePlan) => number {
  const part = ({ member, name }: FilePlan) =>
    heads.get(member)?.head.part ?? Number(/-part(\d+)\.js$/.exec(name)?.[1] ?? 0)
  return (one, other) =>
    readingOrder(one.type) - readingOrder(other.type) ||
    (one.use === 'records' ? part(one) - part(other) : 0) ||
    one.member.part - other.member.part ||
    compare(one.name, other.name)
}

const USES: readonly FilePlan['use'][] = ['unread', 'unknown']

function byUse(one: FilePlan, other: FilePlan): number {
  return (
    USES.indexOf(one.use) - USES.indexOf(other.use) || compare(one.type, other.type) || compare(one.name, other.name)
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
