// That an account is the City's: what proves it, and who held it from when to when.
import { type OfficeEntry, officeList, officeOverview } from '../../../../shared/contract/office.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import type { Said } from '../../../../shared/domain/office/office.ts'
import { custodyWords } from '../../../../shared/domain/office/office-words.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { ListTable } from '../../../list/list-table.tsx'
import { en } from '../../../locale/en/channel.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay, formatInstant } from '../../../locale/time.ts'
import { Section } from '../../../ui/page.tsx'
import { address } from '../../../workspace/route.ts'

const t = translator(en)

type Held = Said<'custody'> & Pick<OfficeEntry, 'id' | 'stands'>

/** The part; a personal account is not the City's. */
export function CustodyPart({ account }: { readonly account: Account }) {
  const { zone } = useVault().summary
  const entries = useQuery(officeList, { kind: 'custody' }, ['stewardship'], 1000).data
  const open = useQuery(officeOverview, {}, ['stewardship', 'accounts', 'accessions'], 1000).data
  if (account.personal !== undefined || entries === undefined || open === undefined) return null
  const control = open.control.find((one) => one.account === account.id)
  const held = entries
    .flatMap(({ id, account: of, said, stands }): Held[] =>
      of === account.id && said.kind === 'custody' ? [{ ...said, id, stands }] : [],
    )
    .toSorted((one, other) => other.from.localeCompare(one.from))
  return (
    <Section title={t('custody')} actions={<a href={address('office', ['registers'])}>{t('custodyRegister')}</a>}>
      {control !== undefined && (
        <p>
          {control.proof === null ? t('proofNone') : t('proof', { when: formatInstant(control.proof, zone, 'moment') })}
        </p>
      )}
      {held.length === 0 ? (
        <p className="soft">{t('custodyNone')}</p>
      ) : (
        <ListTable<Held>
          file={`custody-${account.handle}`}
          label={t('custodyList', { handle: account.handle })}
          rows={held}
          keyOf={({ id }) => id}
          columns={[
            { id: 'holder', title: t('custodyHolder'), heading: true, cell: ({ holder }) => <bdi>{holder}</bdi> },
            { id: 'role', title: t('custodyRole'), cell: ({ role }) => custodyWords[role] },
            { id: 'from', title: t('custodyFrom'), tight: true, cell: ({ from }) => formatDay(from) },
            {
              id: 'until',
              title: t('custodyUntil'),
              tight: true,
              cell: ({ until, stands }) =>
                until === null ? t(stands ? 'custodyNow' : 'custodyRetired') : formatDay(until),
            },
            { id: 'words', title: t('note'), cell: ({ words }) => <bdi>{words}</bdi> },
          ]}
        />
      )}
    </Section>
  )
}
