// Recording the receipt that an archive signed for a bag: what is on the paper, and the paper itself.
import { type FormEvent, useState } from 'react'
import { transferReceipt } from '../../../shared/contract/transfer.ts'
import type { Transfer } from '../../../shared/domain/disposition/transfer.ts'
import { Digest } from '../../../shared/domain/id.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/transfers.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'

const t = translator(en)

interface Props {
  readonly transfer: Transfer | null
  readonly onDone: () => void
}

/** The dialog; open while a copy is given. */
export function ReceiptForm({ transfer, onDone }: Props) {
  return (
    <Dialog title={t('formTitle', { bag: transfer?.name ?? '' })} open={transfer !== null} onClose={onDone}>
      {transfer && <Receiving id={transfer.id} onDone={onDone} />}
    </Dialog>
  )
}

function Receiving({ id, onDone }: { readonly id: number; readonly onDone: () => void }) {
  const { zone } = useVault().summary
  const [digest, setDigest] = useState('')
  const [archive, setArchive] = useState('')
  const [signedBy, setSignedBy] = useState('')
  const [title, setTitle] = useState('')
  const [signedOn, setSignedOn] = useState<string>(() => todayIn(zone))
  const [document, setDocument] = useState<ChosenFile | null>(null)
  // On paper it may be broken into groups.
  const bag = Digest.safeParse(digest.replace(/\s/g, '').toLowerCase())
  const recording = useAction(async () => {
    if (!bag.success || document === null) return
    const signed = { archive, signedBy, title, signedOn: LocalDate.parse(signedOn) }
    await run(transferReceipt, { id, bag: bag.data, ...signed, document })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void recording.go()
  }
  const incomplete = !bag.success || document === null || archive.trim() === '' || signedBy.trim() === ''
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('formAbout')}</p>
      <Field label={t('digest')} value={digest} onChange={setDigest} lines={2} required autoFocus />
      <Field label={t('archive')} value={archive} onChange={setArchive} required />
      <Field label={t('name')} value={signedBy} onChange={setSignedBy} required />
      <Field label={t('personTitle')} value={title} onChange={setTitle} />
      <Field type="date" label={t('signedOn')} value={signedOn} onChange={setSignedOn} required />
      <FileField label={t('document')} choose={t('choose')} value={document} onChange={setDocument} />
      <p className="soft">{t('seen')}</p>
      <FormEnd action={recording} cancel={t('cancel')} onCancel={onDone} disabled={incomplete}>
        {t('save')}
      </FormEnd>
    </form>
  )
}
