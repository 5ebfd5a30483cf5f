// What patterns and lists of names find in the record in hand: each is redacted by the reviewer, or ignored.
import { useState } from 'react'
import { namesFound } from '../../../../shared/contract/names.ts'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import { groundKeys, keyed } from '../../../../shared/domain/review/ground-keys.ts'
import { phrasesOf, redactedStretches } from '../../../../shared/domain/review/redact-record.ts'
import type { ReviewDecision } from '../../../../shared/domain/review/review.ts'
import { type PersonalDataKind, personalDataIn } from '../../../../shared/text/personal-data.ts'
import type { Output } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'
import type { Asking } from './asking.ts'

const t = translator(en)

interface Proposal {
  /** What its pattern says that it is, or the list that names it. */
  readonly kind: PersonalDataKind | { readonly list: string }
  readonly words: string
  readonly version: RecordDetail['versions'][number]
  readonly from: number
  readonly to: number
}

interface Props {
  readonly record: RecordDetail
  readonly decision: ReviewDecision | null
  readonly onAsk: (asking: Asking) => void
}

/** The part; nothing where nothing is proposed. */
export function ProposalsPart({ record, decision, onAsk }: Props) {
  const [ignored, setIgnored] = useState<ReadonlySet<string>>(new Set())
  const listed = useQuery(namesFound, { record: record.id }, ['requests', 'records'], 2000).data ?? []
  const open = proposalsIn(record, decision, listed).filter(({ words }) => !ignored.has(words))
  if (open.length === 0) return null
  return (
    <section className="queue-part" aria-labelledby="review-proposals">
      <h2 id="review-proposals">{t('proposals')}</h2>
      <p className="soft">{t('proposalsAbout')}</p>
      <ul className="proposal-list">
        {open.map(({ kind, words, version, from, to }) => (
          <li key={`${version.digest} ${from}`}>
            <div>
              <span className="soft">
                {typeof kind === 'string' ? t(`kind.${kind}`) : t('kindListed', { list: kind.list })}
              </span>
              <PlainText text={words} />
            </div>
            <div className="form-actions start">
              <Button
                onPress={() =>
                  onAsk({
                    for: 'redact',
                    words,
                    make: (ground) => [{ field: 'text', version: version.digest, from, to, ground }],
                  })
                }
              >
                {t('acceptOne')}
                <span className="visually-hidden">{t('acceptName', { words })}</span>
              </Button>
              <Button look="quiet" onPress={() => setIgnored(new Set([...ignored, words]))}>
                {t('ignore')}
                <span className="visually-hidden">{t('ignoreName', { words })}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What patterns and lists find and no redaction takes out yet, each words once. */
function proposalsIn(
  record: RecordDetail,
  decision: ReviewDecision | null,
  listed: Output<typeof namesFound>,
): Proposal[] {
  const redactions = keyed(decision?.redactions ?? [], groundKeys().keyOf)
  const phrases = phrasesOf(record, redactions)
  const found = new Map<string, Proposal>()
  for (const version of record.versions.toReversed()) {
    const gone = redactedStretches(version, redactions, phrases)
    const stays = (at: number) => !gone.some((one) => one.from <= at && at < one.to)
    const named = listed.flatMap(({ list, version: of, from, to }) =>
      of === version.digest ? [{ kind: { list }, from, to }] : [],
    )
    for (const { kind, from, to } of [...named, ...personalDataIn(version.text)]) {
      const words = version.text.slice(from, to)
      const left = words.split('').some((unit, place) => /[\p{L}\p{N}]/u.test(unit) && stays(from + place))
      if (left && !found.has(words)) found.set(words, { kind, words, version, from, to })
    }
  }
  return [...found.values()]
}
