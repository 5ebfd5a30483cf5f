// What a person must look at before the PDFs of the next packet may claim PDF/UA.
import { useState } from 'react'
import type { RequestId } from '../../../../shared/domain/id.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Questions } from './questions.tsx'

const t = translator(en)

/** The button and its dialog. */
export function AccessButton({ request }: { readonly request: RequestId }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('access')}
      </Button>
      <Dialog title={t('access')} open={open} onClose={() => setOpen(false)} closing={t('close')}>
        {open && <Questions request={request} production={null} />}
      </Dialog>
    </>
  )
}
