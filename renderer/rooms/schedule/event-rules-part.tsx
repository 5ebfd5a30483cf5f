// The standing rules that give the days of events: listed, added, taken away. The whole set is saved each time; the one before is kept.
import { useState } from 'react'
import { eventRulesSave, eventRulesShow } from '../../../shared/contract/record-event.ts'
import type { EventRule } from '../../../shared/domain/retention/event-rule.ts'
import type { LegendEntry } from '../../../shared/domain/schedule/legend.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/event-rules.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { SecondPerson } from '../../record/second-person.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { EventRuleForm } from './event-rule-form.tsx'

const t = translator(en)

/** The part; nothing where no code of the legend waits for an event. */
export function EventRulesPart({ legend }: { readonly legend: readonly LegendEntry[] }) {
  const { accounts, summary } = useVault()
  const { data } = useQuery(eventRulesShow, {}, ['schedule'])
  const [adding, setAdding] = useState(false)
  const [second, setSecond] = useState<string | null>(null)
  const codes = legend.filter(({ basis }) => basis === 'event')
  const saving = useAction(async (rules: readonly EventRule[]) => {
    await run(eventRulesSave, { rules: [...rules], second })
    setAdding(false)
    setSecond(null)
  })
  if (codes.length === 0 || data === undefined) return null
  const { rules, savedAt, savedBy } = data
  const recordsOf = ({ accounts: ids, since, until }: EventRule) => {
    const handles = ids.map((id) => `@${accounts.get(id)?.handle ?? id}`)
    const day = (one: EventRule['since']) => (one === null ? t('anyDay') : formatDay(one))
    const made = since === null && until === null ? [] : [t('between', { since: day(since), until: day(until) })]
    return [...handles, ...made].join(', ') || t('every')
  }
  return (
    <Section title={t('title')} actions={<Button onPress={() => setAdding(true)}>{t('add')}</Button>}>
      <p className="soft">{t('about')}</p>
      {rules.length === 0 && <p>{t('none')}</p>}
      {rules.length > 0 && (
        <ListTable<EventRule>
          file="event-rules"
          label={t('title')}
          rows={rules}
          keyOf={(rule) => rules.indexOf(rule)}
          columns={[
            { id: 'name', title: t('name'), heading: true, cell: ({ name }) => <bdi>{name}</bdi> },
            { id: 'code', title: t('code'), tight: true, cell: ({ code }) => code },
            {
              id: 'source',
              title: t('source'),
              cell: ({ source }) =>
                source.kind === 'day' ? t('onDay', { day: formatDay(source.on) }) : t(`source.${source.kind}`),
            },
            { id: 'records', title: t('records'), cell: recordsOf },
            { id: 'reason', title: t('reason'), cell: ({ reason }) => <bdi>{reason}</bdi> },
            {
              id: 'change',
              title: t('change'),
              tight: true,
              cell: (rule) => (
                <Button look="quiet" onPress={() => void saving.go(rules.filter((one) => one !== rule))}>
                  {t('remove')}
                  <span className="visually-hidden"> {t('removeOf', { name: rule.name })}</span>
                </Button>
              ),
            },
          ]}
        />
      )}
      {savedAt !== null && (
        <p className="soft">
          {t('saved', { when: formatInstant(savedAt, summary.zone, 'moment'), who: savedBy ?? '' })}
        </p>
      )}
      {!adding && <RefusalNotice refusal={saving.refusal} />}
      {!adding && saving.refusal?.code === 'SECOND_PERSON_REQUIRED' && (
        <SecondPerson value={second} onChange={setSecond} />
      )}
      <Dialog title={t('addTitle')} open={adding} onClose={() => setAdding(false)}>
        <EventRuleForm
          codes={codes}
          action={saving}
          besides={<SecondPerson value={second} onChange={setSecond} />}
          onCancel={() => setAdding(false)}
          onRule={(rule) => void saving.go([...rules, rule])}
        />
      </Dialog>
    </Section>
  )
}
