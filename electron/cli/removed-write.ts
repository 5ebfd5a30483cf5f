// Under `removed`: entries written down from files and records, and what people do with them.
import { extname } from 'node:path'
import { z } from 'zod'
import { removedAct, removedDrafts, removedRead, removedWrite } from '../../shared/contract/removed.ts'
import { AccountId, RecordId } from '../../shared/domain/id.ts'
import { draftedRemoval, Removal, RemovalAct } from '../../shared/domain/office/removal.ts'
import { removalFieldWords, removalStateWords } from '../../shared/text/removal-words.ts'
import type { Answer, Context } from './command.ts'
import { UsageError } from './failure.ts'
import { accountIds } from './input/accounts.ts'
import { readJson } from './input/file.ts'
import { Day, Number1, RecordNumber, Text } from './input/schemas.ts'
import { tableCsv } from './input/table.ts'
import { counted } from './text/number.ts'

export const AddInput = z.object({
  FILE: z.string().min(1).optional(),
  record: RecordNumber.pipe(RecordId).optional(),
  account: z.string().min(1).optional(),
  column: z.array(z.string()).default([]),
  preview: z.boolean().default(false),
  sheet: z.string().optional(),
})
export const ChangeInput = z.object({ ENTRY: Number1, FILE: z.string().min(1) })
export const ActInput = z.object({
  ENTRY: Number1,
  ACT: RemovalAct,
  on: Day,
  by: z.string().trim().min(1).max(200),
  words: Text,
})

const Row = z.union([
  Removal.transform((said) => ({ account: null, said })),
  z.strictObject({ account: AccountId.nullable(), said: Removal }),
])
const Rows = z.union([Row.transform((row) => [row]), z.array(Row).max(20_000)])

/** Writes entries down: one of a record, those of a JSON file, or the rows of a table. */
export async function addRemoved(context: Context, input: z.output<typeof AddInput>): Promise<Answer> {
  const { FILE, record } = input
  if ((FILE === undefined) === (record === undefined)) throw new UsageError('Say either a file or --record NUMBER.')
  const [account = null] = await accountIds(context.vault, input.account === undefined ? [] : [input.account])
  if (record !== undefined) return addOfRecord(context, record)
  const { rows, known, problems } = await readEntries(context, FILE ?? '', input)
  const already = known === 0 ? [] : [`${counted(known, 'row')} stood in the log already.`]
  if (input.preview) {
    return {
      value: { rows, known, problems },
      lines: [`${counted(rows.length, 'entry', 'entries')} would be written down.`, ...already, ...problems],
    }
  }
  const ids: number[] = []
  for (const row of rows) {
    const { id } = await context.vault.ask(removedWrite, { id: null, account: row.account ?? account, said: row.said })
    ids.push(id)
  }
  return {
    value: { entries: ids, known, problems },
    lines: [`${counted(ids.length, 'entry', 'entries')} written down.`, ...already, ...problems],
    unexplained: problems.length > 0,
  }
}

async function addOfRecord({ vault }: Context, record: RecordId): Promise<Answer> {
  const { drafts } = await vault.ask(removedDrafts, { before: RecordId.parse(record + 1), limit: 1 })
  const draft = drafts.find((one) => one.record === record)
  const made = await vault.ask(removedWrite, {
    id: null,
    record,
    said: draft === undefined ? Removal.parse({ kind: 'content' }) : draftedRemoval(draft),
  })
  const missing = made.open.map((field) => removalFieldWords[field]).join('; ')
  const left = made.open.length === 0 ? 'Nothing is left to be said.' : `Still to be said: ${missing}.`
  return { value: { entries: [made.id], open: made.open }, lines: [`Entry ${made.id} is written down. ${left}`] }
}

async function readEntries(
  { vault, surroundings: { folder } }: Context,
  file: string,
  { column, sheet }: z.output<typeof AddInput>,
) {
  if (extname(file).toLowerCase() === '.json') return { rows: readJson(folder, file, Rows), known: 0, problems: [] }
  const csv = await tableCsv(vault, folder, file, sheet)
  const columns = column.length === 0 ? null : column.map((one) => (one === '-' ? null : one))
  return vault.ask(removedRead, { csv, columns })
}

/** Writes another wording of an entry down. */
export async function changeRemoved(
  { vault, surroundings }: Context,
  { ENTRY: id, FILE }: z.output<typeof ChangeInput>,
): Promise<Answer> {
  const said = readJson(surroundings.folder, FILE, Removal)
  const made = await vault.ask(removedWrite, { id, said })
  const missing = made.open.map((field) => removalFieldWords[field]).join('; ')
  return {
    value: made,
    lines: [made.open.length === 0 ? `Entry ${id} says all.` : `Entry ${id} still lacks: ${missing}.`],
  }
}

/** Writes down what somebody did with an entry. */
export async function actOnRemoved({ vault }: Context, input: z.output<typeof ActInput>): Promise<Answer> {
  const { ENTRY: id, ACT: act, ...rest } = input
  const { state } = await vault.ask(removedAct, { id, act, ...rest })
  return { value: { id, state }, lines: [`Entry ${id}: ${removalStateWords[state].toLowerCase()}.`] }
}
