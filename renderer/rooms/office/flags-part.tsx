// Posts to look at: what the rules of restricted activities find, why, and what a person decided.
import { useState } from 'react'
import { type FlagFound, officeFlags } from '../../../shared/contract/office.ts'
import { ACTIVITY_RULES } from '../../../shared/domain/office/restricted-activity.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant, todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { formAddress } from '../../workspace/doing.ts'
import { address } from '../../workspace/route.ts'
import { FlagForm } from './flag-form.tsx'

const t = translator(en)

/** The part. */
export function FlagsPart() {
  const today = todayIn(useVault().summary.zone)
  const [from, setFrom] = useState(() => `${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState(() => String(today))
  const period = { from: LocalDate.safeParse(from).data ?? today, to: LocalDate.safeParse(to).data ?? today }
  const { data, refusal } = useQuery(officeFlags, period, ['stewardship', 'accessions', 'records'], 2000)
  return (
    <Section title={t('part.flags')}>
      <p className="soft">{t('flagsAbout')}</p>
      <div className="form-row">
        <Field type="date" label={t('from')} value={from} onChange={setFrom} />
        <Field type="date" label={t('to')} value={to} onChange={setTo} />
      </div>
      <RefusalNotice refusal={refusal} />
      {data !== undefined && (
        <>
          <p>
            {data.found.length === 0 ? t('flagsNone') : t('flagsFound', { count: data.found.length })}{' '}
            {t('flagsRead', { count: data.read })} {data.more && t('flagsMore')}
          </p>
          {data.found.length > 0 && <Found found={data.found} />}
        </>
      )}
      {data !== undefined && <Rules elections={data.elections} />}
    </Section>
  )
}

function Found({ found }: { readonly found: readonly FlagFound[] }) {
  const { summary, accounts } = useVault()
  const [judging, setJudging] = useState<FlagFound | null>(null)
  const close = () => setJudging(null)
  return (
    <>
      <ListTable<FlagFound>
        file="posts-to-look-at"
        label={t('part.flags')}
        rows={found}
        keyOf={({ record, rule }) => `${record} ${rule}`}
        columns={[
          {
            id: 'post',
            title: t('flagPost'),
            heading: true,
            cell: ({ record, words }) => (
              <a href={address('records', [record])}>
                <bdi>{words}</bdi>
              </a>
            ),
          },
          {
            id: 'account',
            title: t('account'),
            cell: ({ account }) => <bdi>@{accounts.get(account)?.handle}</bdi>,
          },
          {
            id: 'posted',
            title: t('posted'),
            tight: true,
            cell: ({ at }) => (at === null ? '' : formatInstant(at, summary.zone, 'day')),
          },
          { id: 'rule', title: t('flagKind'), cell: ({ rule }) => t(`activity.${rule}`) },
          {
            id: 'why',
            title: t('flagWhy'),
            cell: ({ found: words, election }) =>
              election === null ? t('flagWords', { words }) : t('flagNear', { words, election }),
          },
          {
            id: 'judge',
            title: t('next'),
            tight: true,
            cell: (one) => (
              <Button look="quiet" onPress={() => setJudging(one)}>
                {t('flagJudge')}
                <span className="visually-hidden"> {t('flagJudgeOf', { words: one.words })}</span>
              </Button>
            ),
          },
        ]}
      />
      <Dialog title={t('flagTitle')} open={judging !== null} onClose={close}>
        {judging && <FlagForm found={judging} onDone={close} />}
      </Dialog>
    </>
  )
}

interface RulesProps {
  /** Those that the rules reckon with. */
  readonly elections: readonly { readonly name: string; readonly on: LocalDate; readonly entry: number | null }[]
}

function Rules({ elections }: RulesProps) {
  const listed = (own: boolean) =>
    elections
      .filter(({ entry }) => (entry !== null) === own)
      .map(({ name, on }) => `${name}, ${formatDay(on)}`)
      .join('; ')
  const own = listed(true)
  return (
    <details>
      <summary>{t('flagRules')}</summary>
      <ListTable
        file="rules-of-restricted-activities"
        label={t('flagRules')}
        rows={ACTIVITY_RULES}
        keyOf={({ id }) => id}
        columns={[
          { id: 'rule', title: t('flagKind'), heading: true, cell: ({ id }) => t(`activity.${id}`) },
          { id: 'finds', title: t('flagFinds'), cell: ({ finds }) => finds },
          { id: 'example', title: t('flagExample'), cell: ({ example }) => <bdi>{example}</bdi> },
          { id: 'not', title: t('flagNot'), cell: ({ not }) => <bdi>{not}</bdi> },
          {
            id: 'near',
            title: t('flagDays'),
            cell: ({ nearElection }) => (nearElection === undefined ? '' : t('flagDaysYes')),
          },
        ]}
      />
      <p className="soft">{t('flagElections', { list: listed(false) })}</p>
      <p className="soft">
        {own === '' ? t('flagElectionsNone') : t('flagElectionsOwn', { list: own })}{' '}
        <a href={formAddress('office', 'add', ['registers'])}>{t('flagElectionsAdd')}</a>
      </p>
    </details>
  )
}
