// The support file: how a vault and its computer are, in versions, counts, sizes, times and codes; its schema has no place for content.
import { z } from 'zod'
import { GrantId } from '../domain/id.ts'
import { JobState } from '../domain/job.ts'
import { job, query } from './define.ts'
import { ErrorCode } from './error.ts'

const Count = z.int().nonnegative()
const Bytes = z.int().nonnegative()
const Milliseconds = z.number().nonnegative()
/** Numbers and dots; what a version has behind them is left away. */
const Version = z.string().regex(/^\d{1,6}(?:\.\d{1,6}){0,3}$/)
/** Names that the program itself gives, never a clerk: of tables, operations, platforms. */
const ProgramName = z.string().regex(/^[a-z][a-z0-9_.-]{0,60}$/)
const Stored = z.strictObject({ files: Count, bytes: Bytes })

/** Strict to the last key: what is not here cannot be in the file. */
export const SupportFile = z.strictObject({
  format: z.literal('muniment-support'),
  formatVersion: z.literal(1),
  versions: z.strictObject({
    muniment: Version,
    node: Version,
    electron: Version.nullable(),
    chrome: Version.nullable(),
    sqlite: Version,
    system: Version,
  }),
  computer: z.strictObject({
    platform: z.enum(['linux', 'darwin', 'win32', 'other']),
    processor: z.enum(['x64', 'arm64', 'other']),
    processors: Count,
    memory: Bytes,
    memoryFree: Bytes,
    diskFree: Bytes,
  }),
  vault: z.strictObject({
    practice: z.boolean(),
    formatVersion: Count,
    /** How many migrations were applied, and the time in the name of the newest. */
    migrations: Count,
    newestMigration: z
      .string()
      .regex(/^\d{8}T\d{6}$/)
      .nullable(),
  }),
  settings: z.strictObject({
    /** Version of the fold that the search index was made with. */
    fold: Count.nullable(),
    closedInOrder: z.boolean(),
    inbox: z.boolean(),
  }),
  /** Rows by table. */
  rows: z.record(ProgramName, Count),
  sizes: z.strictObject({ catalog: Bytes, log: Bytes, freePages: Bytes, objects: Stored, packages: Stored }),
  /** Accounts by platform; `other`: of platforms that this version does not know. */
  accounts: z.record(ProgramName, Count),
  accessions: z.record(z.enum(['receiving', 'complete', 'undoing', 'undone', 'other']), Count),
  /** Jobs by operation, state and code; seconds of those that ended. */
  jobs: z.array(
    z.strictObject({
      operation: ProgramName,
      state: z.union([JobState, z.literal('other')]),
      code: z.union([ErrorCode, z.literal('OTHER')]).nullable(),
      jobs: Count,
      secondsMean: z.number().nonnegative().nullable(),
      secondsMost: z.number().nonnegative().nullable(),
    }),
  ),
  /** How long it took just now to count every row, and to find the newest fifty records. */
  timings: z.strictObject({ countRows: Milliseconds, newestRecords: Milliseconds }),
})
export type SupportFile = z.infer<typeof SupportFile>

export const supportShow = query('support.show', {
  summary: 'What a support file would say of this vault and computer: no text, no name, no path.',
  input: z.strictObject({}),
  output: SupportFile,
})

export const supportWrite = job('support.write', {
  summary: 'Writes a support file as it was shown.',
  input: z.strictObject({ to: GrantId, file: SupportFile }),
  output: z.strictObject({ bytes: Bytes }),
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE', 'PRACTICE_ONLY'],
})
