// What is signed, in words; whether it is signed; and the packet that is built from it.
import { reviewHits } from '../../../../shared/contract/review.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/review.ts'
import { formatCount } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { address } from '../../../workspace/route.ts'
import { BuildPacket } from './build-packet.tsx'
import { GroundWords } from './ground-words.tsx'
import { OrdinanceNotice } from './ordinance-notice.tsx'
import { SignDialog } from './sign-dialog.tsx'
import { SignatureNotice } from './signature-notice.tsx'
import { countsOf } from './steps.ts'
import type { Review, ReviewFacts } from './use-review.ts'
import { WorkProductLine } from './work-product.tsx'

const t = translator(en)

/** The view. */
export function SignView({ review }: { readonly review: Review }) {
  const { request, list } = review
  const hits = useQuery(reviewHits, { request }, ['requests', 'records'], 2000).data
  const { data } = list
  if (data === undefined) return null
  const { undecided } = countsOf(data.items)
  const open = hits?.hits.length ?? 0
  return (
    <>
      {undecided > 0 && (
        <Notice
          tone="warn"
          actions={<a href={address('requests', [request, 'review'], { show: 'undecided' })}>{t('goUndecided')}</a>}
        >
          {t('openUndecided', { count: undecided })}
        </Notice>
      )}
      {open > 0 && (
        <Notice tone="warn" actions={<a href={address('requests', [request, 'review', 'words'])}>{t('goHits')}</a>}>
          {hits && hits.more > 0 ? t('openHitsMore', { count: open }) : t('openHits', { count: open })}
        </Notice>
      )}
      {data.unanswered.map((one) => (
        <OrdinanceNotice key={one.exemption} request={request} {...one} />
      ))}
      <Section title={t('signAbout')}>
        <p>{sentenceOf(data)}</p>
        {data.grounds.length > 0 && <Grounds grounds={data.grounds} />}
      </Section>
      <Section title={t('signature')}>
        <SignatureNotice signature={data.signature} />
        <SignDialog request={request} facts={data} told={sentenceOf(data)} />
      </Section>
      <Section title={t('packet')}>
        <p className="soft">{t('buildAbout')}</p>
        <BuildPacket request={request} />
        <WorkProductLine />
      </Section>
    </>
  )
}

function sentenceOf({ items }: ReviewFacts): string {
  const counts = countsOf(items)
  if (counts.all === counts.undecided) return t('signNothing')
  const { all, release, redact, withhold } = counts
  const told = t('signSentence', { all, release, redact, withhold, not: counts['not-responsive'] })
  return counts.undecided === 0 ? told : `${told} ${t('openUndecided', { count: counts.undecided })}`
}

function Grounds({ grounds }: Pick<ReviewFacts, 'grounds'>) {
  return (
    <DataTable<ReviewFacts['grounds'][number]>
      label={t('grounds')}
      rows={grounds}
      keyOf={({ ground }) => JSON.stringify(ground)}
      columns={[
        {
          id: 'ground',
          title: t('groundCitation'),
          heading: true,
          cell: ({ ground }) => <GroundWords ground={ground} />,
        },
        { id: 'records', title: t('groundRecords'), number: true, cell: ({ records }) => formatCount(records) },
      ]}
    />
  )
}
