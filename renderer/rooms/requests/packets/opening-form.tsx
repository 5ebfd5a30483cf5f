// The attorney opens what a packet keeps back of a record: what is shown then is said before, and confirmed by typing the record's number.
import { useState } from 'react'
import { KeyId } from '../../../../shared/contract/key.ts'
import { packetKeptBack, packetOpen, packetSignOpening } from '../../../../shared/contract/packet.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import type { Production } from '../../../../shared/domain/request/request.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { useAction } from '../../../client/action.ts'
import { ask, type Output, start } from '../../../client/call.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/openings.ts'
import { translator } from '../../../locale/t.ts'
import { Waiting } from '../../../ui/delayed.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { KeySigner, NO_SIGNATURE, type Signing } from '../key-signer.tsx'
import { TickList } from '../search/tick-list.tsx'
import { AttorneyOnly } from './attorney-only.tsx'
import { PacketForm } from './form.tsx'
import { JobWords } from './job-words.tsx'
import { Openings } from './openings.tsx'

const t = translator(en)
const FIELDS = packetOpen.input.shape.fields.element.options
type Kept = Output<typeof packetKeptBack>

interface Props {
  readonly production: Production
  readonly onDone: () => void
}

/** What was opened already, and the form. */
export function OpeningForm({ production, onDone }: Props) {
  const { data, refusal } = useQuery(packetKeptBack, { production: production.id, part: '' }, ['requests'], 2000)
  if (!data) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words="…" />
  if (!data.commitments) return <Notice tone="info">{t('noCommitments')}</Notice>
  if (data.total === 0) return <Notice tone="info">{t('nothingKept')}</Notice>
  return (
    <>
      <Openings openings={data.openings} />
      <Asking production={production} kept={data} onDone={onDone} />
    </>
  )
}

function Asking({ production, kept, onDone }: Props & { readonly kept: Kept }) {
  const [number, setNumber] = useState<string>(kept.items[0]?.number ?? '')
  const [fields, setFields] = useState<readonly (typeof FIELDS)[number][]>(['text'])
  const [source, setSource] = useState(false)
  const [said, setSaid] = useState({ reason: '', confirmed: '' })
  const [signing, setSigning] = useState<Signing>(NO_SIGNATURE)
  const [job, setJob] = useState<JobId | null>(null)
  const item = kept.items.find((one) => one.number === number)
  const opening = useAction(async () => {
    const target = await chooseTarget(`opening-${number}.json`)
    if (!target) return
    const asked = { production: production.id, number, fields: [...fields], source, reason: said.reason }
    const by = signing.key === null ? null : { key: KeyId.parse(signing.key), at: Instant.parse(Date.now()) }
    const { passphrase } = signing
    const made = by === null ? null : await ask(packetSignOpening, { ...asked, ...by, passphrase })
    const signed = by === null || made === null ? null : { ...by, signature: made.signature }
    setJob(await start(packetOpen, { ...asked, signed, to: target.grant }))
  })
  return (
    <PacketForm
      about={t('about')}
      verb={t('open')}
      doing={opening}
      onCancel={onDone}
      begun={job !== null}
      disabled={
        fields.length === 0 || said.confirmed.trim() !== number || (signing.key !== null && !signing.passphrase)
      }
    >
      <AttorneyOnly act={t('act')} />
      <Picked kept={kept} number={number} onChange={setNumber} />
      {item !== undefined && <p className="soft">{t('keptBack', { what: item.keptBack.join('; ') })}</p>}
      <TickList
        label={t('fields')}
        options={FIELDS.filter((field) => field !== 'source')}
        chosen={fields}
        words={(field) => t(`field.${field}`)}
        onChange={setFields}
      />
      <label className="check">
        <input type="checkbox" checked={source} onChange={(event) => setSource(event.target.checked)} />
        {t('source')}
      </label>
      {source && (
        <Notice tone="warn" title={t('sourceWhole')}>
          {t('sourceAbout')}
        </Notice>
      )}
      <Field
        label={t('reason')}
        value={said.reason}
        onChange={(reason) => setSaid({ ...said, reason })}
        lines={2}
        required
      />
      <Field
        label={t('confirm', { number })}
        value={said.confirmed}
        onChange={(confirmed) => setSaid({ ...said, confirmed })}
        hint={t('confirmHint')}
        required
      />
      <KeySigner signing={signing} noKey={t('noKey')} onChange={setSigning} />
      <JobWords job={job} />
    </PacketForm>
  )
}

/** Which record: out of the list, or by its number where the list is only the first of them. */
function Picked(props: { readonly kept: Kept; readonly number: string; readonly onChange: (number: string) => void }) {
  const { kept, number, onChange } = props
  if (kept.total > kept.items.length)
    return <Field label={t('record')} value={number} onChange={onChange} hint={t('recordHint')} required />
  return (
    <Picker
      label={t('record')}
      value={number}
      onChange={onChange}
      choices={kept.items.map((one) => ({
        ...{ id: one.number, label: one.number, detail: t(one.withheld ? 'withheld' : 'redacted') },
      }))}
    />
  )
}
