// A dialog that asks for one line of words: a reason, or what is to be taken out.
import { type FormEvent, useEffect, useState } from 'react'
import { useAction } from '../../../client/action.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)

interface Props {
  readonly title: string
  readonly about: string
  /** What is asked for; a reason unless said otherwise. */
  readonly label?: string
  readonly action: string
  readonly open: boolean
  /** What is wrong with the words, or null. */
  readonly problem?: (words: string) => string | null
  readonly onClose: () => void
  readonly onReason: (reason: string) => Promise<void>
}

/** The dialog. */
export function WhyDialog({ title, about, label = t('why'), action, open, problem, onClose, onReason }: Props) {
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  useEffect(() => {
    if (!open) return
    setWords('')
    setWrong(null)
  }, [open])
  const going = useAction(async () => {
    await onReason(words.trim())
    onClose()
  })
  const write = (next: string) => {
    setWords(next)
    setWrong(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const now = problem?.(words.trim()) ?? null
    setWrong(now)
    if (now === null) void going.go()
  }
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="soft">{about}</p>
        <Field label={label} value={words} onChange={write} error={wrong ?? undefined} required autoFocus />
        <RefusalNotice refusal={going.refusal} />
        <div className="form-actions">
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button look="strong" submit busy={going.busy}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
