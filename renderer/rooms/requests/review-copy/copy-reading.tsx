// A review copy as it is read: marked privileged, its grounds, its records with what would be taken out, and the reply.
import { useState } from 'react'
import { KeyId } from '../../../../shared/contract/key.ts'
import { reviewCopyAnswer, type reviewCopyOpen, reviewCopySignAnswer } from '../../../../shared/contract/review-copy.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import type { CopyContent } from '../../../../shared/domain/review/review-copy.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { useJob } from '../../../client/begun.ts'
import { ask, type Output } from '../../../client/call.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { en } from '../../../locale/en/review-copy.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { KeySigner, NO_SIGNATURE, type Signing } from '../key-signer.tsx'
import { CopyRecordCard } from './copy-record.tsx'

const t = translator(en)
const STEP = 100

export type OpenedCopy = Output<typeof reviewCopyOpen>

/** The parts. */
export function CopyReading({ opened }: { readonly opened: OpenedCopy }) {
  const { content, digest } = opened
  const [comments, setComments] = useState<ReadonlyMap<RecordId, string>>(new Map())
  const [shown, setShown] = useState(STEP)
  const { records } = content
  const left = records.length - shown
  return (
    <>
      <Notice tone="warn">{content.privileged}</Notice>
      <Facts content={content} />
      <Grounds content={content} />
      <Section title={t('records')}>
        <ul className="cards">
          {records.slice(0, shown).map((record) => (
            <CopyRecordCard
              key={record.number}
              record={record}
              comment={comments.get(record.record) ?? ''}
              onComment={(words) => setComments(new Map(comments).set(record.record, words))}
            />
          ))}
        </ul>
        {left > 0 && (
          <div>
            <Button onPress={() => setShown(shown + STEP)}>{t('showMore', { count: Math.min(left, STEP) })}</Button>
          </div>
        )}
      </Section>
      <ReplyForm content={content} digest={digest} comments={comments} />
    </>
  )
}

function Facts({ content: { city, asked, madeBy, madeFor, madeAt, zone } }: { readonly content: CopyContent }) {
  const maker = madeBy === null ? '' : `${madeBy.name}, ${madeBy.title}, `
  return (
    <dl className="facts">
      <dt>{t('city')}</dt>
      <dd>{city}</dd>
      <dt>{t('asked')}</dt>
      <dd>
        <bdi>{asked}</bdi>
      </dd>
      <dt>{t('madeBy')}</dt>
      <dd>
        {maker}
        {formatInstant(madeAt, zone, 'moment')}
      </dd>
      <dt>{t('madeFor')}</dt>
      <dd>
        {madeFor.name}, {madeFor.title}
      </dd>
    </dl>
  )
}

function Grounds({ content: { grounds } }: { readonly content: CopyContent }) {
  return (
    <Section title={t('grounds')}>
      {grounds.length === 0 && <p className="soft">{t('noGrounds')}</p>}
      <ul className="cards">
        {grounds.map(({ key, citation, covers, confirmed, ordinanceOpen, ground: { law, harm, ordinance } }) => (
          <li key={key} className="card">
            <p>
              <strong>
                {t('ground', { key: String(key) })}: {citation}
              </strong>
            </p>
            <p>{covers}</p>
            {law !== '' && <p>{t('law', { law })}</p>}
            {harm !== '' && <p>{t('harm', { harm })}</p>}
            {ordinance && <p>{t('ordinance', { by: ordinance.by, why: ordinance.why })}</p>}
            {ordinanceOpen && <Notice tone="warn">{t('ordinanceOpen')}</Notice>}
            {!confirmed && <Notice tone="warn">{t('unconfirmed')}</Notice>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface ReplyProps {
  readonly content: CopyContent
  readonly digest: OpenedCopy['digest']
  readonly comments: ReadonlyMap<RecordId, string>
}

function ReplyForm({ content: { request, replyTo }, digest, comments }: ReplyProps) {
  const [words, setWords] = useState('')
  const [signed, setSigned] = useState(false)
  const [signing, setSigning] = useState<Signing>(NO_SIGNATURE)
  const said = [...comments].flatMap(([record, text]) => (text.trim() === '' ? [] : [{ record, words: text }]))
  const writing = useJob(reviewCopyAnswer, async () => {
    const target = await chooseTarget(`reply-${request}.json`)
    if (target === null) return null
    const answer = { copy: digest, request, comments: said, words, signed }
    const key = KeyId.nullable().parse(signing.key)
    const by = key === null ? null : { key, passphrase: signing.passphrase, at: Instant.parse(Date.now()) }
    const proof = by === null ? null : await ask(reviewCopySignAnswer, { ...answer, ...by })
    return { ...answer, replyTo, proof, to: target.grant }
  })
  return (
    <Section title={t('reply')}>
      <p className="soft">{t('replyAbout')}</p>
      <div className="form">
        <p>{t('comments', { count: said.length })}</p>
        <Field label={t('words')} value={words} onChange={setWords} lines={3} />
        <label className="check">
          <input type="checkbox" checked={signed} onChange={(event) => setSigned(event.target.checked)} />
          <span>{t('sign')}</span>
        </label>
        <KeySigner signing={signing} noKey={t('noSigningKey')} onChange={setSigning} />
        <div>
          <Button
            look="strong"
            icon="pencil"
            onPress={writing.go}
            busy={writing.busy}
            disabled={signing.key !== null && signing.passphrase === ''}
          >
            {t('write')}
          </Button>
        </div>
        {writing.refusal && (
          <Notice tone="bad" title={t('writeStopped')}>
            {writing.refusal.sentence}
          </Notice>
        )}
        {writing.result && <Notice tone="good">{t('written')}</Notice>}
      </div>
    </Section>
  )
}
