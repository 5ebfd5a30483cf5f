// The entries of a plan's lists beside what the vault knows: which are held here, which were answered for, which somebody must answer for.
import { useState } from 'react'
import type { PlanSummary } from '../../../shared/contract/purge.ts'
import {
  answerWords,
  type ListedComparison,
  type ListedRow,
  listedStandingWords,
  listKindWords,
} from '../../../shared/domain/disposition/listed.ts'
import { listedTold } from '../../../shared/domain/disposition/listed-judge.ts'
import { en } from '../../locale/en/listed.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AnswerForm } from './answer-form.tsx'

const t = translator(en)
/** More are told by their number alone: the plan’s file has them all. */
const MOST = 200

interface Props {
  readonly plan: PlanSummary
  readonly listed: ListedComparison
}

/** The part. */
export function ListedPart({ plan, listed }: Props) {
  const [answering, setAnswering] = useState<readonly ListedRow[]>([])
  const open = listed.rows.filter((row) => row.open)
  const requests = open.filter(({ kind }) => kind === 'open-requests')
  const held = listed.held + listed.rows.filter(({ standing }) => standing === 'held').length
  return (
    <section className="plan-listed">
      <h3>{t('title')}</h3>
      {open.length > 0 && (
        <Notice tone="warn" title={t('open', { count: formatCount(open.length) })}>
          {t('openAbout')}
        </Notice>
      )}
      <p className="soft">{[t('held', { count: formatCount(held) }), ...listedTold(listed)].join(' ')}</p>
      {listed.rows.length > 0 && (
        <DataTable<ListedRow>
          label={t('title')}
          rows={listed.rows.slice(0, MOST)}
          keyOf={({ key }) => key}
          columns={[
            {
              id: 'entry',
              title: t('entry'),
              heading: true,
              tight: true,
              cell: ({ kind, number }) => (
                <>
                  <bdi>{number}</bdi> <span className="soft">{listKindWords[kind].one}</span>
                </>
              ),
            },
            { id: 'says', title: t('says'), prose: true, cell: ({ words }) => <bdi>{words}</bdi> },
            { id: 'here', title: t('here'), cell: (row) => <Standing row={row} /> },
            { id: 'answer', title: t('answer'), cell: answerOf },
            {
              id: 'do',
              title: t('actions'),
              tight: true,
              cell: (row) =>
                row.open && (
                  <Button look="quiet" onPress={() => setAnswering([row])}>
                    {t(row.kind === 'claims' ? 'answerClaim' : 'answerRequest')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {listed.rows.length > MOST && (
        <p className="soft">{t('more', { count: formatCount(listed.rows.length - MOST) })}</p>
      )}
      {requests.length > 1 && (
        <div className="plan-acts">
          <Button onPress={() => setAnswering(requests)}>
            {t('answerAll', { count: formatCount(requests.length) })}
          </Button>
        </div>
      )}
      <AnswerForm plan={plan} rows={answering} onDone={() => setAnswering([])} />
    </section>
  )
}

function Standing({ row: { standing, open, here } }: { readonly row: ListedRow }) {
  const words = listedStandingWords[standing]
  return (
    <>
      <Chip tone={open ? 'warn' : standing === 'held' ? 'good' : 'plain'}>{words}</Chip> <bdi>{here}</bdi>
    </>
  )
}

function answerOf({ answer, here }: ListedRow): string {
  if (answer === null) return ''
  const { reason, by, second, until } = answer
  return t('answered', { what: answerWords(answer, here), reason, by, second, day: formatDay(until) })
}
