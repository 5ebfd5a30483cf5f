// The first signature of a hand-over: to whom, why, and whether the one who goes acts on.
import { useState } from 'react'
import { handoverGive } from '../../../shared/contract/handover.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { usePeopleHere, useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { Picker } from '../../ui/picker.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'

const t = translator(en)

interface Props {
  readonly giver: PersonId
  readonly onDone: () => void
}

/** The form. */
export function HandoverForm({ giver, onDone }: Props) {
  const { people } = useVault()
  const [successor, setSuccessor] = useState('')
  const [missing, setMissing] = useState(false)
  const [ends, setEnds] = useState(false)
  const name = people.get(giver)?.name ?? ''
  const others = usePeopleHere().filter(({ id }) => id !== giver)
  const give = useAction(async (reason: string) => {
    setMissing(successor === '')
    if (successor === '') return
    await run(handoverGive, { to: PersonId.parse(successor), reason, ends })
    onDone()
  })
  return (
    <>
      <Picker
        label={t('successor')}
        choices={others.map(({ id, name, title }) => ({ id, label: name, detail: title }))}
        value={successor === '' ? null : successor}
        onChange={setSuccessor}
        required
        error={missing ? t('successorMissing') : undefined}
      />
      <label className="check">
        <input type="checkbox" checked={ends} onChange={(event) => setEnds(event.target.checked)} />
        <span>{t('handoverEnds', { name })}</span>
      </label>
      <ReasonForm
        about={t('handoverSteps', { name })}
        act={t('handoverDo')}
        label={t('reason')}
        action={give}
        cancel={t('cancel')}
        onCancel={onDone}
        onReason={(reason) => void give.go(reason)}
      />
    </>
  )
}
