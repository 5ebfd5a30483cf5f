// The law of every parser: no crash, and every outcome is a record, or a finding in words. Judges one export read by one platform.

import { MemberError } from '../../../electron/core/intake/archive/archive.ts'
import type { ImportFinding } from '../../../electron/core/intake/checkpoint.ts'
import type { ReadItem } from '../../../electron/core/intake/draft.ts'
import type { ExportTree, Platform } from '../../../electron/core/intake/platform.ts'
import { judgeItem } from './law-item.ts'
import type { Files } from './mutate-files.ts'

/** The law that was broken, where, and how. */
export interface Breach {
  readonly platform: string
  readonly law: 'crash' | 'nameless' | 'silent' | 'unstorable' | 'misplaced'
  readonly file: string | null
  readonly what: string
}

/** What reading came to. */
export interface Judged {
  readonly recognised: boolean
  readonly records: number
  /** Items that could not be understood. */
  readonly failed: number
  /** Files that could not be read to their end. */
  readonly unreadable: number
  /** Everything that was said of the export besides its records. */
  readonly findings: number
  /** Items of each file, by name. */
  readonly items: ReadonlyMap<string, number>
  readonly breaches: readonly Breach[]
}

const NOT_ITS: Judged = {
  recognised: false,
  records: 0,
  failed: 0,
  unreadable: 0,
  findings: 0,
  items: new Map(),
  breaches: [],
}
const never = new AbortController().signal

/**
 * Reads an export as an import does.
 * @param said whether a clerk said that it is this platform's: it is then read whether it is recognised or not
 * @param before items that each file gave while the export was sound: a file that gave some may not fall silent
 * @param folder for what does not fit into memory
 */
export async function judge(
  platform: Platform,
  tree: ExportTree,
  files: Files,
  said: boolean,
  before: ReadonlyMap<string, number>,
  folder: string,
): Promise<Judged> {
  const { name } = platform
  const breaches: Breach[] = []
  const breach = (law: Breach['law'], file: string | null, what: string) =>
    breaches.push({ platform: name, law, file, what })
  const items = new Map<string, number>()
  let records = 0
  let failed = 0
  let unreadable = 0
  let told = 0
  const judged = (recognised: boolean): Judged => {
    return { recognised, records, failed, unreadable, findings: failed + unreadable + told, items, breaches }
  }
  try {
    const recognition = await platform.recognise(tree, never)
    if (recognition === null && !said) return NOT_ITS
    if (recognition !== null && recognition.evidence.length === 0)
      breach('nameless', null, 'recognised without evidence')
    const mixed = await platform.mixed(tree, never)
    if (mixed !== null && !isSentence(mixed)) breach('nameless', null, `mixed: ${mixed}`)
    const plan = await platform.plan(tree, never)
    for (const { sentence } of plan.findings) if (!isSentence(sentence)) breach('nameless', null, sentence)
    for (const file of plan.files)
      if (file.use === 'unread' && (file.note ?? '') === '') breach('nameless', file.name, 'unread without a reason')
    const reader = await platform.open(tree, plan, folder, never)
    for (const file of plan.files) {
      if (file.use !== 'records') continue
      const content = files.get(file.member.name) ?? Buffer.alloc(0)
      const read = await readFile(reader.read(file, never), (item, nth) => {
        if (item.outcome.type === 'record') records += 1
        if (item.outcome.type === 'failed') failed += 1
        for (const [law, what] of judgeItem(item, nth, content)) breach(law, file.name, what)
      })
      const said = reader.findings()
      for (const { sentence } of said) if (!isSentence(sentence)) breach('nameless', file.name, sentence)
      told += said.length
      if (read.damaged) unreadable += 1
      items.set(file.name, read.items)
      if (isSilent(read, said, before.get(file.name) ?? 0, content))
        breach('silent', file.name, content.toString('utf8', 0, 300))
    }
    await reader.close()
    return judged(recognition !== null)
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    breach('crash', null, what)
    return judged(true)
  }
}

async function readFile(
  groups: AsyncIterable<readonly ReadItem[]>,
  each: (item: ReadItem, nth: number) => void,
): Promise<{ readonly items: number; readonly damaged: boolean }> {
  let nth = 0
  try {
    for await (const group of groups) for (const item of group) each(item, nth++)
    return { items: nth, damaged: false }
  } catch (error) {
    if (!(error instanceof MemberError) || !isSentence(error.finding.sentence)) throw error
    return { items: nth, damaged: true }
  }
}

/** Whether a file that gave items gives nothing at all, not even a word, though something is left in it. */
function isSilent(
  read: { readonly items: number; readonly damaged: boolean },
  told: readonly ImportFinding[],
  before: number,
  content: Buffer,
): boolean {
  if (before === 0 || read.items > 0 || read.damaged || told.length > 0) return false
  const words = content.toString('latin1').replace(/<[^>]*>|"[^"]*"\s*:/g, '')
  return words.replace(/[^\p{L}\p{N}]/gu, '').length > 600
}

const isSentence = (text: string) => text.length > 10 && /[.!?)”’]$/.test(text.trim())
