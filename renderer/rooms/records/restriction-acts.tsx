// What may be done with a restricted record: reviewed for release, its ground changed, lifted.
import { useState } from 'react'
import { restrictionLift, restrictionPlace, restrictionReview } from '../../../shared/contract/restriction.ts'
import { mayBeReleased, type Restriction } from '../../../shared/domain/record/restriction.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/restricted.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'
import { RestrictForm } from './restrict-form.tsx'

const t = translator(en)
type Act = 'review' | 'withdraw' | 'change' | 'lift'

/** The buttons with their dialogs. */
export function RestrictionActs({ standing }: { readonly standing: Restriction }) {
  const [act, setAct] = useState<Act | null>(null)
  const acts: readonly Act[] = [mayBeReleased(standing) ? 'withdraw' : 'review', 'change', 'lift']
  return (
    <>
      {acts.map((one) => (
        <Button key={one} onPress={() => setAct(one)}>
          {t(one)}
        </Button>
      ))}
      <Dialog title={act === null ? '' : t(`${act}Title`)} open={act !== null} onClose={() => setAct(null)}>
        {act !== null && <Form act={act} standing={standing} onDone={() => setAct(null)} />}
      </Dialog>
    </>
  )
}

interface FormProps {
  readonly act: Act
  readonly standing: Restriction
  readonly onDone: () => void
}

function Form({ act, standing, onDone }: FormProps) {
  const { record } = standing
  const doing = useAction(async (reason: string) => {
    if (act === 'lift') await run(restrictionLift, { record, reason })
    else await run(restrictionReview, { record, release: act === 'review', reason })
    onDone()
  })
  if (act === 'change') {
    return (
      <RestrictForm
        about={t('restrictAbout')}
        act={t('changeDo')}
        standing={standing}
        onCancel={onDone}
        onDo={async (restriction) => {
          await run(restrictionPlace, { records: [record], restriction })
          onDone()
        }}
      />
    )
  }
  return (
    <ReasonForm
      about={t(`${act}About`)}
      label={t(`${act}Reason`)}
      act={t(`${act}Do`)}
      action={doing}
      cancel={t('cancel')}
      onCancel={onDone}
      onReason={(reason) => void doing.go(reason)}
    />
  )
}
