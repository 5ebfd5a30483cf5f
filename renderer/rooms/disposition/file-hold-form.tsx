// Putting one of the office's own files under a hold that is in force.
import { type FormEvent, useState } from 'react'
import { holdList } from '../../../shared/contract/hold.ts'
import { officeFileHold } from '../../../shared/contract/office-file.ts'
import { type OfficeFileRef, officeFileName } from '../../../shared/domain/disposition/office-file.ts'
import { HoldId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/office-files.ts'
import { translator } from '../../locale/t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly file: OfficeFileRef | null
  readonly onDone: () => void
}

/** The dialog; open while a file is given. */
export function FileHoldForm({ file, onDone }: Props) {
  const title = t('holdTitle', { file: file === null ? '' : officeFileName(file) })
  return (
    <Dialog title={title} open={file !== null} onClose={onDone}>
      {file && <Holding file={file} onDone={onDone} />}
    </Dialog>
  )
}

function Holding({ file: { kind, id }, onDone }: { readonly file: OfficeFileRef; readonly onDone: () => void }) {
  const { data } = useQuery(holdList, {}, ['holds'])
  const [hold, setHold] = useState<string | null>(null)
  const holding = useAction(async (number: number) => {
    await run(officeFileHold, { kind, id, hold: HoldId.parse(number) })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (hold !== null) void holding.go(Number(hold))
  }
  const standing = (data ?? []).filter(({ hold: one, ended }) => one.releasedAt === null && !ended)
  if (data !== undefined && standing.length === 0) return <Notice tone="info">{t('holdNone')}</Notice>
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('holdAbout')}</p>
      <SearchPicker
        label={t('holdWhich')}
        choices={standing.map(({ hold: one }) => ({ id: String(one.id), label: one.label, detail: one.orderedBy }))}
        value={hold}
        onChange={setHold}
        required
      />
      <FormEnd action={holding} cancel={t('cancel')} onCancel={onDone} disabled={hold === null}>
        {t('holdDo')}
      </FormEnd>
    </form>
  )
}
