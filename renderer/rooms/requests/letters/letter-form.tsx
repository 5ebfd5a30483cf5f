// What is settled in a draft: each kind of letter asks what the law wants it to say.
import { requestFile } from '../../../../shared/contract/request-life.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Choices } from './choices.tsx'
import { FeesFields } from './fees-fields.tsx'
import { DayField, DenialFields, DeterminationFields, ExtensionFields, ProductionField } from './letter-fields.tsx'
import type { ShownLetter } from './shown.ts'
import { useAutosave } from './use-autosave.ts'

const t = translator(en)

/** The form. */
export function LetterForm({ request, shown }: { readonly request: RequestDetail; readonly shown: ShownLetter }) {
  const { letter, grounds } = shown
  const autosave = useAutosave(request.id, letter)
  const parts = useQuery(requestFile, { id: request.id }, ['requests'], 2000).data?.parts ?? []
  const { draft, set, saving, refusal } = autosave
  const { kind } = draft
  const determines = kind === 'determination' || kind === 'idr-determination'
  return (
    <div className="form letter-form">
      <p role="status" className="hint">
        {t(saving)}
      </p>
      <RefusalNotice refusal={refusal} />
      <Field label={t('to')} value={draft.to} onChange={(to) => set({ to })} lines={3} hint={t('toHint')} />
      {parts.length > 0 && (
        <Choices
          label={t('parts')}
          choices={parts.map(({ number, title }) => ({ id: String(number), title, note: '' }))}
          chosen={draft.parts.map(String)}
          onChange={(chosen) => set({ parts: chosen.map(Number) })}
        />
      )}
      {(kind === 'extension' || kind === 'idr-advice') && (
        <>
          <Choices
            label={t(kind === 'extension' ? 'grounds' : 'matters')}
            choices={grounds.map(({ id, title, text, sure }) => ({
              id,
              title,
              note: sure ? text : `${text} ${t('unsure')}`,
            }))}
            chosen={draft.grounds}
            onChange={(chosen) => set({ grounds: chosen })}
          />
          <Field
            label={t('facts')}
            value={draft.facts}
            onChange={(facts) => set({ facts })}
            lines={4}
            hint={t('factsHint')}
          />
        </>
      )}
      {kind === 'extension' && <ExtensionFields draft={draft} set={set} />}
      {determines && <DeterminationFields draft={draft} set={set} exemptions={shown.exemptions} />}
      {kind === 'denial' && <DenialFields draft={draft} set={set} exemptions={shown.exemptions} />}
      {(kind === 'assistance' || kind === 'none') && (
        <Field label={t(`own.${kind}`)} value={draft.facts} onChange={(facts) => set({ facts })} lines={4} />
      )}
      {kind === 'fees' && <FeesFields request={request.id} draft={draft} set={set} />}
      {kind === 'recall' && (
        <>
          <ProductionField request={request} draft={draft} set={set} />
          <Field label={t('concerned')} value={draft.facts} onChange={(facts) => set({ facts })} lines={4} />
        </>
      )}
      {kind === 'instalment' && (
        <>
          <ProductionField request={request} draft={draft} set={set} />
          <Field label={t('provided')} value={draft.facts} onChange={(facts) => set({ facts })} lines={4} />
          <label className="check">
            <input
              type="checkbox"
              checked={draft.complete}
              onChange={(event) => set({ complete: event.target.checked })}
            />
            {t('complete')}
          </label>
          {!draft.complete && <DayField label={t('nextDay')} value={draft.day} onChange={(day) => set({ day })} />}
        </>
      )}
      <Field
        label={t('remarks')}
        value={draft.remarks}
        onChange={(remarks) => set({ remarks })}
        lines={4}
        hint={t('remarksHint')}
      />
    </div>
  )
}
