// What a series was said to hold, in the table of series, and the way to answer.
import type { Series } from '../../../shared/domain/schedule/series.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
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
  const letters = answer?.kinds.map((kind) => `(${kind})`).join(', ')
  const words =
    answer === undefined ? null : letters === '' ? t('holdsNone') : t('holdsKinds', { letters: letters ?? '' })
  return (
    <span className="answer-cell">
      {words !== null && <span title={`${answer?.by ?? ''}: ${answer?.basis ?? ''}`}>{words}</span>}
      <Button look="quiet" onPress={() => onAnswer(series)}>
        {t(answer === undefined ? 'answer' : 'answerAgain')}
      </Button>
    </span>
  )
}
