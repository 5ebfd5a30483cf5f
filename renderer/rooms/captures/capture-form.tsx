// The form that captures an account, once or regularly.
import { type FormEvent, useState } from 'react'
import { captureList, captureRun, captureWays } from '../../../shared/contract/capture.ts'
import { captureSchedule } from '../../../shared/contract/capture-schedule.ts'
import { CaptureScope, CaptureWayName } from '../../../shared/domain/capture.ts'
import { CaptureEvery } from '../../../shared/domain/capture-schedule.ts'
import { AccountId, type JobId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run, start } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/captures.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker, SearchPicker } from '../../ui/picker.tsx'
import { wayWord } from './words.ts'

const t = translator(en)
const ONCE = 'once'

interface Props {
  readonly onStarted: (job: JobId) => void
  readonly onCancel: () => void
}

/** The form; it begins with what was captured of the account before. */
export function CaptureForm({ onStarted, onCancel }: Props) {
  const { accounts } = useVault()
  const ways = useQuery(captureWays, {}, []).data ?? []
  const captures = useQuery(captureList, {}, ['captures'], 1000).data ?? []
  const [account, setAccount] = useState<string | null>(null)
  const [way, setWay] = useState('feed')
  const [place, setPlace] = useState('')
  const [depth, setDepth] = useState('')
  const [attorney, setAttorney] = useState('')
  const [every, setEvery] = useState(ONCE)
  const [tried, setTried] = useState(false)
  const offered = [...accounts.values()].filter(({ personal }) => personal === undefined)

  const choose = (id: string) => {
    setAccount(id)
    const before = captures.find((one) => String(one.account) === id)
    if (before === undefined) return
    setWay(before.way)
    setPlace(before.scope.address)
    setDepth(before.scope.depth === null ? '' : String(before.scope.depth))
  }
  const scope = CaptureScope.safeParse({ address: place.trim(), depth: depth.trim() === '' ? null : Number(depth) })
  const wrong = (part: string) => !scope.success && scope.error.issues.some(({ path }) => path[0] === part)

  const capturing = useAction(async () => {
    if (account === null || !scope.success) return
    const order = {
      account: AccountId.parse(Number(account)),
      way: CaptureWayName.parse(way),
      scope: scope.data,
      attorney: attorney.trim() === '' ? null : attorney,
    }
    const often = CaptureEvery.safeParse(every)
    if (often.success) await run(captureSchedule, { ...order, every: often.data })
    onStarted(await start(captureRun, order))
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (account !== null && scope.success) void capturing.go()
  }

  return (
    <form className="form" onSubmit={submit}>
      <SearchPicker
        label={t('account')}
        value={account}
        onChange={choose}
        choices={offered.map(({ id, platform, handle, name }) => ({
          id: String(id),
          label: `@${handle}`,
          detail: [platformWord(platform), name].filter((part) => part !== '').join(' · '),
        }))}
        required
      />
      <Picker
        label={t('way')}
        value={way}
        onChange={setWay}
        choices={ways.map((name) => ({ id: name, label: wayWord(name) }))}
      />
      <Field
        label={t('address')}
        value={place}
        onChange={setPlace}
        hint={t('addressHint')}
        error={tried && wrong('address') ? t('addressWrong') : undefined}
        required
      />
      <div className="form-row">
        <Field
          label={t('depth')}
          value={depth}
          onChange={setDepth}
          hint={t('depthHint')}
          error={tried && wrong('depth') ? t('depthWrong') : undefined}
        />
        <Picker
          label={t('every')}
          value={every}
          onChange={setEvery}
          choices={[
            { id: ONCE, label: t('once') },
            { id: 'daily', label: t('daily') },
            { id: 'weekly', label: t('weekly') },
          ]}
        />
      </div>
      <Field label={t('attorney')} value={attorney} onChange={setAttorney} hint={t('attorneyHint')} />
      <FormEnd action={capturing} cancel={t('cancel')} onCancel={onCancel}>
        {t('capture')}
      </FormEnd>
    </form>
  )
}
