// What the record in hand may belong to, and why. It is taken by a key or a press, never by itself.

import type { Likeness, Suggestion } from '../../../../shared/domain/classify/suggestion.ts'
import { RecordKind } from '../../../../shared/domain/record/record.ts'
import type { Series } from '../../../../shared/domain/schedule/series.ts'
import { word } from '../../../locale/en/domain.ts'
import { en } from '../../../locale/en/queue.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'

const t = translator(en)

interface Props {
  readonly suggestions: readonly Suggestion[] | undefined
  readonly series: readonly Series[]
  readonly onAccept: (code: string) => void
}

/** The part. */
export function SuggestionPart({ suggestions, series, onAccept }: Props) {
  return (
    <section className="queue-part" aria-labelledby="queue-suggested">
      <h2 id="queue-suggested">{t('suggested')}</h2>
      {suggestions === undefined && <p className="soft">{t('suggesting')}</p>}
      {suggestions?.length === 0 && <p className="soft">{t('suggestNone')}</p>}
      {suggestions?.map((one, place) => (
        <div key={one.series} className="suggestion">
          <p>
            <strong>{series.find(({ code }) => code === one.series)?.title}</strong>{' '}
            <span className="soft series-code">{one.series}</span>
          </p>
          {one.rule !== null && (
            <p>
              <bdi>{t('byRule', { rule: one.rule })}</bdi>
            </p>
          )}
          {one.like.length > 0 && (
            <>
              <p className="soft">{t('likeAbout')}</p>
              <ul className="likeness">
                {one.like.map((like) => (
                  <li key={`${like.what} ${like.value}`}>
                    <bdi>{nameOf(like)}</bdi>
                    <span className="soft">{t('likeOf', { decisions: like.decisions, of: like.of })}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Button look={place === 0 ? 'strong' : 'plain'} onPress={() => onAccept(one.series)}>
            {t('assign')}
            <span className="visually-hidden">{t('accept', { series: one.series })}</span>{' '}
            {place === 0 && <kbd>{t('enterKey')}</kbd>}
          </Button>
        </div>
      ))}
    </section>
  )
}

function nameOf({ what, value }: Likeness): string {
  if (what === 'word') return t('likeWord', { value })
  if (what === 'account') return t('likeAccount', { value })
  const kind = RecordKind.safeParse(value).data
  return t('likeKind', { value: kind ? word(kind) : value })
}
