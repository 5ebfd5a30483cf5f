// What the request for an account says, item by item (AI 599, III, a, i to vi), and the form that writes it.
import { type FormEvent, useState } from 'react'
import { type Channel, channelRequest } from '../../../../shared/contract/channel.ts'
import { type ChannelRequest, channelItems } from '../../../../shared/domain/account/channel.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { en } from '../../../locale/en/channel.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Section } from '../../../ui/page.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'

const t = translator(en)
const blank: ChannelRequest = {
  ...{ purpose: '', guidelines: '', management: '' },
  ...{ opportunities: '', design: '', username: '' },
}

/** The part of the page. */
export function RequestPart({ channel }: { readonly channel: Channel }) {
  const [writing, setWriting] = useState(false)
  const { request } = channel
  return (
    <Section
      title={t('request')}
      actions={
        <Button onPress={() => setWriting(true)}>{request === null ? t('requestWrite') : t('requestChange')}</Button>
      }
    >
      {request === null ? (
        <p className="soft">{t('requestNone')}</p>
      ) : (
        <dl className="channel-request">
          {channelItems.map((item) => (
            <div key={item}>
              <dt>{t(item)}</dt>
              <dd>
                {request[item] === '' ? <span className="soft">{t('empty')}</span> : <PlainText text={request[item]} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Dialog title={t('request')} open={writing} onClose={() => setWriting(false)} wide>
        <RequestForm channel={channel} onDone={() => setWriting(false)} />
      </Dialog>
    </Section>
  )
}

function RequestForm({ channel, onDone }: { readonly channel: Channel; readonly onDone: () => void }) {
  const [request, setRequest] = useState(channel.request ?? blank)
  const saving = useAction(async () => {
    await run(channelRequest, { account: channel.account, request })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('requestAbout')}</p>
      {channelItems.map((item, place) => (
        <Field
          key={item}
          label={t(item)}
          value={request[item]}
          onChange={(words) => setRequest((before) => ({ ...before, [item]: words }))}
          lines={2}
          autoFocus={place === 0}
          {...(item === 'username' ? { hint: t('usernameHint') } : {})}
        />
      ))}
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('requestSave')}
      </FormEnd>
    </form>
  )
}
