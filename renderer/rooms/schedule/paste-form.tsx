// Pasting a schedule: a table, or the text of a PDF with its layout.
import { type FormEvent, useState } from 'react'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

const t = translator(en)

/** The form. */
export function PasteForm({ onPasted }: { readonly onPasted: (text: string) => void }) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onPasted(text)
  }
  return (
    <form className="form wide" onSubmit={submit}>
      <Field label={t('paste')} value={text} onChange={setText} hint={t('pasteHint')} lines={6} />
      <div className="form-actions">
        <Button submit disabled={text.trim() === ''}>
          {t('readPasted')}
        </Button>
      </div>
    </form>
  )
}
