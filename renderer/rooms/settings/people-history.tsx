// How the people of the vault came, changed and went.
import { personHistory } from '../../../shared/contract/people.ts'
import type { PersonChange } from '../../../shared/domain/people/person.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Section } from '../../ui/page.tsx'

const t = translator(en)

/** The table, the newest change first. */
export function PeopleHistory() {
  const { zone } = useVault().summary
  const changes = useQuery(personHistory, {}, ['people']).data ?? []
  if (changes.length === 0) return null
  return (
    <Section title={t('history')}>
      <ListTable<PersonChange>
        file="people-history"
        label={t('history')}
        rows={changes}
        keyOf={({ person, at, kind }) => `${person} ${at} ${kind}`}
        columns={[
          { id: 'when', title: t('when'), tight: true, cell: ({ at }) => formatInstant(at, zone, 'moment') },
          { id: 'who', title: t('who'), heading: true, cell: ({ name }) => name },
          { id: 'what', title: t('what'), cell: ({ kind }) => t(`kind.${kind}`) },
          {
            id: 'as',
            title: t('role'),
            cell: ({ title, role }) => (title === '' ? word(role) : t('asThen', { title, role: word(role) })),
          },
          { id: 'reason', title: t('reason'), cell: ({ reason }) => reason },
          { id: 'by', title: t('by'), cell: ({ by }) => by ?? '' },
        ]}
      />
    </Section>
  )
}
