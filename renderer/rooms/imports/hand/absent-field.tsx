// A field that may be not available: its own input, or why there is none.
import type { ReactNode } from 'react'
import type { AbsentField as FieldName } from '../../../../shared/domain/intake/hand-entry.ts'
import { en } from '../../../locale/en/hand.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import type { Draft, Problems } from './draft.ts'

const t = translator(en)

interface Props {
  readonly name: FieldName
  readonly absent: Draft['absent']
  readonly problems: Problems
  readonly onAbsent: (absent: Draft['absent']) => void
  /** What the box to tick says, where the field itself is not beside it. */
  readonly words?: string
  readonly children?: ReactNode
}

/** Shows `children`, or once “not available” is ticked, asks for the reason. */
export function AbsentField({ name, absent, problems, onAbsent, words, children }: Props) {
  const reason = absent[name]
  const toggle = (ticked: boolean) => {
    const { [name]: _, ...rest } = absent
    onAbsent(ticked ? { ...rest, [name]: '' } : rest)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own around one field
    <div className="absent-field" role="group" aria-label={t(`field.${name}`)}>
      {reason === undefined ? (
        children
      ) : (
        <Field
          label={`${t(`field.${name}`)}: ${t('because')}`}
          value={reason}
          onChange={(text) => onAbsent({ ...absent, [name]: text })}
          error={problems[`because ${name}`]}
          required
        />
      )}
      <label className="check">
        <input type="checkbox" checked={reason !== undefined} onChange={(event) => toggle(event.target.checked)} />
        <span>{words ?? t('absent')}</span>
      </label>
    </div>
  )
}
