// Owns going through all WARC files of an export, each as far as it can be read.
import { type Member, MemberError } from '../../archive/archive.ts'
import type { Claims } from '../../kit/claims.ts'
import type { Survey } from '../../kit/peek.ts'
import type { EmbeddedFile } from '../../platform.ts'
import { contentChunks } from './content.ts'
import { PackingError } from './gzip.ts'
import { answerOf } from './http.ts'
import { readWarc, WarcError, type WarcRecord } from './warc.ts'

/** The members of an export that are WARC files, in the order in which they are read. */
export function warcFiles(claims: Claims): readonly Member[] {
  return [...claims].flatMap(([{ member }, { type }]) => (type === 'captures' ? [member] : []))
}

/**
 * Shows every record to `visit`, with the place of its file among `files`. Why a file ends early is told where it is read for its records.
 * Throws the signal's reason.
 */
export async function eachRecord(
  { tree }: Survey,
  files: readonly Member[],
  signal: AbortSignal,
  visit: (record: WarcRecord, place: number) => Promise<void> | void,
): Promise<void> {
  for (const [place, member] of files.entries()) {
    try {
      for await (const record of readWarc(tree.set.read(member, signal), signal, false)) await visit(record, place)
    } catch (error) {
      if (!endsFile(error)) throw error
    }
  }
}

/** Whether an error only says that a file cannot be read further. */
function endsFile(error: unknown): boolean {
  return error instanceof WarcError || error instanceof PackingError || error instanceof MemberError
}

/** The contents that are kept as files. @param kept by the place of the file and of the record in it */
export async function* keptFiles(
  { tree }: Survey,
  claims: Claims,
  kept: ReadonlyMap<string, Buffer>,
  signal: AbortSignal,
): AsyncGenerator<EmbeddedFile> {
  for (const [place, member] of kept.size === 0 ? [] : warcFiles(claims).entries()) {
    try {
      for await (const record of readWarc(tree.set.read(member, signal), signal, false)) {
        if (!kept.has(`${place} ${record.start}`)) continue
        yield { name: record.field('WARC-Target-URI'), bytes: contentChunks(await answerOf(record)) }
      }
    } catch (error) {
      if (!endsFile(error)) throw error
    }
  }
}
