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
import type { ShownLetter } from './shown.ts'

const t = translator(en)

/** The form. */
export function TranslateForm({
  id,
  proposals,
  onDone,
}: {
  readonly id: number
  readonly proposals: ShownLetter['proposals']
  readonly onDone: () => void
}) {
  const proposed = (language: LetterLanguage) => proposals.find((one) => one.language === language)?.text ?? ''
  const { zone } = useVault().summary
  const [draft, setDraft] = useState<LetterTranslation>(() => ({
    ...{
      language: 'es',
      text: proposed('es'),
      reviewedBy: '',
      reviewerTitle: '',
      reviewedOn: LocalDate.parse(todayIn(zone)),
    },
  }))
  const set = (part: Partial<LetterTranslation>) => setDraft((before) => ({ ...before, ...part }))
  // Words that somebody typed stay; those that were proposed give way to the other language's.
  const choose = (language: LetterLanguage) =>
    set({ language, ...(draft.text === proposed(draft.language) ? { text: proposed(language) } : {}) })
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
        onChange={(one) => choose(LetterLanguage.options.find((known) => known === one) ?? 'es')}
        choices={LetterLanguage.options.map((one) => ({ id: one, label: t(`language.${one}`) }))}
      />
      <Field
        label={t('translation')}
        hint={proposed(draft.language) === '' ? undefined : t('translationHint')}
        value={draft.text}
        onChange={(text) => set({ text })}
        lines={8}
        required
      />
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
