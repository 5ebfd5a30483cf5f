// Who produces items, and from which personal account: one of the register, or the one in the files, registered on the spot.
import type { Recognition } from '../../../../shared/contract/intake.ts'
import { accountAdd, accountMark } from '../../../../shared/contract/people.ts'
import { AccountId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { platformWord } from '../../../locale/en/domain.ts'
import { en } from '../../../locale/en/produced.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { address } from '../../../workspace/route.ts'
import { isOwner } from '../owner.ts'
import type { Draft, Problems } from './draft.ts'

const t = translator(en)

interface Props {
  readonly draft: Draft
  readonly problems: Problems
  readonly set: (part: Partial<Draft>) => void
  readonly found: Recognition | undefined
  readonly account: AccountId | null
  readonly onAccount: (account: AccountId) => void
}

/** The part. */
export function ProducerPart({ draft, problems, set, found, account, onAccount }: Props) {
  const personal = [...useVault().accounts.values()].filter((one) => one.personal !== undefined)
  const name = (by: string) => {
    // Who searched and signed is most often who produces.
    const own = (text: string) => (text === draft.by ? by : text)
    set({ by, searchedBy: own(draft.searchedBy), signedBy: own(draft.signedBy) })
  }
  return (
    <fieldset className="entry-part">
      <legend>{t('producer')}</legend>
      <div className="form-row">
        <Field label={t('by')} value={draft.by} onChange={name} error={problems.by} required />
        <Field label={t('title')} value={draft.title} onChange={(title) => set({ title })} />
      </div>
      {personal.length > 0 && (
        <Picker
          label={t('account')}
          placeholder={t('chooseAccount')}
          value={account === null ? null : String(account)}
          onChange={(id) => onAccount(AccountId.parse(Number(id)))}
          choices={personal.map((one) => ({
            id: String(one.id),
            label: `@${one.handle}`,
            detail: [platformWord(one.platform), one.personal].filter(Boolean).join(' · '),
          }))}
          required
        />
      )}
      {account === null && <Registering by={draft.by.trim()} found={found} onAccount={onAccount} />}
      {problems.account !== undefined && <p className="field-error">{problems.account}</p>}
    </fieldset>
  )
}

interface RegisteringProps extends Pick<Props, 'found' | 'onAccount'> {
  readonly by: string
}

function Registering({ by, found, onAccount }: RegisteringProps) {
  const { accounts } = useVault()
  const handle = found?.ownerHandle ?? null
  const known = [...accounts.values()].find((one) => one.platform === found?.platform && isOwner(one, found))
  const registering = useAction(async () => {
    if (found === undefined || handle === null) return
    if (known !== undefined) {
      onAccount((await run(accountMark, { account: known.id, personal: by })).id)
      return
    }
    const { platform, ownerName, ownerNativeId } = found
    const draft = { platform, handle, name: ownerName ?? '', department: '', liaison: '', nativeId: ownerNativeId }
    onAccount((await run(accountAdd, { ...draft, personal: by })).id)
  })
  if (handle === null) {
    return (
      <Notice tone="info" actions={<a href={address('accounts')}>{t('toAccounts')}</a>}>
        {t('noHandle')}
      </Notice>
    )
  }
  if (by === '') return <p className="hint">{t('registerFirst')}</p>
  return (
    <div>
      <Button icon="plus" onPress={() => void registering.go()} busy={registering.busy}>
        {t(known === undefined ? 'registerIt' : 'markIt', { handle, name: by })}
      </Button>
      <RefusalNotice refusal={registering.refusal} />
    </div>
  )
}
