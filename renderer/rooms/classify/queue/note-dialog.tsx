// A note for the decision to come: in the vault before the dialog closes.
import { type FormEvent, useEffect, useState } from 'react'
import { useAction } from '../../../client/action.ts'
import { en } from '../../../locale/en/queue.ts'
import { translator } from '../../../locale/t.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'

const t = translator(en)

interface Props {
  readonly open: boolean
  readonly note: string
  readonly onClose: () => void
  readonly onKeep: (text: string) => Promise<void>
}

/** The dialog. */
export function NoteDialog({ open, note, onClose, onKeep }: Props) {
  const [text, setText] = useState(note)
  useEffect(() => {
    if (open) setText(note)
  }, [open, note])
  const keeping = useAction(async () => {
    await onKeep(text)
    onClose()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void keeping.go()
  }
  return (
    <Dialog title={t('noteTitle')} open={open} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="soft">{t('noteAbout')}</p>
        <Field label={t('note')} value={text} onChange={setText} prose autoFocus />
        <FormEnd action={keeping} cancel={t('cancel')} onCancel={onClose}>
          {t('keep')}
        </FormEnd>
      </form>
    </Dialog>
  )
}
