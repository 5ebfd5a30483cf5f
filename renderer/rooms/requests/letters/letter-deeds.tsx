// What can be done with a letter: sign it, print it, say that it was sent, put it aside.
import { useState } from 'react'
import { letterDiscard, letterDocx, letterPrint, letterSent } from '../../../../shared/contract/letter.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import { useAction } from '../../../client/action.ts'
import { run, start } from '../../../client/call.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { useJobs } from '../../../client/jobs.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { ReasonForm } from '../../../ui/reason-form.tsx'
import { SentForm } from './sent-form.tsx'
import type { ShownLetter } from './shown.ts'
import { SignButton } from './sign-button.tsx'
import { TranslateForm } from './translate-form.tsx'

const t = translator(en)

/** The buttons and their dialogs. */
export function LetterDeeds({ request, shown }: { readonly request: RequestDetail; readonly shown: ShownLetter }) {
  const { letter, lacks } = shown
  const { id, state } = letter
  const [asking, setAsking] = useState<'sent' | 'discard' | 'translate' | null>(null)
  const [job, setJob] = useState<JobId | null>(null)
  const close = () => setAsking(null)
  const printing = useAction(async () => {
    const target = await chooseTarget(`${letter.kind}-${request.id}.pdf`)
    if (target) setJob(await start(letterPrint, { id, to: target.grant }))
  })
  const exporting = useAction(async () => {
    const target = await chooseTarget(`${letter.kind}-${request.id}.docx`)
    if (target) setJob(await start(letterDocx, { id, to: target.grant }))
  })
  const discarding = useAction(async (reason: string) => {
    await run(letterDiscard, { id, reason })
    close()
  })
  const ended = useJobs()?.find((one) => one.id === job)
  const printed = letterPrint.output.safeParse(ended?.result).data
  return (
    <>
      {state === 'draft' && <SignButton id={id} disabled={lacks.length > 0} />}
      {state === 'signed' && (
        <Button look="strong" icon="check" onPress={() => setAsking('sent')}>
          {t('wasSent')}
        </Button>
      )}
      <Button icon="print" onPress={() => void printing.go()} busy={printing.busy}>
        {t('pdf')}
      </Button>
      <Button onPress={() => void exporting.go()} busy={exporting.busy}>
        {t('docx')}
      </Button>
      {state === 'signed' && <Button onPress={() => setAsking('translate')}>{t('translate')}</Button>}
      {(state === 'draft' || state === 'signed') && (
        <Button look="quiet" onPress={() => setAsking('discard')}>
          {t('discard')}
        </Button>
      )}
      <span role="status" className="soft">
        {printed ? t('printed', { count: printed.pages }) : ended?.state === 'succeeded' && t('written')}
      </span>
      <RefusalNotice refusal={printing.refusal ?? exporting.refusal ?? ended?.problem ?? null} />
      <Dialog title={t('wasSent')} open={asking === 'sent'} onClose={close}>
        <SentForm about={t('sentAbout')} enter={(sending) => run(letterSent, { id, sending })} onDone={close} />
      </Dialog>
      <Dialog title={t('translate')} open={asking === 'translate'} onClose={close}>
        <TranslateForm id={id} proposals={shown.proposals} onDone={close} />
      </Dialog>
      <Dialog title={t('discard')} open={asking === 'discard'} onClose={close}>
        <ReasonForm
          about={t('discardAbout')}
          label={t('why')}
          act={t('discard')}
          action={discarding}
          cancel={t('cancel')}
          onCancel={close}
          onReason={(reason) => void discarding.go(reason)}
        />
      </Dialog>
    </>
  )
}
