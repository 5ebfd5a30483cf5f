// A request pasted as it came: an email with its head, a notice of the portal, or bare words fill the form.
import { useState } from 'react'
import { type PastedRequest, readPastedRequest } from '../../../shared/domain/request/pasted-request.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

const t = translator(en)

/** The field, folded away until it is wanted. */
export function PasteField({ onRead }: { readonly onRead: (read: PastedRequest) => void }) {
  const { zone } = useVault().summary
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <div>
        <Button icon="copy" onPress={() => setOpen(true)}>
          {t('paste')}
        </Button>
      </div>
    )
  }
  return (
    <>
      <Field label={t('pasteField')} value={text} onChange={setText} hint={t('pasteHint')} lines={6} autoFocus />
      <div>
        <Button
          disabled={text.trim() === ''}
          onPress={() => {
            onRead(readPastedRequest(text, zone))
            setText('')
            setOpen(false)
          }}
        >
          {t('pasteRead')}
        </Button>
      </div>
    </>
  )
}
