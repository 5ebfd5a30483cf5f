// The redactions of the record in hand, one by one, each with its ground and how often its words stand elsewhere in the record.

import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import { textsOf } from '../../../../shared/domain/record/record-texts.ts'
import { groundKeys } from '../../../../shared/domain/review/ground-keys.ts'
import { phrasesOf } from '../../../../shared/domain/review/redact-record.ts'
import type { Redaction } from '../../../../shared/domain/review/review.ts'
import { occurrencesOf } from '../../../../shared/text/occurrences.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { IconButton } from '../../../ui/button.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'
import type { ReviewDesk } from './desk.ts'
import { unredacting } from './drafts.ts'
import type { Stand } from './fetched.ts'
import { shortName } from './files-part.tsx'
import { GroundWords } from './ground-words.tsx'

const t = translator(en)

interface Props {
  readonly desk: ReviewDesk
  readonly record: RecordDetail
  readonly stand: Stand
}

/** The list. */
export function RedactionList({ desk, record, stand }: Props) {
  const redactions = stand.decision?.redactions ?? []
  const { keyOf } = groundKeys()
  return (
    <section className="queue-part" aria-labelledby="review-redactions">
      <h2 id="review-redactions">{t('redactions')}</h2>
      {redactions.length === 0 && <p className="soft">{t('noRedactions')}</p>}
      <ul className="redaction-list">
        {redactions.map((one, place) => {
          const what = nameOf(record, one)
          const key = keyOf(one.ground)
          const again = againIn(record, one)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be redacted twice, and only the place tells them apart
            <li key={place}>
              <span className="ground-key" role="img" aria-label={t('ground', { key })}>
                {key}
              </span>
              <div>
                <PlainText text={what} />
                <GroundWords ground={one.ground} />
                {again > 0 && <p className="soft">{t('again', { count: again })}</p>}
              </div>
              <IconButton
                icon="close"
                label={t('takeOff', { what })}
                onPress={() =>
                  void desk.decide(
                    record.id,
                    (now) => (now.decision === null ? null : unredacting(now.decision, place)),
                    false,
                  )
                }
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What a redaction takes out, in words. */
function nameOf(record: RecordDetail, one: Redaction): string {
  if (one.field === 'text')
    return record.versions.find(({ digest }) => digest === one.version)?.text.slice(one.from, one.to) ?? ''
  if (one.field === 'words') return t('wordsAnywhere', { words: one.words })
  if (one.field !== 'media' && one.field !== 'page' && one.field !== 'edit') return t(`field.${one.field}`)
  const item = record.versions.flatMap(({ media }) => media).find(({ digest }) => digest === one.digest)
  const name = shortName(item?.name ?? '')
  if (one.field === 'page') return t('pageBoxes', { count: one.boxes.length, page: one.page, name })
  if (one.field === 'edit') return t('fileEdited', { name })
  return one.boxes.length === 0 ? t('fileWhole', { name }) : t('fileBoxes', { count: one.boxes.length, name })
}

/** How often what a stretch says stands elsewhere in the record, where it is taken out, too. */
function againIn(record: RecordDetail, one: Redaction): number {
  if (one.field !== 'text') return 0
  const { ground: _, ...bare } = one
  const [phrase] = phrasesOf(record, [{ ...bare, key: 1 }])
  if (phrase === undefined) return 0
  const all = textsOf(record).reduce((sum, text) => sum + occurrencesOf(phrase.words, text).length, 0)
  return Math.max(0, all - 1)
}
