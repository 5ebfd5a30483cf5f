// Groups of records that say and show the same.
import { useState } from 'react'
import { searchDuplicates } from '../../../../shared/contract/request-search.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { address } from '../../../workspace/route.ts'

const t = translator(en)

/** The part; nothing where there are none. */
export function DuplicatesPart({ request, groups }: { readonly request: RequestId; readonly groups: number }) {
  const [open, setOpen] = useState(false)
  if (groups === 0) return null
  return (
    <Section title={t('duplicates')} actions={<Button onPress={() => setOpen(true)}>{t('showDuplicates')}</Button>}>
      <p>{t('duplicatesAbout', { count: groups })}</p>
      <Dialog title={t('duplicates')} open={open} onClose={() => setOpen(false)} closing={t('close')}>
        {open && <Groups request={request} />}
      </Dialog>
    </Section>
  )
}

function Groups({ request }: { readonly request: RequestId }) {
  const { data, refusal } = useQuery(searchDuplicates, { request }, ['requests', 'records'], 2000)
  if (!data) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words="…" />
  return (
    <>
      <ul className="bullets">
        {data.groups.map(({ records, text }) => (
          <li key={records[0]}>
            <bdi>{text}</bdi>{' '}
            {records.map((record) => (
              <span key={record}>
                <a href={address('records', [record])}>{record}</a>{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {data.more > 0 && <p>{t('moreGroups', { count: data.more })}</p>}
    </>
  )
}
