// Making one version of a record a record of its own.
import { useState } from 'react'
import { recordSeparate } from '../../../shared/contract/correction.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/corrections.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'

const t = translator(en)

interface Props {
  readonly record: RecordId
  readonly version: number
  readonly onGo: (id: RecordId) => void
}

/** The button of a version; the new record is shown once it is there. */
export function SeparateButton({ record, version, onGo }: Props) {
  const [open, setOpen] = useState(false)
  const separating = useAction(async (reason: string) => {
    const made = await run(recordSeparate, { record, version, reason })
    setOpen(false)
    onGo(made.record)
  })
  return (
    <div className="form-actions start">
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('separate', { number: version })}
      </Button>
      <Dialog title={t('separateTitle', { number: version })} open={open} onClose={() => setOpen(false)}>
        <ReasonForm
          about={t('separateAbout')}
          label={t('separateReason')}
          act={t('separateDo')}
          action={separating}
          cancel={t('cancel')}
          onCancel={() => setOpen(false)}
          onReason={(reason) => void separating.go(reason)}
        />
      </Dialog>
    </div>
  )
}
