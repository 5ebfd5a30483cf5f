// The rules in force: what they say, loading others, running them.
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { MunimentError } from '../../../shared/contract/error.ts'
import { classifyRules, rulesSave, rulesShow } from '../../../shared/contract/schedule.ts'
import { type Rule, Rules } from '../../../shared/domain/rule.ts'
import { useAction } from '../../client/action.ts'
import { run, start } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/classify.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The part. */
export function RulesPart() {
  const { data, refusal, refresh } = useQuery(rulesShow, {}, ['rules'], 500)
  const [begun, setBegun] = useState(false)
  const loading = useAction(async (file: File) => {
    await run(rulesSave, { rules: readRules(await file.text()) })
    refresh()
  })
  const running = useAction(async () => {
    await start(classifyRules, {})
    setBegun(true)
  })
  const rules = data?.rules ?? []
  return (
    <Section title={t('rules')}>
      <p className="soft">{t('rulesAbout')}</p>
      <RefusalNotice refusal={refusal ?? loading.refusal ?? running.refusal} />
      {data && rules.length === 0 && <p>{t('noRules')}</p>}
      {rules.length > 0 && (
        <DataTable<Rule>
          label={t('rules')}
          rows={rules.toSorted((a, b) => a.order - b.order)}
          keyOf={(rule) => rule.id}
          columns={[
            { id: 'order', title: t('order'), number: true, cell: (rule) => rule.order },
            { id: 'name', title: t('name'), heading: true, cell: (rule) => <bdi>{rule.name}</bdi> },
            { id: 'when', title: t('when'), cell: (rule) => <bdi>{conditionWords(rule)}</bdi> },
            { id: 'series', title: t('series'), cell: (rule) => rule.series },
            { id: 'reason', title: t('reason'), cell: (rule) => <bdi>{rule.reason}</bdi> },
          ]}
        />
      )}
      {begun && (
        <Notice tone="info">
          <a href={address('jobs')}>{t('running')}</a>
        </Notice>
      )}
      <div className="form-actions start">
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
        {rules.length > 0 && (
          <Button look="strong" icon="play" onPress={() => void running.go()} busy={running.busy}>
            {t('runRules')}
          </Button>
        )}
      </div>
    </Section>
  )
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
  throw new MunimentError(
    'INPUT_INVALID',
    t('notRules', { why: `${first?.path.join('.') ?? ''} ${first?.message ?? ''}` }),
  )
}

function conditionWords({ when }: Rule): string {
  const parts = [
    ...(when.accounts?.map((account) => `account:${account}`) ?? []),
    ...(when.platforms?.map((platform) => `platform:${platform}`) ?? []),
    ...(when.kinds?.map((kind) => `kind:${kind}`) ?? []),
    when.words?.any?.join(' OR ') ?? '',
    when.words?.all?.join(' ') ?? '',
    when.from ? `from:${when.from}` : '',
    when.to ? `to:${when.to}` : '',
    when.hasMedia ? 'has:media' : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : t('everyRecord')
}
