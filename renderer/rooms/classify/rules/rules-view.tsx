// The rules: rows to add, edit, order and remove, with what each would do; saved as a new set, and run as a job.
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { rulesSave, rulesShow, scheduleShow } from '../../../../shared/contract/schedule.ts'
import { type Rule, Rules } from '../../../../shared/domain/classify/rule.ts'
import { withUnscheduled } from '../../../../shared/domain/schedule/unscheduled.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/rules.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { useForm } from '../../../workspace/doing.ts'
import { RuleConflicts } from './rule-conflicts.tsx'
import { freeId, numbered } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { RuleTable } from './rule-table.tsx'
import { RunRules } from './run-rules.tsx'
import { useTrial } from './use-trial.ts'

const t = translator(en)

/** The view. */
export function RulesView() {
  const { data, refusal, refresh } = useQuery(rulesShow, {}, ['rules'], 500)
  const schedule = useQuery(scheduleShow, { id: null }, ['schedule'], 2000).data?.schedule
  const series = schedule ? withUnscheduled(schedule.series) : []
  const [draft, setDraft] = useState<readonly Rule[] | null>(null)
  const [changing, setEditing] = useState<Rule | null>(null)
  const [adding, setAdding] = useForm('rule')
  const editing = changing ?? (adding ? 'new' : null)
  const close = () => {
    setEditing(null)
    if (adding) setAdding(false)
  }
  const rules = draft ?? data?.rules.toSorted((one, other) => one.order - other.order) ?? []
  const trial = useTrial(rules)
  const loading = useAction(async (file: File) => setDraft(numbered(sorted(readRules(await file.text())))))
  const saving = useAction(async () => {
    await run(rulesSave, { rules: numbered(rules) })
    setDraft(null)
    refresh()
  })
  const keep = (rule: Rule) => {
    const known = rules.some(({ id }) => id === rule.id)
    setDraft(numbered(known ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule]))
    close()
  }
  const next = (data?.set ?? 0) + 1
  return (
    <>
      <Section title={t('title')}>
        <p className="soft">{t('about')}</p>
        <RefusalNotice refusal={refusal ?? loading.refusal ?? saving.refusal} />
        {data && rules.length === 0 && <p>{t('none')}</p>}
        {rules.length > 0 && (
          <RuleTable rules={rules} trial={trial} onChange={(to) => setDraft(numbered(to))} onEdit={setEditing} />
        )}
        <div className="form-actions start">
          <Button icon="plus" onPress={() => setAdding(true)}>
            {t('add')}
          </Button>
          <FileTrigger
            acceptedFileTypes={['.json', 'application/json']}
            onSelect={(list) => {
              const file = list?.[0]
              if (file) void loading.go(file)
            }}
          >
            <Button icon="file" busy={loading.busy}>
              {t('load')}
            </Button>
          </FileTrigger>
        </div>
        {draft !== null && (
          <Notice
            tone="warn"
            actions={
              <div className="unsaved-actions">
                <Button onPress={() => setDraft(null)}>{t('discard')}</Button>
                <Button look="strong" busy={saving.busy} onPress={() => void saving.go()}>
                  {t('save', { set: next })}
                </Button>
              </div>
            }
          >
            {t('unsaved')}
          </Notice>
        )}
      </Section>
      {trial && <RuleConflicts trial={trial} rules={rules} />}
      {draft === null && rules.length > 0 && <RunRules set={data?.set ?? 0} />}
      <Dialog title={editing === 'new' ? t('addTitle') : t('editTitle')} open={editing !== null} onClose={close} wide>
        {editing !== null && (
          <RuleForm
            rule={editing === 'new' ? null : editing}
            id={editing === 'new' ? freeId(rules) : editing.id}
            order={editing === 'new' ? rules.length + 1 : editing.order}
            series={series}
            onKeep={keep}
            onCancel={close}
          />
        )}
      </Dialog>
    </>
  )
}

function sorted(rules: Rules): Rule[] {
  return rules.toSorted((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1))
}

function readRules(text: string): Rules {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new MunimentError('INPUT_INVALID', t('notRules', { why: String(error) }))
  }
  const read = Rules.safeParse(value)
  if (read.success) return read.data
  const [first] = read.error.issues
  const why = `${first?.path.join('.') ?? ''} ${first?.message ?? ''}`
  throw new MunimentError('INPUT_INVALID', t('notRules', { why }))
}
