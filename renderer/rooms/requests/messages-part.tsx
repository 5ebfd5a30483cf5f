// The correspondence on a request, and entering another message.
import { useState } from 'react'
import { requestFile } from '../../../shared/contract/request-life.ts'
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import type { RequestMessage } from '../../../shared/domain/request/request-life.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { PapersButton, usePaperCounts } from '../../papers/papers-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { MessageForm } from './message-form.tsx'

const t = translator(en)

/** The part. */
export function MessagesPart({ request }: { readonly request: RequestDetail }) {
  const [entering, setEntering] = useState(false)
  const { data, refusal } = useQuery(requestFile, { id: request.id }, ['requests'], 1000)
  const papers = usePaperCounts('message')
  const close = () => setEntering(false)
  return (
    <Section
      title={t('messages')}
      actions={
        <Button icon="plus" onPress={() => setEntering(true)}>
          {t('enterMessage')}
        </Button>
      }
    >
      <p className="soft">{t('messagesAbout')}</p>
      <RefusalNotice refusal={refusal} />
      {data?.messages.length === 0 && <p>{t('noMessages')}</p>}
      <ul className="cards">
        {data?.messages.map((message) => (
          <li key={message.id} className="card">
            <Message message={message} papers={papers.get(String(message.id)) ?? 0} />
          </li>
        ))}
      </ul>
      <Dialog title={t('enterMessage')} open={entering} onClose={close} wide>
        <MessageForm request={request} onDone={close} />
      </Dialog>
    </Section>
  )
}

function Message({ message, papers }: { readonly message: RequestMessage; readonly papers: number }) {
  const { id, direction, channel, about, on, time, party, text, enteredBy } = message
  const head = [t(`by.${channel}`), time === null ? formatDay(on) : `${formatDay(on)} ${time}`, party]
  return (
    <>
      <p className="clock-head">
        <span>
          <strong>{t(`direction.${direction}`)}</strong> · <bdi>{head.filter((one) => one !== '').join(' · ')}</bdi>
        </span>
        {about !== 'general' && <Chip>{t(`about.${about}`)}</Chip>}
        <PapersButton
          subject={{ kind: 'message', id: String(id) }}
          name={t('messageNumber', { number: String(id), day: formatDay(on) })}
          count={papers}
          word={t('messageFiles')}
        />
      </p>
      <p className="request-text" dir="auto">
        <PlainText text={text} />
      </p>
      {enteredBy && <p className="hint">{t('enteredBy', { name: enteredBy })}</p>}
    </>
  )
}
