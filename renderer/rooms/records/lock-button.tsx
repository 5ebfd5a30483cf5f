// Locking a record: the button, the ground and the reason.
import { type FormEvent, useState } from 'react'
import { recordLock } from '../../../shared/contract/correction.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { LockBasis } from '../../../shared/domain/intake/correction.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/corrections.ts'
import { en as restricted } from '../../locale/en/restricted.ts'
import { translator } from '../../locale/t.ts'
import { IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)
const tg = translator(restricted)

/** The button with its dialog. */
export function LockButton({ id }: { readonly id: RecordId }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton icon="lock" label={t('lock')} onPress={() => setOpen(true)} />
      <Dialog title={t('lockTitle')} open={open} onClose={() => setOpen(false)}>
        <LockForm id={id} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function LockForm({ id, onDone }: { readonly id: RecordId; readonly onDone: () => void }) {
  const [basis, setBasis] = useState<LockBasis>('court-sealed')
  const [reason, setReason] = useState('')
  const locking = useAction(async () => {
    await run(recordLock, { records: [id], basis, reason })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void locking.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('lockAbout')}</p>
      <Picker
        label={t('ground')}
        value={basis}
        onChange={(one) => setBasis(LockBasis.parse(one))}
        choices={LockBasis.options.map((one) => ({ id: one, label: tg(`lock.${one}`) }))}
      />
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} required />
      <FormEnd action={locking} cancel={t('cancel')} onCancel={onDone} danger disabled={reason.trim() === ''}>
        {t('lockDo')}
      </FormEnd>
    </form>
  )
}
