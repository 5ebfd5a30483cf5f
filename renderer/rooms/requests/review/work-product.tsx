// What becomes of work product when a packet is sealed, and how the City Attorney settles it.
import { useState } from 'react'
import { reviewPolicy, reviewSetPolicy } from '../../../../shared/contract/review.ts'
import { WorkProduct } from '../../../../shared/domain/review/review.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { AttorneyOnly } from '../packets/attorney-only.tsx'
import { PacketForm } from '../packets/form.tsx'

const t = translator(en)

/** The sentence, and the button that leads to the form. */
export function WorkProductLine() {
  const [open, setOpen] = useState(false)
  const policy = useQuery(reviewPolicy, {}, ['vault']).data?.workProduct
  if (policy === undefined) return null
  return (
    <div className="form-actions start">
      <span className="soft">{t(`workProduct.${policy}`)}</span>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('workProductChange')}
      </Button>
      <Dialog title={t('workProductTitle')} open={open} onClose={() => setOpen(false)}>
        <PolicyForm policy={policy} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}

function PolicyForm({ policy, onDone }: { readonly policy: WorkProduct; readonly onDone: () => void }) {
  const [chosen, setChosen] = useState(policy)
  const settling = useAction(async () => {
    await run(reviewSetPolicy, { workProduct: chosen })
    onDone()
  })
  return (
    <PacketForm
      about={t('workProductAbout')}
      verb={t('workProductDo')}
      doing={settling}
      disabled={chosen === policy}
      onCancel={onDone}
    >
      <AttorneyOnly act={t('workProductAct')} />
      <Picker
        label={t('workProductWhat')}
        value={chosen}
        onChange={(id) => setChosen(WorkProduct.options.find((one) => one === id) ?? policy)}
        choices={WorkProduct.options.map((id) => ({ id, label: t(`workProductIs.${id}`) }))}
      />
    </PacketForm>
  )
}
