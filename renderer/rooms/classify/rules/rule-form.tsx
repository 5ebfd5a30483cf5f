// One rule to fill in.
import { type FormEvent, useState } from 'react'
import type { Rule } from '../../../../shared/domain/classify/rule.ts'
import type { Series } from '../../../../shared/domain/schedule/series.ts'
import { en } from '../../../locale/en/rules.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Picker, SearchPicker } from '../../../ui/picker.tsx'
import { draftOf, emptyDraft, type RuleDraft, ruleOf } from './rule-draft.ts'

const t = translator(en)
const medias = ['any', 'with', 'without'] as const

interface Props {
  /** Null for a new one. */
  readonly rule: Rule | null
  readonly id: string
  readonly order: number
  readonly series: readonly Series[]
  readonly onKeep: (rule: Rule) => void
  readonly onCancel: () => void
}

/** The form. */
export function RuleForm({ rule, id, order, series, onKeep, onCancel }: Props) {
  const [draft, setDraft] = useState<RuleDraft>(rule === null ? emptyDraft : draftOf(rule))
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.series === null) return setProblem(t('seriesMissing'))
    const made = ruleOf(draft, id, order)
    if ('problem' in made) setProblem(t('notRule', { why: made.problem }))
    else onKeep(made)
  }
  const text = (name: 'any' | 'all' | 'accounts' | 'platforms' | 'kinds' | 'authors' | 'threads', hint: string) => (
    <Field label={t(name)} value={draft[name]} onChange={(value) => change({ [name]: value })} hint={hint} />
  )
  return (
    <form className="form wide" onSubmit={submit}>
      <Field
        label={t('name')}
        value={draft.name}
        onChange={(name) => change({ name })}
        hint={t('nameHint')}
        required
        autoFocus
      />
      <div className="form-row">
        {text('any', t('wordsHint'))}
        {text('all', t('wordsHint'))}
      </div>
      <div className="form-row">
        {text('accounts', t('accountsHint'))}
        {text('platforms', t('platformsHint'))}
        {text('kinds', t('kindsHint'))}
      </div>
      <div className="form-row">
        {text('authors', t('authorsHint'))}
        {text('threads', t('threadsHint'))}
      </div>
      <div className="form-row">
        <Field label={t('from')} type="date" value={draft.from} onChange={(from) => change({ from })} />
        <Field label={t('to')} type="date" value={draft.to} onChange={(to) => change({ to })} />
        <Picker
          label={t('media')}
          choices={medias.map((one) => ({ id: one, label: t(`media.${one}`) }))}
          value={draft.media}
          onChange={(media) => change({ media: medias.find((one) => one === media) ?? 'any' })}
        />
      </div>
      <SearchPicker
        label={t('series')}
        choices={series.map(({ code, title }) => ({ id: code, label: `${code} ${title}` }))}
        value={draft.series}
        onChange={(code) => change({ series: code })}
        required
      />
      <Field
        label={t('reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        hint={t('reasonHint')}
        required
      />
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <div className="form-actions">
        <Button look="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit>
          {t('keep')}
        </Button>
      </div>
    </form>
  )
}
