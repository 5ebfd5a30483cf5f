// The years of holidays by which deadlines are reckoned, and entering another.
import type { CalendarYear, MovedDate } from '../../../shared/contract/calendar.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { useForm } from '../../workspace/doing.ts'
import { YearForm } from './year-form.tsx'

const t = translator(en)

interface Props {
  readonly years: readonly CalendarYear[]
  readonly onMoved: (moved: readonly MovedDate[]) => void
}

/** The table. */
export function YearsPart({ years, onMoved }: Props) {
  const { zone } = useVault().summary
  const [entering, setEntering] = useForm('year')
  return (
    <Section title={t('years')}>
      <p className="soft">{t('yearsAbout')}</p>
      <ListTable<CalendarYear>
        file="calendar-years"
        label={t('years')}
        rows={years}
        keyOf={({ set, year }) => `${set} ${year}`}
        columns={[
          { id: 'year', title: t('year'), heading: true, cell: ({ year }) => year },
          { id: 'set', title: t('set'), tight: true, cell: ({ set }) => t(`set.${set}`) },
          { id: 'days', title: t('days'), cell: (list) => <Days list={list} /> },
          { id: 'source', title: t('source'), cell: ({ source }) => source },
          {
            id: 'entered',
            title: t('entered'),
            cell: ({ entered }) => (entered === null ? t('brought') : formatInstant(entered, zone, 'day')),
          },
        ]}
      />
      <div>
        <Button icon="plus" onPress={() => setEntering(true)}>
          {t('addYear')}
        </Button>
      </div>
      <Dialog title={t('addYearTitle')} open={entering} onClose={() => setEntering(false)}>
        <YearForm
          years={years}
          onCancel={() => setEntering(false)}
          onDone={(moved) => {
            setEntering(false)
            onMoved(moved)
          }}
        />
      </Dialog>
    </Section>
  )
}

function Days({ list: { days } }: { readonly list: CalendarYear }) {
  return (
    <details>
      <summary>{t('showDays', { count: days.length })}</summary>
      <ul className="day-list">
        {days.map(({ date, name }) => (
          <li key={date}>
            {formatDay(date)} · {name}
          </li>
        ))}
      </ul>
    </details>
  )
}
