// Restricting a record: the button with its dialog.
import { useState } from 'react'
import { restrictionPlace } from '../../../shared/contract/restriction.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/restricted.ts'
import { translator } from '../../locale/t.ts'
import { IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RestrictForm } from './restrict-form.tsx'

const t = translator(en)

/** The button. */
export function RestrictButton({ id }: { readonly id: RecordId }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <IconButton icon="hidden" label={t('restrict')} onPress={() => setOpen(true)} />
      <Dialog title={t('restrictTitle')} open={open} onClose={close}>
        <RestrictForm
          about={t('restrictAbout')}
          act={t('restrictDo')}
          onCancel={close}
          onDo={async (restriction) => {
            await run(restrictionPlace, { records: [id], restriction })
            close()
          }}
        />
      </Dialog>
    </>
  )
}
