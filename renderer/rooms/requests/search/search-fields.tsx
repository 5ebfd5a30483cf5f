// One search: words, account, period, kinds, what goes along, and how much it finds.

import { searchCount } from '../../../../shared/contract/request-search.ts'
import { AccountId } from '../../../../shared/domain/id.ts'
import { RecordKind } from '../../../../shared/domain/record.ts'
import { Family, type SearchDraft } from '../../../../shared/domain/request-search.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { kindWord } from '../../../../shared/text/names.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { TickList } from './tick-list.tsx'

const t = translator(en)
const SEVERAL = 'several'

interface Props {
  readonly search: SearchDraft
  readonly onChange: (search: SearchDraft) => void
  readonly withFamilies?: boolean
}

/** The fields. */
export function SearchFields({ search, onChange, withFamilies = false }: Props) {
  const { accounts } = useVault()
  const set = (part: Partial<SearchDraft>) => onChange({ ...search, ...part })
  const day = (text: string) => LocalDate.safeParse(text).data ?? null
  const chosen = search.accounts.length > 1 ? SEVERAL : String(search.accounts[0] ?? '')
  const choices = [
    { id: '', label: t('anyAccount') },
    ...(search.accounts.length > 1
      ? [{ id: SEVERAL, label: t('severalAccounts', { count: search.accounts.length }) }]
      : []),
    ...[...accounts.values()].map(({ id, handle, platform }) => ({
      id: String(id),
      label: `@${handle}`,
      detail: platform,
    })),
  ]
  const choose = (id: string) => {
    if (id !== SEVERAL) set({ accounts: id === '' ? [] : [AccountId.parse(Number(id))] })
  }
  return (
    <>
      <Field
        label={t('words')}
        value={search.search}
        onChange={(words) => set({ search: words })}
        hint={t('wordsHint')}
      />
      <div className="form-row">
        <Picker label={t('account')} value={chosen} onChange={choose} choices={choices} />
        <Field type="date" label={t('from')} value={search.from ?? ''} onChange={(text) => set({ from: day(text) })} />
        <Field type="date" label={t('to')} value={search.to ?? ''} onChange={(text) => set({ to: day(text) })} />
      </div>
      <details>
        <summary>{t('kinds')}</summary>
        <TickList
          label={t('kinds')}
          options={RecordKind.options}
          chosen={search.kinds}
          words={kindWord}
          onChange={(kinds) => set({ kinds })}
        />
      </details>
      {withFamilies && (
        <TickList
          label={t('families')}
          options={Family.options}
          chosen={search.families}
          words={(family) => t(`family.${family}`)}
          onChange={(families) => set({ families })}
        />
      )}
      <LiveCount search={search} />
    </>
  )
}

function LiveCount({ search }: { readonly search: SearchDraft }) {
  const { data, refusal } = useQuery(searchCount, { search }, ['records'], 400)
  return (
    <p role="status" className="hint">
      {refusal ? refusal.sentence : data ? t('finds', { count: data.found }) : t('counting')}
    </p>
  )
}
