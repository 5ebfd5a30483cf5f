// A folder of files of any kind, each a record; only ever read so where a person says it (docs/formats/files.md).
import { PlatformName } from '../../../../../shared/domain/account/account.ts'
import type { ImportFinding } from '../../checkpoint.ts'
import { itemBook } from '../../kit/items.ts'
import type { ExportPlan, ExportTree, FilePlan, Platform } from '../../platform.ts'
import { readFile } from './file-record.ts'
import { madeBySystem } from './system-files.ts'

const TITLE = 'Folder of files'
const SYSTEM = 'A file that the computer’s system made for itself; nobody wrote it.'

/** Nothing speaks for it but that it holds files. */
const CONFIDENCE = 0.1

const platform: Platform = {
  name: 'files',
  parser: 'files 1',
  title: TITLE,
  excerpt: true,
  neverExported: [
    'A folder of files says nothing of who wrote a file, and where it was published; its date is when the file was last changed on some disk.',
    'Only the words of plain texts are read; those in pictures and PDFs are not.',
  ],
  // Everything in the folder was put there to be kept.
  leaveOut: [],
  recognise: async (tree) => {
    const count = filesOf(tree).filter(({ use }) => use === 'records').length
    if (count === 0) return null
    return {
      platform: PlatformName.parse('files'),
      title: TITLE,
      confidence: CONFIDENCE,
      evidence: [
        `It holds ${count === 1 ? 'a file' : `${count} files`}; every folder does. Say so if that is all it is.`,
      ],
      layout: 'files',
      ownerHandle: null,
      ownerNativeId: null,
      ownerName: null,
      generatedAt: null,
    }
  },
  mixed: async () => null,
  plan: async (tree): Promise<ExportPlan> => {
    const files = filesOf(tree)
    const records = files.filter(({ use }) => use === 'records')
    return {
      layout: 'files',
      ownerHandle: null,
      ownerNativeId: null,
      generatedAt: null,
      files,
      absent: [],
      mediaFolders: [],
      mediaNames: new Set(records.map(({ name }) => name)),
      findings: [],
    }
  },
  open: async (tree) => ({
    read: async function* (file, signal) {
      const { bytes, outcome } = await readFile(tree, file, signal)
      const book = itemBook()
      book.add({ pointer: '/', start: 0, bytes }, outcome)
      yield book.take()
    },
    findings: (): readonly ImportFinding[] => [],
    close: async () => {},
  }),
}
export default platform

const names = new Intl.Collator('en', { numeric: true })

function filesOf(tree: ExportTree): FilePlan[] {
  return tree.set.members
    .filter((member) => !tree.opened.has(member) && (member.finding === null || member.finding.effect === 'noted'))
    .map((member): FilePlan => {
      const name = tree.nameOf(member)
      const base = { member, name, claimed: null }
      return madeBySystem(name)
        ? { ...base, type: 'system file', use: 'unread', note: SYSTEM }
        : { ...base, type: 'file', use: 'records', note: null }
    })
    .sort((one, other) => names.compare(one.name, other.name) || one.member.part - other.member.part)
}
