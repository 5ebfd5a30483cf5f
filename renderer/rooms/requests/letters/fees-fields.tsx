// Which fees a letter asks for.
import { feeList } from '../../../../shared/contract/fee.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import { dollars, feeTotal } from '../../../../shared/domain/request/fee.ts'
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { todayIn } from '../../../locale/time.ts'
import { Field } from '../../../ui/field.tsx'
import { Picker } from '../../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly request: RequestId
  readonly draft: LetterDraft
  readonly set: (part: Partial<LetterDraft>) => void
}

/** The fields. */
export function FeesFields({ request, draft, set }: Props) {
  const { zone } = useVault().summary
  const on = LocalDate.parse(todayIn(zone))
  const fees = useQuery(feeList, { request, on }, ['requests'], 1500).data?.fees ?? []
  return (
    <>
      <Picker
        label={t('fee')}
        placeholder={t('choose')}
        value={draft.fee === null ? null : String(draft.fee)}
        onChange={(id) => set({ fee: Number(id) })}
        choices={fees.map(({ number, lines }) => ({
          id: String(number),
          label: t('feeOf', { number, total: dollars(feeTotal(lines)) }),
        }))}
      />
      <Field label={t('own.fees')} value={draft.facts} onChange={(facts) => set({ facts })} lines={3} />
    </>
  )
}
