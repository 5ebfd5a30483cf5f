// What the City's ordinance says of a ground that the CPRA would let it use: not answered yet, no with who said so and why, or yes.
import type { OrdinanceAnswer } from '../../../../shared/domain/review/review.ts'
import { en } from '../../../locale/en/ordinance.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { Picker } from '../../../ui/picker.tsx'

const t = translator(en)

const CHOICES = ['open', 'no', 'yes'] as const

interface Props {
  /** Undefined where it is not answered. */
  readonly answer: OrdinanceAnswer | undefined
  readonly onAnswer: (answer: OrdinanceAnswer | undefined) => void
}

/** The question, and what its answer asks for. */
export function OrdinanceField({ answer, onAnswer }: Props) {
  const chosen = answer === undefined ? 'open' : answer.requiresRelease ? 'yes' : 'no'
  const choose = (id: string) =>
    onAnswer(id === 'open' ? undefined : { by: '', why: '', ...answer, requiresRelease: id === 'yes' })
  return (
    <>
      <Picker
        label={t('ask')}
        hint={t('hint')}
        choices={CHOICES.map((id) => ({ id, label: t(`choice.${id}`) }))}
        value={chosen}
        onChange={choose}
      />
      {answer !== undefined && <OrdinanceWords answer={answer} onAnswer={onAnswer} />}
    </>
  )
}

/** Who answered, and why. */
export function OrdinanceWords({
  answer,
  onAnswer,
}: {
  readonly answer: OrdinanceAnswer
  readonly onAnswer: (answer: OrdinanceAnswer) => void
}) {
  return (
    <>
      <Field
        label={t('by')}
        hint={t('byHint')}
        value={answer.by}
        onChange={(by) => onAnswer({ ...answer, by })}
        required
      />
      {!answer.requiresRelease && (
        <Field
          label={t('why')}
          hint={t('whyHint')}
          value={answer.why}
          onChange={(why) => onAnswer({ ...answer, why })}
          lines={2}
          required
        />
      )}
    </>
  )
}

/** What an answer still lacks, in a sentence; null where it says who and why. */
export function ordinanceLacks(answer: OrdinanceAnswer | undefined): string | null {
  if (answer === undefined) return null
  if (answer.by.trim() === '') return t('byMissing')
  return !answer.requiresRelease && answer.why.trim() === '' ? t('whyMissing') : null
}
