// The people of the vault: who acts, who once did, and how their titles and roles changed.
import { useState } from 'react'
import { type ListedPerson, personEnd } from '../../../shared/contract/people.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'
import { ChangeForm } from './change-form.tsx'
import { HandoverPart } from './handover-part.tsx'
import { KeysPart } from './keys-part.tsx'
import { PeopleHistory } from './people-history.tsx'
import { PersonForm } from './person-form.tsx'

const t = translator(en)

/** The part. */
export function PeoplePart() {
  const { people } = useVault()
  const [changing, setChanging] = useState<ListedPerson | null>(null)
  const [ending, setEnding] = useState<ListedPerson | null>(null)
  const close = () => {
    setChanging(null)
    setEnding(null)
  }
  const end = useAction(async (person: ListedPerson, reason: string) => {
    await run(personEnd, { id: person.id, reason })
    close()
  })
  return (
    <>
      <Section title={t('people')}>
        <p className="soft">{t('peopleAbout')}</p>
        {people.size > 0 && <PeopleTable onChange={setChanging} onEnd={setEnding} />}
      </Section>
      <Section title={t('addTitle')}>
        <PersonForm />
      </Section>
      <KeysPart />
      <HandoverPart />
      <PeopleHistory />
      <Dialog title={t('changePerson', { name: changing?.name ?? '' })} open={changing !== null} onClose={close}>
        {changing && <ChangeForm person={changing} onDone={close} />}
      </Dialog>
      <Dialog title={t('endPerson', { name: ending?.name ?? '' })} open={ending !== null} onClose={close}>
        <ReasonForm
          about={t('endAbout', { name: ending?.name ?? '' })}
          act={t('endDo')}
          label={t('reason')}
          action={end}
          cancel={t('cancel')}
          onCancel={close}
          onReason={(reason) => ending && void end.go(ending, reason)}
        />
      </Dialog>
    </>
  )
}

interface TableProps {
  readonly onChange: (person: ListedPerson) => void
  readonly onEnd: (person: ListedPerson) => void
}

function PeopleTable({ onChange, onEnd }: TableProps) {
  const { people, summary } = useVault()
  return (
    <ListTable<ListedPerson>
      file="people"
      label={t('people')}
      rows={[...people.values()]}
      keyOf={({ id }) => id}
      columns={[
        { id: 'name', title: t('name'), heading: true, cell: ({ name }) => name },
        { id: 'title', title: t('personTitle'), cell: ({ title }) => title },
        { id: 'role', title: t('role'), cell: ({ role }) => word(role) },
        {
          id: 'state',
          title: t('state'),
          tight: true,
          cell: ({ endedAt }) =>
            endedAt === undefined ? t('acts') : t('endedOn', { day: formatInstant(endedAt, summary.zone, 'day') }),
        },
        {
          id: 'do',
          title: t('actions'),
          tight: true,
          cell: (person) => (
            <>
              <Button look="quiet" onPress={() => onChange(person)}>
                {t('change')}
              </Button>
              {person.endedAt === undefined && (
                <Button look="quiet" onPress={() => onEnd(person)}>
                  {t('end')}
                </Button>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
