// What can be done with a request besides answering it: split, merged, closed, reopened …
import { useState } from 'react'
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { DeedForm } from './deed-form.tsx'
import { type Deed, deedsOf } from './deeds.ts'

const t = translator(en)

/** The menu and its dialogs. */
export function DeedMenu({ request }: { readonly request: RequestDetail }) {
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  return (
    <>
      <MenuButton
        label={t('deeds')}
        button={
          <>
            <span>{t('deeds')}</span>
            <Icon name="down" />
          </>
        }
        entries={deedsOf(request).map((id) => ({ id, label: t(`deed.${id}`), run: () => setDeed(id) }))}
      />
      <Dialog title={deed ? t(`deed.${deed}`) : ''} open={deed !== null} onClose={close}>
        {deed && <DeedForm request={request} deed={deed} onDone={close} />}
      </Dialog>
    </>
  )
}
