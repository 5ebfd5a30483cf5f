// What a series was said to hold, in the table of series, and the way to answer.
import type { Series } from '../../../shared/domain/schedule/series.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import type { ShownSchedule } from './shown.ts'

const t = translator(en)

interface Props {
  readonly series: Series
  readonly answer: ShownSchedule['answers'][string] | undefined
  readonly onAnswer: (series: Series) => void
}

/** The cell. */
export function AnswerCell({ series, answer, onAnswer }: Props) {
  const { zone } = useVault().summary
  const letters = answer?.kinds.map((kind) => `(${kind})`).join(', ')
  const words =
    answer === undefined ? null : letters === '' ? t('holdsNone') : t('holdsKinds', { letters: letters ?? '' })
  return (
    <span className="answer-cell">
      {words !== null && <span>{words}</span>}
      <Button look="quiet" onPress={() => onAnswer(series)}>
        {t(answer === undefined ? 'answer' : 'answerAgain')}
      </Button>
      {answer !== undefined && (
        <span className="answered-by soft">
          <bdi>{answeredBy(answer, zone)}</bdi>
        </span>
      )}
    </span>
  )
}

/** Who answered, when, who else stands behind it, and who looked at what. */
function answeredBy({ by, at, second, basis }: ShownSchedule['answers'][string], zone: string): string {
  const when = formatInstant(at, zone, 'day')
  const who = second === null ? t('answeredBy', { by, when }) : t('answeredByTwo', { by, second, when })
  return basis === '' ? who : `${who} ${basis}`
}
