// Personal accounts: who was asked, and what was declared.
import { useState } from 'react'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import type { FiledPersonalSearch } from '../../../../shared/domain/request/search-statement.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Section } from '../../../ui/page.tsx'
import { PersonalForm } from './personal-form.tsx'

const t = translator(en)

interface Props {
  readonly request: RequestDetail
  readonly personal: readonly FiledPersonalSearch[]
}

/** The part. */
export function PersonalPart({ request, personal }: Props) {
  const [editing, setEditing] = useState<FiledPersonalSearch | 'new' | null>(null)
  const closed = request.state === 'closed'
  const close = () => setEditing(null)
  return (
    <Section
      title={t('personal')}
      actions={
        <Button icon="plus" onPress={() => setEditing('new')} disabled={closed}>
          {t('addPersonal')}
        </Button>
      }
    >
      <p className="soft">{t('personalAbout')}</p>
      {personal.length === 0 ? (
        <p>{t('noPersonal')}</p>
      ) : (
        <DataTable<FiledPersonalSearch>
          label={t('personal')}
          rows={personal}
          keyOf={({ number }) => number}
          columns={[
            { id: 'person', title: t('person'), heading: true, cell: ({ person }) => <bdi>{person}</bdi> },
            { id: 'accounts', title: t('personalAccounts'), cell: ({ accounts }) => <bdi>{accounts}</bdi> },
            { id: 'asked', title: t('askedOn'), tight: true, cell: ({ askedOn }) => formatDay(askedOn) },
            {
              id: 'stands',
              title: t('stands'),
              cell: ({ declaration, instead }) =>
                declaration ? t('declarationOf', { day: formatDay(declaration.signedOn) }) : instead || t('waiting'),
            },
            {
              id: 'change',
              title: t('actions'),
              cell: (one) => (
                <Button look="quiet" onPress={() => setEditing(one)} disabled={closed}>
                  {t('changePersonal', { person: one.person })}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Dialog title={t('personal')} open={editing !== null} onClose={close}>
        {editing && <PersonalForm request={request.id} known={editing === 'new' ? null : editing} onDone={close} />}
      </Dialog>
    </Section>
  )
}
