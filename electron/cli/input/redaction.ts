// Words that are to be redacted in a record, as redactions of its texts.
import { recordShow } from '../../../shared/contract/record.ts'
import { reviewDecide, reviewShow } from '../../../shared/contract/review.ts'
import type { RecordId, RequestId } from '../../../shared/domain/id.ts'
import type { AppliedGround, Redaction } from '../../../shared/domain/review/review.ts'
import { occurrencesOf } from '../../../shared/text/occurrences.ts'
import type { Vault } from '../vault/vault.ts'

interface Wanted {
  readonly request: RequestId
  readonly record: RecordId
  readonly words: string
  readonly ground: AppliedGround
}

/**
 * Redacts every occurrence in every version's text; words that stand elsewhere alone are redacted wherever the record says them.
 * @returns in how many places
 * @throws MunimentError what the vault refuses
 */
export async function redactWords(vault: Vault, { request, record, words, ground }: Wanted) {
  const { versions } = await vault.ask(recordShow, { id: record })
  const { decision, history } = await vault.ask(reviewShow, { request, record })
  const stretches = versions.flatMap(({ digest, text }) =>
    occurrencesOf(words, text).map(({ from, to }): Redaction => ({ field: 'text', version: digest, from, to, ground })),
  )
  const more: Redaction[] = stretches.length > 0 ? stretches : [{ field: 'words', words, ground }]
  const before = decision?.outcome === 'redact' ? decision : null
  await vault.ask(reviewDecide, {
    request,
    records: [record],
    decision: {
      ...{ outcome: 'redact', grounds: [], reason: before?.reason ?? '' },
      redactions: [...(before?.redactions ?? []), ...more],
      ...(decision?.read === undefined ? {} : { read: decision.read }),
    },
    seen: versions.map(({ digest }) => digest),
    known: history.length,
  })
  return { record, places: more.length }
}
