// What the attorney checked, before a rule is confirmed or a confirmation taken back.
import { type FormEvent, useState } from 'react'
import type { Refusal } from '../../../shared/contract/error.ts'
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'

const t = translator(en)

interface Props {
  readonly about: string
  readonly act: string
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly onStatement: (statement: string) => void
  readonly onCancel: () => void
}

/** The form. */
export function StatementForm({ about, act, busy, refusal, onStatement, onCancel }: Props) {
  const [statement, setStatement] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onStatement(statement)
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{about}</p>
      <Field
        label={t('statement')}
        value={statement}
        onChange={setStatement}
        hint={t('statementHint')}
        lines={3}
        required
        autoFocus
      />
      <RefusalNotice refusal={refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  )
}
