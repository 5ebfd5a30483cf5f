// What in the name of an account needs a look, and who let it stand.
import { type FormEvent, useState } from 'react'
import { type Channel, channelApproveName } from '../../../../shared/contract/channel.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/channel.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { ConcernWords } from './concern-words.tsx'

const t = translator(en)

/** The part of the page. */
export function NamePart({ channel }: { readonly channel: Channel }) {
  const { zone } = useVault().summary
  const [asking, setAsking] = useState(false)
  const { concerns, nameApproval } = channel
  return (
    <Section title={t('name')}>
      {concerns.length === 0 ? (
        <p className="soft">{t('nameNone')}</p>
      ) : nameApproval === null ? (
        <Notice
          tone="warn"
          title={t('nameLook')}
          actions={<Button onPress={() => setAsking(true)}>{t('letStand')}</Button>}
        >
          <ConcernWords concerns={concerns} />
        </Notice>
      ) : (
        <Notice tone="info">
          <ConcernWords concerns={concerns} />
          <p>
            {t('nameStands', {
              by: nameApproval.by,
              day: formatInstant(nameApproval.at, zone, 'day'),
              reason: nameApproval.reason,
            })}
          </p>
        </Notice>
      )}
      <Dialog title={t('letStandTitle')} open={asking} onClose={() => setAsking(false)}>
        <LetStandForm channel={channel} onDone={() => setAsking(false)} />
      </Dialog>
    </Section>
  )
}

function LetStandForm({ channel, onDone }: { readonly channel: Channel; readonly onDone: () => void }) {
  const [by, setBy] = useState('')
  const [reason, setReason] = useState('')
  const saving = useAction(async () => {
    await run(channelApproveName, { account: channel.account, by, reason })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('letStandAbout')}</p>
      <Field label={t('who')} value={by} onChange={setBy} required autoFocus />
      <Field label={t('why')} value={reason} onChange={setReason} lines={2} required />
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('letStandDo')}
      </FormEnd>
    </form>
  )
}
