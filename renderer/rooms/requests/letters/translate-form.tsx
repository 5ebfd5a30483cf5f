// Attaching a translation that a named person has reviewed.
import { type FormEvent, useState } from 'react'
import { letterTranslate } from '../../../../shared/contract/letter.ts'
import { LetterLanguage, type LetterTranslation } from '../../../../shared/domain/request/letter.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { todayIn } from '../../../locale/time.ts'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { DayField } from './letter-fields.tsx'

const t = translator(en)

/** The form. */
export function TranslateForm({ id, onDone }: { readonly id: number; readonly onDone: () => void }) {
  const { zone } = useVault().summary
  const [draft, setDraft] = useState<LetterTranslation>(() => ({
    ...{ language: 'es', text: '', reviewedBy: '', reviewerTitle: '', reviewedOn: LocalDate.parse(todayIn(zone)) },
  }))
  const set = (part: Partial<LetterTranslation>) => setDraft((before) => ({ ...before, ...part }))
  const attaching = useAction(async () => {
    await run(letterTranslate, { id, translation: draft })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attaching.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('translateAbout')}</p>
      <Picker
        label={t('language')}
        value={draft.language}
        onChange={(one) => set({ language: LetterLanguage.options.find((known) => known === one) ?? 'es' })}
        choices={LetterLanguage.options.map((one) => ({ id: one, label: t(`language.${one}`) }))}
      />
      <Field label={t('translation')} value={draft.text} onChange={(text) => set({ text })} lines={8} required />
      <div className="form-row">
        <Field
          label={t('reviewedBy')}
          value={draft.reviewedBy}
          onChange={(reviewedBy) => set({ reviewedBy })}
          required
        />
        <Field
          label={t('title')}
          value={draft.reviewerTitle}
          onChange={(reviewerTitle) => set({ reviewerTitle })}
          required
        />
        <DayField
          label={t('reviewedOn')}
          value={draft.reviewedOn}
          onChange={(day) => day && set({ reviewedOn: day })}
        />
      </div>
      <FormEnd action={attaching} cancel={t('cancel')} onCancel={onDone}>
        {t('attach')}
      </FormEnd>
    </form>
  )
}
