// The copies of a review that went to the attorney: making one, telling its passphrase, and taking in the reply.
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { reviewCopyList, reviewCopyMake, reviewCopyTake } from '../../../../shared/contract/review-copy.ts'
import { PersonId, type RequestId } from '../../../../shared/domain/id.ts'
import { useJob } from '../../../client/begun.ts'
import type { Output } from '../../../client/call.ts'
import { chooseTarget, takeOne } from '../../../client/grants.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/review-copy.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { Picker } from '../../../ui/picker.tsx'
import './review-copy.css'

const t = translator(en)

type Copy = Output<typeof reviewCopyList>[number]

/** The view. */
export function CopiesView({ request }: { readonly request: RequestId }) {
  const { data, refusal } = useQuery(reviewCopyList, { request }, ['requests'], 1000)
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Section title={t('way')}>
        <p className="soft">{t('about')}</p>
        <MakeForm request={request} />
      </Section>
      <Section title={t('copies')}>
        <TakeReply request={request} />
        {data?.length === 0 && <p className="soft">{t('none')}</p>}
        {data && data.length > 0 && <Copies copies={data} />}
      </Section>
    </>
  )
}

function MakeForm({ request }: { readonly request: RequestId }) {
  const { people } = useVault()
  const [person, setPerson] = useState<string | null>(null)
  const [recipient, setRecipient] = useState('')
  const making = useJob(reviewCopyMake, async () => {
    const reader = PersonId.safeParse(person).data
    const target = reader === undefined ? null : await chooseTarget(`review-${request}.age`)
    if (reader === undefined || target === null) return null
    return { request, person: reader, recipient: recipient.trim() || null, to: target.grant }
  })
  return (
    <div className="form">
      <Picker
        label={t('person')}
        hint={t('personHint')}
        placeholder={t('choose')}
        value={person}
        onChange={setPerson}
        choices={[...people.values()].map(({ id, name, title }) => ({ id, label: name, detail: title }))}
      />
      <Field label={t('recipient')} hint={t('recipientHint')} value={recipient} onChange={setRecipient} />
      <div>
        <Button look="strong" icon="lock" onPress={making.go} busy={making.busy} disabled={person === null}>
          {t('make')}
        </Button>
      </div>
      {making.refusal && (
        <Notice tone="bad" title={t('stopped')}>
          {making.refusal.sentence}
        </Notice>
      )}
      {making.result && (
        <Notice tone="good">
          {t('made')} {making.result.filesLeftOut > 0 && t('leftOut', { count: making.result.filesLeftOut })}
        </Notice>
      )}
    </div>
  )
}

function TakeReply({ request }: { readonly request: RequestId }) {
  const taking = useJob(reviewCopyTake, async (file: File) => {
    const granted = await takeOne(file)
    return granted && { request, file: granted.grant }
  })
  const { result } = taking
  return (
    <>
      <div>
        <FileTrigger
          onSelect={(list) => {
            const file = list?.[0]
            if (file) taking.go(file)
          }}
        >
          <Button icon="download" busy={taking.busy}>
            {t('take')}
          </Button>
        </FileTrigger>
      </div>
      {taking.refusal && (
        <Notice tone="bad" title={t('takeStopped')}>
          {taking.refusal.sentence}
        </Notice>
      )}
      {result && (
        <Notice tone={result.signed && !result.current ? 'warn' : 'good'}>
          {result.comments === 0 ? t('takenBare') : t('taken', { count: result.comments })}{' '}
          {result.key === null ? t('takenReported') : t('takenByKey', { key: String(result.key) })}{' '}
          {result.signed && t(result.current ? 'takenSigned' : 'takenOld')}
        </Notice>
      )}
    </>
  )
}

function Copies({ copies }: { readonly copies: readonly Copy[] }) {
  const { zone } = useVault().summary
  return (
    <DataTable<Copy>
      label={t('copies')}
      rows={copies}
      keyOf={({ id }) => id}
      columns={[
        { id: 'for', title: t('for'), heading: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { id: 'when', title: t('when'), tight: true, cell: ({ madeAt }) => formatInstant(madeAt, zone, 'moment') },
        {
          id: 'passphrase',
          title: t('passphrase'),
          tight: true,
          cell: ({ passphrase }) => (passphrase === null ? t('byKey') : <span className="mono">{passphrase}</span>),
        },
        { id: 'state', title: t('state'), tight: true, cell: ({ current }) => t(current ? 'current' : 'changed') },
        { id: 'replies', title: t('replies'), cell: (copy) => <Replies copy={copy} /> },
      ]}
    />
  )
}

function Replies({ copy: { replies } }: { readonly copy: Copy }) {
  const { zone } = useVault().summary
  if (replies.length === 0) return t('noReply')
  return replies.map(({ words, signed, comments, receivedAt, key }) => (
    <p key={receivedAt}>
      {formatInstant(receivedAt, zone, 'moment')}: {t(signed ? 'signedReply' : 'unsignedReply')},{' '}
      {key === null ? t('reported') : t('byRegisteredKey', { key: String(key.id) })}
      {comments.length > 0 && <> · {t('comments', { count: comments.length })}</>}
      {words !== '' && <bdi> · {t('wholeWords', { words })}</bdi>}
    </p>
  ))
}
