// Approving a plan as one office: by key, by a signed page, or by a name that executes nothing.
import { type FormEvent, useState } from 'react'
import { purgeApprove, purgeSign } from '../../../shared/contract/approval.ts'
import { KeyId, keyList } from '../../../shared/contract/key.ts'
import type { PlanSummary } from '../../../shared/contract/purge.ts'
import { type ApprovalRole, approvalWords, heldPackagesWords } from '../../../shared/domain/disposition/approval.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { acting } from '../../client/acting.ts'
import { useAction } from '../../client/action.ts'
import { ask, run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useStore } from '../../client/store.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/destruction.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, todayIn } from '../../locale/time.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { WordsToSign } from './words-to-sign.tsx'

const t = translator(en)

interface Props {
  readonly plan: PlanSummary
  readonly role: ApprovalRole | null
  readonly onDone: () => void
}

/** The dialog; open while a role is given. */
export function ApproveForm({ plan, role, onDone }: Props) {
  const office = role === null ? '' : approvalWords[role].office
  return (
    <Dialog title={t('approveOffice', { office })} open={role !== null} onClose={onDone}>
      {role && <Approving plan={plan} role={role} onDone={onDone} />}
    </Dialog>
  )
}

type Way = 'signed' | 'elsewhere' | 'attached' | 'reported'
const WAYS = [
  { id: 'signed', label: t('byKey') },
  { id: 'elsewhere', label: t('byKeyElsewhere') },
  { id: 'attached', label: t('byPage') },
  { id: 'reported', label: t('byName') },
] as const

function Approving({ plan, role, onDone }: Props & { readonly role: ApprovalRole }) {
  const { people, summary } = useVault()
  const me = useStore(acting)
  const self = me === null ? undefined : people.get(me)
  const holder = self?.role === role ? self : [...people.values()].find((one) => one.role === role && !one.endedAt)
  const [way, setWay] = useState<Way>(self?.role === role ? 'signed' : 'attached')
  const [name, setName] = useState(holder?.name ?? '')
  const [title, setTitle] = useState(holder?.title ?? '')
  const [signedOn, setSignedOn] = useState<string>(() => todayIn(summary.zone))
  const [held, setHeld] = useState('no')
  const [passphrase, setPassphrase] = useState('')
  const [signature, setSignature] = useState('')
  const [document, setDocument] = useState<ChosenFile | null>(null)
  const { data: keys } = useQuery(keyList, {}, ['people'])
  const own = keys?.find((key) => key.name === name && key.here && key.endedAt === null)
  const consents = role === 'city-attorney' && held === 'yes'
  const day = LocalDate.safeParse(signedOn).data
  const asked = day && { plan: plan.id, role, name, title, signedOn: day, heldPackages: consents }
  const approving = useAction(async () => {
    if (asked === undefined) return
    if (way === 'signed') {
      if (own === undefined) return
      const { signature } = await ask(purgeSign, { ...asked, key: KeyId.parse(own.id), passphrase })
      await run(purgeApprove, { ...asked, by: { way, signature } })
    } else if (way === 'elsewhere') {
      await run(purgeApprove, { ...asked, by: { way: 'signed', signature: signature.replace(/\s/g, '') } })
    } else if (way === 'attached') {
      if (document === null) return
      await run(purgeApprove, { ...asked, by: { way, document } })
    } else await run(purgeApprove, { ...asked, by: { way } })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void approving.go()
  }
  const lacking = {
    signed: own === undefined || passphrase === '',
    elsewhere: signature.trim() === '',
    attached: document === null,
    reported: false,
  }
  return (
    <form className="form" onSubmit={submit}>
      <p>
        <strong>{approvalWords[role].says[plan.kind]}</strong>
      </p>
      {plan.custody.map(({ transfer, receipt: { archive, signedBy: signer, signedOn: day } }) => (
        <p key={transfer} className="soft">
          {t('receiptOf', { archive, name: signer, day: formatDay(day) })}
        </p>
      ))}
      <Picker
        label={t('way')}
        choices={WAYS}
        value={way}
        onChange={(id) => setWay(WAYS.find((one) => one.id === id)?.id ?? way)}
      />
      <Field label={t('name')} value={name} onChange={setName} required />
      <Field label={t('title')} value={title} onChange={setTitle} />
      <Field type="date" label={t('signedOn')} value={signedOn} onChange={setSignedOn} required />
      {role === 'city-attorney' && (
        <Picker
          label={t('heldPackages')}
          choices={[
            { id: 'no', label: t('heldNo') },
            { id: 'yes', label: t('heldYes') },
          ]}
          value={held}
          onChange={setHeld}
        />
      )}
      {consents && (
        <p>
          <strong>{heldPackagesWords}</strong>
        </p>
      )}
      {way === 'signed' &&
        (own === undefined ? (
          <Notice tone="info">{t('noKey')}</Notice>
        ) : (
          <Field
            type="password"
            label={t('passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            hint={t('passphraseAbout')}
            required
          />
        ))}
      {way === 'elsewhere' && (
        <WordsToSign
          asked={name.trim() === '' ? null : (asked ?? null)}
          signature={signature}
          onChange={setSignature}
        />
      )}
      {way === 'attached' && (
        <>
          <FileField label={t('document')} choose={t('choose')} value={document} onChange={setDocument} />
          <p className="soft">{t(consents ? 'seenTwice' : 'seen')}</p>
        </>
      )}
      {way === 'reported' && <p className="soft">{t('reportAbout')}</p>}
      <FormEnd
        action={approving}
        cancel={t('cancel')}
        onCancel={onDone}
        disabled={lacking[way] || name.trim() === '' || asked === undefined}
      >
        {t('sayApproved')}
      </FormEnd>
    </form>
  )
}
