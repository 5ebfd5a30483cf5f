// The form that captures an account, once or regularly.
import { type FormEvent, useState } from 'react'
import { captureList, captureRun, captureWays } from '../../../shared/contract/capture.ts'
import { captureSchedule } from '../../../shared/contract/capture-schedule.ts'
import { type Capture, CaptureWayName } from '../../../shared/domain/capture/capture.ts'
import { CaptureEvery } from '../../../shared/domain/capture/schedule.ts'
import { AccountId, type JobId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { run, start } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/captures.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker, SearchPicker } from '../../ui/picker.tsx'
import { type Draft, draftOf, firstDraft, interfaceOf, inWay, lackOf, MAPPED, scopeOf } from './draft.ts'
import { InterfaceFields } from './interface-fields.tsx'
import { MappingField } from './mapping-field.tsx'
import { PageFields } from './page-fields.tsx'
import { kindWord, wayChoices } from './words.ts'

const t = translator(en)
const ONCE = 'once'

interface Props {
  /** Whose form it is from the beginning; null to choose. */
  readonly of: AccountId | null
  readonly way: 'feed' | 'page'
  readonly onStarted: (job: JobId) => void
  readonly onCancel: () => void
}

/** The form; it begins with what was captured of the account before. */
export function CaptureForm({ of, way: first, onStarted, onCancel }: Props) {
  const { accounts } = useVault()
  const ways = useQuery(captureWays, {}, []).data ?? []
  const captures = useQuery(captureList, {}, ['captures'], 1000).data
  const [account, setAccount] = useState<string | null>(of === null ? null : String(of))
  const [own, setOwn] = useState<Draft | null>(null)
  const [every, setEvery] = useState(ONCE)
  const [tried, setTried] = useState(false)
  const offered = [...accounts.values()].filter(({ personal }) => personal === undefined)
  const platform = offered.find(({ id }) => String(id) === account)?.platform ?? null
  const draft = own ?? before(captures ?? [], account, platform, first)
  const { way, place, depth, attorney } = draft
  const change = (part: Partial<Draft>) => setOwn({ ...draft, ...part })

  const scope = scopeOf(draft)
  const wrong = (part: string) => !scope.success && scope.error.issues.some(({ path }) => path[0] === part)
  const isPage = way === 'page'
  const api = interfaceOf(way)

  const capturing = useAction(async () => {
    if (account === null || !scope.success) return
    const order = {
      account: AccountId.parse(Number(account)),
      way: CaptureWayName.parse(way),
      scope: scope.data,
      attorney: attorney.trim() === '' || (isPage && !draft.closed) ? null : attorney,
      terms: isPage ? draft.read : null,
    }
    const often = CaptureEvery.safeParse(every)
    const started = await start(captureRun, order)
    // Only then, so that it is not due before its first capture is under way.
    if (often.success) await run(captureSchedule, { ...order, every: often.data })
    onStarted(started)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (account !== null && scope.success && lackOf(draft) === null) void capturing.go()
  }

  return (
    <form className="form" onSubmit={submit}>
      <SearchPicker
        label={t('account')}
        value={account}
        onChange={(id) => {
          setAccount(id)
          setOwn(null)
        }}
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
        onChange={(name) => setOwn(inWay(draft, name))}
        choices={wayChoices(ways, platform)}
      />
      <Field
        label={t('address')}
        value={place}
        onChange={(text) => change({ place: text })}
        hint={t(hintOf(way))}
        error={tried && wrong('address') ? t('addressWrong') : undefined}
        required
      />
      {way === MAPPED && (
        <MappingField mapping={draft.mapping} onMapping={(mapping) => change({ mapping })} tried={tried} />
      )}
      {api !== null && <InterfaceFields api={api} account={account} draft={draft} onChange={change} />}
      {api === null && <AsBefore draft={draft} />}
      {isPage ? (
        <PageFields
          draft={draft}
          onChange={setOwn}
          account={account === null ? null : AccountId.parse(Number(account))}
          tried={tried}
        />
      ) : (
        <Field
          label={t('attorney')}
          value={attorney}
          onChange={(name) => change({ attorney: name })}
          hint={t('attorneyHint')}
        />
      )}
      <div className="form-row">
        <Field
          label={t(isPage ? 'pages' : 'depth')}
          value={depth}
          onChange={(text) => change({ depth: text })}
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
      <FormEnd action={capturing} cancel={t('cancel')} onCancel={onCancel}>
        {t('capture')}
      </FormEnd>
    </form>
  )
}

/** What the form has no field for in this way, and takes along from the capture before. */
function AsBefore({ draft: { way, kinds, from, to } }: { readonly draft: Draft }) {
  const days = [
    way === 'page' || from === '' ? [] : [t('asFrom', { day: formatDay(from) })],
    to === '' ? [] : [t('asTo', { day: formatDay(to) })],
  ]
  const parts = [...kinds.map(kindWord), ...days.flat()]
  return parts.length === 0 ? null : <p className="soft">{t('asBefore', { parts: parts.join(', ') })}</p>
}

/** What is written as the address. */
function hintOf(way: string): 'addressHint' | 'apiHint' | 'apiServerHint' | 'mappedHint' | 'pageHint' {
  if (way === 'page') return 'pageHint'
  if (way === MAPPED) return 'mappedHint'
  const api = interfaceOf(way)
  if (api === null) return 'addressHint'
  return api.address === null ? 'apiServerHint' : 'apiHint'
}

/** What the account's newest capture of that way was asked for; of the others, its newest of whatever way. */
function before(
  captures: readonly Capture[],
  account: string | null,
  platform: string | null,
  first: Props['way'],
): Draft {
  const of = captures.filter((one) => String(one.account) === account)
  const found = first === 'page' ? of.find(({ way }) => way === first) : of[0]
  return found === undefined ? firstDraft(platform, first) : draftOf(found)
}
