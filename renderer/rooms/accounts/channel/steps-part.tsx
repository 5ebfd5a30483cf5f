// The steps of an account, the next one, and taking the newest back.
import { type FormEvent, useState } from 'react'
import { type Channel, channelTakeBack } from '../../../../shared/contract/channel.ts'
import { nextStates } from '../../../../shared/domain/account/channel.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { ListTable } from '../../../list/list-table.tsx'
import { en } from '../../../locale/en/channel.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Section } from '../../../ui/page.tsx'
import { StateChip } from './state-chip.tsx'
import { StepForm } from './step-form.tsx'

const t = translator(en)

interface Props {
  readonly channel: Channel
  readonly handle: string
}

/** The part of the page. */
export function StepsPart({ channel, handle }: Props) {
  const { people } = useVault()
  const [doing, setDoing] = useState<'add' | 'undo' | null>(null)
  const close = () => setDoing(null)
  const { steps, state } = channel
  return (
    <Section
      title={t('steps')}
      actions={
        <div className="channel-actions">
          {state !== null && <Button onPress={() => setDoing('undo')}>{t('undo')}</Button>}
          {nextStates(state).length > 0 && (
            <Button look="strong" onPress={() => setDoing('add')}>
              {t('add')}
            </Button>
          )}
        </div>
      }
    >
      {steps.length === 0 ? (
        <p className="soft">{t('stepsNone')}</p>
      ) : (
        <ListTable
          file={`steps-${handle}`}
          label={t('stepsList', { handle })}
          rows={steps}
          keyOf={({ id }) => id}
          columns={[
            {
              id: 'state',
              title: t('step'),
              heading: true,
              tight: true,
              cell: (step) => <StateChip state={step.state} />,
            },
            { id: 'on', title: t('on'), tight: true, cell: ({ on }) => formatDay(on) },
            { id: 'by', title: t('by'), cell: ({ by }) => <bdi>{by}</bdi> },
            { id: 'paper', title: t('paper'), cell: ({ document, file }) => <bdi>{file ?? document}</bdi> },
            {
              id: 'note',
              title: t('note'),
              cell: ({ note, takenBack }) => (
                <bdi>{[note, takenBack && t('takenBack', { reason: takenBack.reason })].filter(Boolean).join(' ')}</bdi>
              ),
            },
            {
              id: 'written',
              title: t('writtenBy'),
              cell: ({ recordedBy, second }) => {
                const name = (recordedBy && people.get(recordedBy)?.name) ?? recordedBy ?? ''
                return <bdi>{second === null ? name : t('writtenByTwo', { name, second })}</bdi>
              },
            },
          ]}
        />
      )}
      <Dialog title={t('addTitle', { handle })} open={doing === 'add'} onClose={close} wide>
        <StepForm channel={channel} onDone={close} />
      </Dialog>
      <Dialog title={t('undoTitle')} open={doing === 'undo'} onClose={close}>
        <UndoForm channel={channel} onDone={close} />
      </Dialog>
    </Section>
  )
}

function UndoForm({ channel, onDone }: { readonly channel: Channel; readonly onDone: () => void }) {
  const [reason, setReason] = useState('')
  const saving = useAction(async () => {
    await run(channelTakeBack, { account: channel.account, reason })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('undoAbout')}</p>
      <Field label={t('why')} value={reason} onChange={setReason} lines={2} required autoFocus />
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('undoDo')}
      </FormEnd>
    </form>
  )
}
