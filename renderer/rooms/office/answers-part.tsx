// Response times of a period: counts, the list to work through, and saying by hand that something asks nothing.
import { useState } from 'react'
import {
  type ResponseMonth,
  type ResponseRow,
  ResponseVerdict,
  responseMark,
  responsePrint,
  responseReport,
} from '../../../shared/contract/response.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { useAction } from '../../client/action.ts'
import { run, start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant, todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'
import { address } from '../../workspace/route.ts'
import { AnswersChart } from './answers-chart.tsx'

const t = translator(en)
const RULES = ['question-mark', 'question-word', 'report', 'report-cjk', 'request', 'by-hand'] as const

/** The part. */
export function AnswersPart() {
  const { summary, accounts } = useVault()
  const [asOf] = useState(() => Date.now())
  const [from, setFrom] = useState(() => `${todayIn(summary.zone).slice(0, 4)}-01-01`)
  const [to, setTo] = useState(() => String(todayIn(summary.zone)))
  const period = {
    from: LocalDate.safeParse(from).data ?? todayIn(summary.zone),
    to: LocalDate.safeParse(to).data ?? todayIn(summary.zone),
  }
  const { data, refusal } = useQuery(
    responseReport,
    { ...period, asOf },
    ['stewardship', 'accessions', 'records', 'requests'],
    2000,
  )
  const writing = useAction(async () => {
    const target = await chooseTarget(`response-times-${period.from}-${period.to}.pdf`)
    if (target) await start(responsePrint, { ...period, format: 'pdf', into: target.grant })
  })
  return (
    <Section
      title={t('part.answers')}
      actions={
        <Button icon="print" onPress={() => void writing.go()}>
          {t('writeAnswers')}
        </Button>
      }
    >
      <p className="soft">{t('answersAbout')}</p>
      <div className="form-row">
        <Field type="date" label={t('from')} value={from} onChange={setFrom} />
        <Field type="date" label={t('to')} value={to} onChange={setTo} />
      </div>
      <RefusalNotice refusal={refusal ?? writing.refusal} />
      {data?.yearsWithout.map((year) => (
        <Notice key={year} tone="warn">
          {t('yearWithout', { year: String(year) })}
        </Notice>
      ))}
      {data?.yearsReckoned.map((year) => (
        <p key={year} className="soft">
          {t('yearReckoned', { year: String(year) })}
        </p>
      ))}
      {data?.unmatched.map(({ account, replies }) => (
        <p key={account} className="soft">
          {t('unmatched', { handle: accounts.get(account)?.handle ?? '', count: replies })}
        </p>
      ))}
      {data?.total === 0 && <p>{t('answersNone')}</p>}
      {data && data.total > 0 && (
        <>
          <AnswersChart months={data.months} />
          <Months months={data.months} />
          <Rows rows={data.rows} />
        </>
      )}
    </Section>
  )
}

function Months({ months }: { readonly months: readonly ResponseMonth[] }) {
  const { accounts } = useVault()
  return (
    <ListTable<ResponseMonth>
      file="response-times"
      label={t('byMonth')}
      className="answers-months"
      rows={months}
      keyOf={({ account, month }) => `${account} ${month}`}
      columns={[
        {
          id: 'account',
          title: t('account'),
          heading: true,
          cell: ({ account }) => <bdi>@{accounts.get(account)?.handle}</bdi>,
        },
        { id: 'month', title: t('month'), tight: true, cell: ({ month }) => month },
        ...ResponseVerdict.options.map((verdict) => ({
          ...{ id: verdict, title: t(`verdict.${verdict}`), number: true },
          cell: ({ counts }: ResponseMonth) => String(counts[verdict] ?? 0),
        })),
        { id: 'median', title: t('median'), number: true, cell: ({ median }) => median?.toFixed(1) ?? '' },
      ]}
    />
  )
}

function Rows({ rows }: { readonly rows: readonly ResponseRow[] }) {
  const { zone } = useVault().summary
  const [marking, setMarking] = useState<ResponseRow | null>(null)
  const saving = useAction(async (reason: string) => {
    if (marking) await run(responseMark, { record: marking.record, asks: false, reason })
    setMarking(null)
  })
  return (
    <>
      <ListTable<ResponseRow>
        file="answers"
        label={t('toWork')}
        rows={rows}
        keyOf={({ record }) => record}
        columns={[
          {
            id: 'words',
            title: t('words'),
            heading: true,
            cell: ({ record, words }) => (
              <a href={address('records', [record])}>
                <bdi>{words}</bdi>
              </a>
            ),
          },
          {
            id: 'asked',
            title: t('asked'),
            tight: true,
            cell: ({ at }) => (at === null ? '' : formatInstant(at, zone, 'moment')),
          },
          {
            id: 'verdict',
            title: t('verdictColumn'),
            cell: ({ verdict, why }) =>
              why === null ? t(`verdict.${verdict}`) : `${t(`verdict.${verdict}`)}: ${t(`why.${why}`)}`,
          },
          { id: 'hours', title: t('hours'), number: true, cell: ({ hours }) => hours?.toFixed(1) ?? '' },
          { id: 'rule', title: t('rule'), tight: true, cell: ({ rule }) => ruleWord(rule) },
          {
            id: 'mark',
            title: t('next'),
            tight: true,
            cell: (row) => (
              <Button look="quiet" onPress={() => setMarking(row)}>
                {t('mark')}
                <span className="visually-hidden"> {t('markOf', { words: row.words })}</span>
              </Button>
            ),
          },
        ]}
      />
      <Dialog title={t('markTitle')} open={marking !== null} onClose={() => setMarking(null)}>
        <ReasonForm
          about={t('markAbout')}
          label={t('markReason')}
          act={t('markDo')}
          action={saving}
          cancel={t('cancel')}
          onCancel={() => setMarking(null)}
          onReason={(reason) => void saving.go(reason)}
        />
      </Dialog>
    </>
  )
}

/** The name of what found it; a rule that has none in words shows what it is called. */
function ruleWord(rule: string): string {
  const known = RULES.find((one) => one === rule)
  return known === undefined ? rule : t(`rule.${known}`)
}
