// What a declaration of a personal search says.
import type { Declaration } from '../../../../shared/domain/intake/produced.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'

const t = translator(en)

interface Props {
  readonly declaration: Declaration
  readonly onChange: (declaration: Declaration) => void
}

/** The fields. */
export function DeclarationFields({ declaration, onChange }: Props) {
  const set = (part: Partial<Declaration>) => onChange({ ...declaration, ...part })
  const { searchedBy, searchedWhere, soughtFor, terms, searchedOn, notProduced } = declaration
  const { signedBy, signedOn, signedAt, underPenalty } = declaration
  const day = (text: string, before: LocalDate) => LocalDate.safeParse(text).data ?? before
  return (
    <>
      <div className="form-row">
        <Field label={t('searchedBy')} value={searchedBy} onChange={(next) => set({ searchedBy: next })} required />
        <Field
          type="date"
          label={t('searchedOn')}
          value={searchedOn}
          onChange={(text) => set({ searchedOn: day(text, searchedOn) })}
        />
      </div>
      <Field
        label={t('searchedWhere')}
        value={searchedWhere}
        onChange={(next) => set({ searchedWhere: next })}
        required
      />
      <Field label={t('soughtFor')} value={soughtFor} onChange={(next) => set({ soughtFor: next })} prose required />
      <Field label={t('terms')} value={terms} onChange={(next) => set({ terms: next })} required />
      <Field
        label={t('notProduced')}
        value={notProduced}
        onChange={(next) => set({ notProduced: next })}
        lines={2}
        required
      />
      <div className="form-row">
        <Field label={t('signedBy')} value={signedBy} onChange={(next) => set({ signedBy: next })} required />
        <Field
          type="date"
          label={t('signedOn')}
          value={signedOn}
          onChange={(text) => set({ signedOn: day(text, signedOn) })}
        />
        <Field label={t('signedAt')} value={signedAt} onChange={(next) => set({ signedAt: next })} />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={underPenalty}
          onChange={(event) => set({ underPenalty: event.target.checked })}
        />
        {t('underPenalty')}
      </label>
    </>
  )
}
