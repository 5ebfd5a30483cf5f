// One search: words, accounts, period, kinds, what goes along, and how much it finds.

import { searchCount } from '../../../../shared/contract/request-search.ts'
import { RecordKind } from '../../../../shared/domain/record/record.ts'
import { Family, type SearchDraft } from '../../../../shared/domain/request/request-search.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { kindWord } from '../../../../shared/text/names.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { AccountsField } from '../../../record/accounts-field.tsx'
import { Field } from '../../../ui/field.tsx'
import { TickList } from './tick-list.tsx'

const t = translator(en)

interface Props {
  readonly search: SearchDraft
  readonly onChange: (search: SearchDraft) => void
  readonly withFamilies?: boolean
}

/** The fields. */
export function SearchFields({ search, onChange, withFamilies = false }: Props) {
  const set = (part: Partial<SearchDraft>) => onChange({ ...search, ...part })
  const day = (text: string) => LocalDate.safeParse(text).data ?? null
  return (
    <>
      <Field
        label={t('words')}
        value={search.search}
        onChange={(words) => set({ search: words })}
        hint={t('wordsHint')}
      />
      <div className="form-row">
        <Field type="date" label={t('from')} value={search.from ?? ''} onChange={(text) => set({ from: day(text) })} />
        <Field type="date" label={t('to')} value={search.to ?? ''} onChange={(text) => set({ to: day(text) })} />
      </div>
      <AccountsField chosen={search.accounts} onChange={(accounts) => set({ accounts })} />
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
