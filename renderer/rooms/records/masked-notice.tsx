// What is masked in a source, and showing it: asked first, written into the ledger, taken back by one press.
import { useState } from 'react'
import { recordUnmask } from '../../../shared/contract/record.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'

const t = translator(en)

interface Props {
  readonly id: RecordId
  readonly version: number
  /** How many values there are to mask. */
  readonly count: number
  readonly shown: boolean
  readonly onShow: (shown: boolean) => void
}

/** The notice above a source; nothing where nothing is masked. */
export function MaskedNotice({ id, version, count, shown, onShow }: Props) {
  const [asking, setAsking] = useState(false)
  const showing = useAction(async () => {
    await run(recordUnmask, { id, version })
    setAsking(false)
    onShow(true)
  })
  if (count === 0) return null
  if (shown) {
    return (
      <Notice tone="warn" actions={<Button onPress={() => onShow(false)}>{t('mask')}</Button>}>
        {t('unmasked')}
      </Notice>
    )
  }
  return (
    <>
      <Notice tone="info" actions={<Button onPress={() => setAsking(true)}>{t('unmask')}</Button>}>
        {t('masked', { count })}
      </Notice>
      <Dialog title={t('unmaskTitle')} open={asking} onClose={() => setAsking(false)}>
        <p>{t('unmaskAbout')}</p>
        <RefusalNotice refusal={showing.refusal} />
        <div className="form-actions">
          <Button look="quiet" onPress={() => setAsking(false)}>
            {t('cancel')}
          </Button>
          <Button look="strong" busy={showing.busy} onPress={() => void showing.go()}>
            {t('unmaskNow')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
