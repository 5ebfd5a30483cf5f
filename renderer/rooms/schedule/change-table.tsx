// The series that came, went or changed, each with what it was and what it is.
import type { ReactNode } from 'react'
import type { ScheduleDifference } from '../../../shared/domain/schedule/difference.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'

const t = translator(en)

interface Row {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly code: string
  readonly title: string
  readonly what: ReactNode
}

/** The table; nothing where all series are as before. */
export function ChangeTable({ difference }: { readonly difference: ScheduleDifference }) {
  const rows: readonly Row[] = [
    ...difference.changed.map(({ code, title, parts }): Row => {
      const what = parts.map(({ part, before, after }) => (
        <div key={part} className="part-change">
          <span className="soft">{t(`part.${part}`)}</span>
          <span>
            <del>{before || t('nothingWas')}</del> → <ins>{after || t('nothingWas')}</ins>
          </span>
        </div>
      ))
      return { kind: 'changed', code, title, what }
    }),
    ...difference.added.map(({ code, title, term }): Row => ({ kind: 'added', code, title, what: term })),
    ...difference.removed.map(({ code, title, term }): Row => ({ kind: 'removed', code, title, what: term })),
  ]
  if (rows.length === 0) return null
  return (
    <ListTable<Row>
      file="schedule-changes"
      label={t('changes')}
      rows={rows}
      keyOf={({ kind, code }) => `${kind} ${code}`}
      columns={[
        { id: 'kind', title: t('change'), tight: true, cell: ({ kind }) => t(`change.${kind}`) },
        { id: 'code', title: t('code'), heading: true, tight: true, cell: ({ code }) => code },
        { id: 'title', title: t('seriesTitle'), cell: ({ title }) => title },
        { id: 'what', title: t('part'), cell: ({ what }) => what },
      ]}
    />
  )
}
