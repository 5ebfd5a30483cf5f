// Taking records and files of the office out of a plan: they stay, and what is left is still approved.
import { type FormEvent, useState } from 'react'
import { type PlanState, purgeStrike } from '../../../shared/contract/approval.ts'
import type { OfficeFileRef } from '../../../shared/domain/disposition/office-file.ts'
import { recordNumbers } from '../../../shared/domain/record/record-numbers.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/destruction.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FilesField } from './files-field.tsx'

const t = translator(en)

interface Props {
  readonly state: PlanState
  readonly open: boolean
  readonly onDone: () => void
}

/** The dialog. */
export function StrikeForm({ state, open, onDone }: Props) {
  return (
    <Dialog title={t('strikeTitle')} open={open} onClose={onDone}>
      <Striking state={state} onDone={onDone} />
    </Dialog>
  )
}

function Striking({ state, onDone }: Omit<Props, 'open'>) {
  const [numbers, setNumbers] = useState('')
  const [files, setFiles] = useState<readonly OfficeFileRef[]>([])
  const [reason, setReason] = useState('')
  const [mates, setMates] = useState(0)
  const { records, wrong } = recordNumbers(numbers)
  const striking = useAction(async () => {
    const { withThread } = await run(purgeStrike, {
      ...{ plan: state.plan, records: [...records], reason },
      files: [...files],
    })
    if (withThread === 0) onDone()
    else setMates(withThread)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void striking.go()
  }
  if (mates > 0) return <WithThread count={mates} onDone={onDone} />
  const out = new Set(state.struckFiles.map(({ kind, id }) => `${kind} ${id}`))
  const left = state.files.filter(({ kind, id }) => !out.has(`${kind} ${id}`))
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('strikeAbout')}</p>
      <Field
        label={t('strikeNumbers')}
        value={numbers}
        onChange={setNumbers}
        error={wrong === null ? undefined : t('noNumber', { word: wrong })}
        lines={3}
        autoFocus
      />
      {left.length > 0 && <FilesField files={left} chosen={files} onChange={setFiles} />}
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} required />
      <FormEnd
        action={striking}
        cancel={t('cancel')}
        onCancel={onDone}
        disabled={wrong !== null || records.length + files.length === 0 || reason.trim() === ''}
      >
        {t('strikeDo')}
      </FormEnd>
    </form>
  )
}

function WithThread({ count, onDone }: { readonly count: number; readonly onDone: () => void }) {
  return (
    <div className="form">
      <Notice tone="info">{t('strikeMates', { count })}</Notice>
      <div className="form-actions">
        <Button look="strong" onPress={onDone}>
          {t('ok')}
        </Button>
      </div>
    </div>
  )
}
