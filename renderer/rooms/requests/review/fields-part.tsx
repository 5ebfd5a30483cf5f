// Fields that are redacted whole, and words that cannot be selected.
import { useState } from 'react'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import { textsOf } from '../../../../shared/domain/record/record-texts.ts'
import { phrasesOf } from '../../../../shared/domain/review/redact-record.ts'
import { occurrencesOf } from '../../../../shared/text/occurrences.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'
import type { Asking } from './asking.ts'
import { WhyDialog } from './why-dialog.tsx'

const t = translator(en)
const MOST = 8

interface Props {
  readonly record: RecordDetail
  readonly onAsk: (asking: Asking) => void
}

/** The part. */
export function FieldsPart({ record, onAsk }: Props) {
  const [asking, setAsking] = useState(false)
  const people = namesOf(record, 'people')
  const places = namesOf(record, 'place')
  const whole = (field: 'author' | 'people' | 'place') => () =>
    onAsk({ for: 'redact', words: t(`field.${field}`), make: (ground) => [{ field, ground }] })
  const redactWords = (words: string) =>
    onAsk({ for: 'redact', words, make: (ground) => [{ field: 'words', words, ground }] })
  return (
    <section className="queue-part" aria-labelledby="review-fields">
      <h2 id="review-fields">{t('fields')}</h2>
      {people.length > 0 && (
        <p className="soft">
          <PlainText text={t('peopleAre', { names: people.slice(0, MOST).join(', ') })} />
        </p>
      )}
      {places.length > 0 && (
        <p className="soft">
          <PlainText text={t('placeIs', { names: places.slice(0, MOST).join(', ') })} />
        </p>
      )}
      <div className="form-actions start">
        <Button onPress={whole('author')} disabled={record.author === ''}>
          {t('redactAuthor')}
        </Button>
        {people.length > 0 && <Button onPress={whole('people')}>{t('redactPeople')}</Button>}
        {places.length > 0 && <Button onPress={whole('place')}>{t('redactPlace')}</Button>}
        <Button onPress={() => setAsking(true)}>{t('redactWords')}</Button>
      </div>
      <WhyDialog
        title={t('wordsTitle')}
        about={t('wordsAbout')}
        label={t('wordsField')}
        action={t('redact')}
        open={asking}
        problem={(words) =>
          textsOf(record).some((text) => occurrencesOf(words, text).length > 0) ? null : t('wordsNone')
        }
        onClose={() => setAsking(false)}
        onReason={async (words) => redactWords(words)}
      />
    </section>
  )
}

function namesOf(record: RecordDetail, field: 'people' | 'place'): string[] {
  return [...new Set(phrasesOf(record, [{ field, key: 1 }]).map(({ words }) => words))]
}
