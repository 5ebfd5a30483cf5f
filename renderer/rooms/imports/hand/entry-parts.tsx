// The parts of an entry by hand: where it stood, what it says, how it was taken down.
import { AccountId } from '../../../../shared/domain/id.ts'
import { RecordKind, RecordState } from '../../../../shared/domain/record/record.ts'
import { useVault } from '../../../client/vault.ts'
import { platformWord, word } from '../../../locale/en/domain.ts'
import { en } from '../../../locale/en/hand.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { AbsentField } from './absent-field.tsx'
import type { Draft, Problems } from './draft.ts'
import { WhenField } from './when-field.tsx'

const t = translator(en)

interface Props {
  readonly draft: Draft
  readonly problems: Problems
  readonly set: (part: Partial<Draft>) => void
}

/** Account, kind, state, address and number. */
export function StoodPart({ draft, problems, set }: Props) {
  const { accounts } = useVault()
  const onAbsent = (absent: Draft['absent']) => set({ absent })
  return (
    <fieldset className="entry-part">
      <legend>{t('stood')}</legend>
      <Picker
        label={t('account')}
        placeholder={t('chooseAccount')}
        value={draft.account === null ? null : String(draft.account)}
        onChange={(id) => set({ account: AccountId.parse(Number(id)) })}
        choices={[...accounts.values()].map((account) => ({
          id: String(account.id),
          label: `@${account.handle}`,
          detail: [platformWord(account.platform), account.name, account.department].filter(Boolean).join(' · '),
        }))}
        error={problems.account}
        required
      />
      <div className="form-row">
        <Picker
          label={t('kind')}
          value={draft.kind}
          onChange={(id) => set({ kind: RecordKind.parse(id) })}
          choices={RecordKind.options.map((id) => ({ id, label: word(id) }))}
        />
        <Picker
          label={t('state')}
          value={draft.state}
          onChange={(id) => set({ state: RecordState.parse(id) })}
          choices={RecordState.options.map((id) => ({ id, label: word(id) }))}
        />
      </div>
      <AbsentField name="link" absent={draft.absent} problems={problems} onAbsent={onAbsent}>
        <Field
          label={t('link')}
          value={draft.link}
          onChange={(link) => set({ link })}
          hint={t('linkHint')}
          placeholder="https://"
          error={problems.link}
        />
      </AbsentField>
      <div className="form-row">
        <Field label={t('nativeId')} value={draft.nativeId} onChange={(nativeId) => set({ nativeId })} />
        <Field
          label={t('conversation')}
          value={draft.conversation}
          onChange={(conversation) => set({ conversation })}
        />
      </div>
      <AbsentField name="parent" absent={draft.absent} problems={problems} onAbsent={onAbsent}>
        <Field label={t('parent')} value={draft.parent} onChange={(parent) => set({ parent })} />
      </AbsentField>
    </fieldset>
  )
}

/** Author, date, words. */
export function SaidPart({ draft, problems, set }: Props) {
  const field = { absent: draft.absent, problems, onAbsent: (absent: Draft['absent']) => set({ absent }) }
  return (
    <fieldset className="entry-part">
      <legend>{t('said')}</legend>
      <AbsentField name="author" {...field}>
        <Field
          label={t('author')}
          value={draft.author}
          onChange={(author) => set({ author })}
          hint={t('authorHint')}
          error={problems.author}
          required
        />
      </AbsentField>
      <AbsentField name="time" {...field}>
        <WhenField draft={draft} problems={problems} set={set} />
      </AbsentField>
      <AbsentField name="text" {...field}>
        <Field
          label={t('text')}
          value={draft.text}
          onChange={(text) => set({ text })}
          hint={t('textHint')}
          lines={7}
          error={problems.text}
        />
      </AbsentField>
    </fieldset>
  )
}

/** Who took it down, and how. */
export function CapturedPart({ draft, problems, set }: Props) {
  return (
    <fieldset className="entry-part">
      <legend>{t('captured')}</legend>
      <div className="form-row">
        <Field
          label={t('capturedBy')}
          value={draft.capturedBy}
          onChange={(capturedBy) => set({ capturedBy })}
          error={problems.capturedBy}
          required
        />
        <Field
          label={t('capturedHow')}
          value={draft.capturedHow}
          onChange={(capturedHow) => set({ capturedHow })}
          hint={t('capturedHowHint')}
          error={problems.capturedHow}
          required
        />
      </div>
    </fieldset>
  )
}
