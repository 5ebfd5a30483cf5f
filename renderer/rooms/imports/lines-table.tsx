// The reconciliation file by file: claimed, read, stored, and every difference in red with a word.
import { useState } from 'react'
import type { Reconciliation, ReconciliationLine } from '../../../shared/domain/intake/reconciliation.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/imports.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Chip } from '../../ui/chip.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/page.tsx'
import { PathText } from '../../ui/path-text.tsx'

const t = translator(en)
const figures = ['read', 'stored', 'versions', 'merged', 'same'] as const

/** The table with its totals. Files that hold nothing are folded away. */
export function LinesTable({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const [all, setAll] = useState(false)
  const quiet = reconciliation.lines.filter(isQuiet)
  const shown = all ? reconciliation.lines : reconciliation.lines.filter((line) => !isQuiet(line))
  return (
    <Section title={t('lines')}>
      <ListTable
        file="reconciliation"
        label={t('lines')}
        className="lines-table"
        rows={shown}
        keyOf={(line) => `${line.file} ${line.type}`}
        rowClass={(line) => (isWrong(line) ? 'wrong' : '')}
        columns={columns}
        footer={<Totals totals={reconciliation.totals} />}
      />
      {quiet.length > 0 && !all && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('showQuiet', { count: quiet.length })}
        </button>
      )}
    </Section>
  )
}

const columns: readonly Column<ReconciliationLine>[] = [
  {
    id: 'file',
    title: t('file'),
    heading: true,
    cell: (line) => (
      <>
        <bdi className="line-file">
          <PathText path={line.file} />
        </bdi>
        {line.note && <span className="line-note soft">{line.note}</span>}
      </>
    ),
  },
  {
    id: 'type',
    title: t('type'),
    cell: (line) => (
      <>
        {line.type} {line.status !== 'read' && <Status status={line.status} />}
      </>
    ),
  },
  {
    id: 'claimed',
    title: t('claimed'),
    number: true,
    cell: (line) => (line.claimed === null ? '–' : formatCount(line.claimed)),
  },
  ...figures.map((name) => ({
    id: name,
    title: t(name),
    number: true,
    cell: (line: ReconciliationLine) => zero(line[name]),
  })),
  { id: 'passedOver', title: t('passedOver'), cell: (line) => <PassedOver line={line} /> },
  { id: 'failed', title: t('failed'), number: true, cell: (line) => zero(line.failed) },
  { id: 'difference', title: t('difference'), number: true, cell: (line) => <Difference value={line.difference} /> },
]

function Status({ status }: { readonly status: ReconciliationLine['status'] }) {
  const bad = status === 'failed' || status === 'quarantined'
  const doubtful = status === 'unknown' || status === 'absent'
  return <Chip tone={bad ? 'bad' : doubtful ? 'warn' : 'plain'}>{t(`status.${status}`)}</Chip>
}

function PassedOver({ line }: { readonly line: ReconciliationLine }) {
  if (line.passedOver.length === 0) return <span className="soft">0</span>
  return (
    <ul>
      {line.passedOver.map((part) => (
        <li key={part.reason}>
          {formatCount(part.count)} <span className="soft">{part.reason}</span>
        </li>
      ))}
    </ul>
  )
}

function Difference({ value }: { readonly value: number | null }) {
  if (value === null) return <span className="soft">–</span>
  if (value === 0) return <span className="soft">0</span>
  return (
    <strong className="difference">
      <Icon name="bad" />
      {value > 0 ? t('missing', { count: value }) : t('more', { count: -value })}
    </strong>
  )
}

function Totals({ totals }: { readonly totals: Reconciliation['totals'] }) {
  return (
    <tr>
      <th scope="row" colSpan={2}>
        {t('total')}
      </th>
      <td className="number">{formatCount(totals.claimed)}</td>
      {figures.map((name) => (
        <td key={name} className="number">
          {formatCount(totals[name])}
        </td>
      ))}
      <td>{formatCount(totals.passedOver)}</td>
      <td className="number">{formatCount(totals.failed)}</td>
      <td className="number">{totals.unexplained > 0 ? <Difference value={totals.unexplained} /> : '0'}</td>
    </tr>
  )
}

function zero(value: number) {
  return value === 0 ? <span className="soft">0</span> : formatCount(value)
}

/** Empty files that claim nothing. */
function isQuiet(line: ReconciliationLine): boolean {
  return (
    line.read === 0 &&
    !isWrong(line) &&
    (line.status === 'empty' || line.status === 'read' || line.status === 'kept-unread')
  )
}

function isWrong(line: ReconciliationLine): boolean {
  return (line.difference ?? 0) !== 0 || line.failed > 0 || line.status === 'failed' || line.status === 'quarantined'
}
