// Tables read by a person's word of what their columns are: CSV, JSON, JSON Lines and workbooks (docs/formats/tables.md).
import {
  fieldColumns,
  type MappingRules,
  neededColumns,
  TABLE_PLATFORM,
} from '../../../../shared/domain/intake/mapping.ts'
import type { ImportFinding } from '../checkpoint.ts'
import type { ReadItem } from '../draft.ts'
import { looksLikeMedia, mediaFinder } from '../kit/media-finder.ts'
import type { About, Reading } from '../kit/spec.ts'
import type { ExportPlan, ExportTree, FilePlan, Platform } from '../platform.ts'
import { again } from './again.ts'
import { fitOf } from './fit.ts'
import type { Layout } from './mapped-row.ts'
import { problemBook } from './problems.ts'
import { recogniseTable } from './recognise.ts'
import { recordOfRow } from './row-record.ts'
import { rowReader } from './rows.ts'
import { type TableFile, type TableForm, tablesIn } from './table.ts'

/** A mapping as an import uses it. `digest` is over the canonical JSON of its rules, in hexadecimal. */
export interface AppliedMapping {
  readonly name: string
  readonly version: number
  readonly digest: string
  readonly rules: MappingRules
}

const READER = 'mapped 2'

/** The platform that reads tables with a mapping. */
export function mappedPlatform({ name, version, digest, rules }: AppliedMapping): Platform {
  return {
    name: TABLE_PLATFORM,
    parser: `${READER}, mapping “${name}” version ${version} (SHA-256 ${digest})`,
    title: `tables of the mapping “${name}”`,
    neverExported: ['A table holds what somebody put into it, and nothing says whether that is all.'],
    excerpt: true,
    leaveOut: [],
    recognise: async (tree, signal) => {
      const plan = await planFor(tree, rules, signal)
      return plan.files.some(({ use }) => use === 'records') ? recogniseTable(tree, signal) : null
    },
    mixed: async () => null,
    plan: (tree, signal) => planFor(tree, rules, signal),
    open: async (tree, plan, _folder, signal) => readerOf(tree, plan, rules, signal),
  }
}

/** How tables of a form lie in their files, by a mapping. A row of headings has all its fields; objects leave out what they do not have. */
export function layoutOf(rules: MappingRules, form: TableForm): Layout {
  const { sheet, list, header } = rules
  const hasHeadings = form === 'csv' || form === 'xlsx'
  return { sheet, list, header, known: hasHeadings ? { all: fieldColumns(rules), any: [] } : neededColumns(rules) }
}

async function planFor(tree: ExportTree, rules: MappingRules, signal: AbortSignal): Promise<ExportPlan> {
  const tables = await tablesIn(tree, signal)
  const files: FilePlan[] = []
  const forms = new Set<string>()
  for (const table of tables) {
    const fit = await fitOf(tree, table, layoutOf(rules, table.form), signal)
    if (fit.fits) forms.add(table.form)
    files.push(planOf(table, fit.fits, fit.note))
  }
  const planned = new Set(files.map(({ member }) => member))
  const media = tree.set.members.filter(
    (member) => !planned.has(member) && member.finding === null && looksLikeMedia(tree.nameOf(member)),
  )
  return {
    layout: `${[...forms].sort().join(' and ') || 'table'} of ${rules.platform}`,
    ownerHandle: null,
    ownerNativeId: null,
    generatedAt: null,
    files,
    absent: [],
    mediaFolders: [],
    mediaNames: new Set(media.map((member) => tree.nameOf(member))),
    findings: [],
  }
}

function planOf({ member, name, form }: TableFile, fits: boolean, note: string | null): FilePlan {
  return { member, name, type: `rows ${form}`, claimed: null, use: fits ? 'records' : 'unread', note }
}

const ABOUT: About = { layout: 'table', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null }

async function readerOf(tree: ExportTree, plan: ExportPlan, rules: MappingRules, looking: AbortSignal) {
  const media = mediaFinder(plan.mediaNames ?? new Set())
  const forms = new Map((await tablesIn(tree, looking)).map(({ member, form }) => [member, form]))
  let findings: ImportFinding[] = []
  return {
    read: async function* (file: FilePlan, signal: AbortSignal): AsyncGenerator<readonly ReadItem[]> {
      const form = forms.get(file.member)
      if (form === undefined) return
      const problems = problemBook()
      const ids = new Set<string>()
      const reading: Reading<null> = { tree, file, about: ABOUT, state: null, media, odd: () => {}, signal }
      const read = rowReader<null>(form, layoutOf(rules, form), (row) => {
        const { outcome, problems: found } = recordOfRow(row, rules, media)
        for (const problem of found) problems.add(row.where, problem)
        for (const problem of again(outcome.type === 'record' ? outcome.draft : null, ids))
          problems.add(row.where, problem)
        return outcome
      })
      try {
        yield* read(reading)
      } finally {
        for (const { code, sentence } of problems.sentences())
          findings.push({ code, file: file.name, position: null, sentence })
      }
    },
    findings: () => {
      const found = findings
      findings = []
      return found
    },
    close: async () => {},
  }
}
