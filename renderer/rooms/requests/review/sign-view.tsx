// What is signed, in words; whether it is signed; and the packet that is built from it.
import { type ReactNode, useState } from 'react'
import { reviewHits, reviewSign } from '../../../../shared/contract/review.ts'
import { acting } from '../../../client/acting.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { useStore } from '../../../client/store.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/review.ts'
import { formatCount } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { address } from '../../../workspace/route.ts'
import { BuildPacket } from './build-packet.tsx'
import { GroundWords } from './ground-words.tsx'
import { OrdinanceNotice } from './ordinance-notice.tsx'
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
        <Signature request={request} facts={data} />
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

function Signature({ request, facts }: { readonly request: Review['request']; readonly facts: ReviewFacts }) {
  const { summary, people } = useVault()
  const [asking, setAsking] = useState(false)
  const actor = useStore(acting)
  const signer = actor === null ? undefined : people.get(actor)
  const signing = useAction(async () => {
    await run(reviewSign, { request, decisions: facts.decisions })
    setAsking(false)
  })
  const close = () => {
    setAsking(false)
    signing.forget()
  }
  const { signature } = facts
  const decided = facts.items.some(({ outcome }) => outcome !== null)
  return (
    <>
      <SignatureNotice
        signature={signature}
        nameOf={({ by }) => people.get(by)?.name ?? by}
        whenOf={({ at }) => formatInstant(at, summary.zone, 'moment')}
      />
      <div>
        <Button
          look={signature?.current ? 'plain' : 'strong'}
          icon="pencil"
          disabled={!decided}
          onPress={() => setAsking(true)}
        >
          {t('signDo')}
        </Button>
      </div>
      <Dialog title={t('signTitle')} open={asking} onClose={close}>
        <p>
          {signer === undefined ? (
            t('signNobody')
          ) : (
            <bdi>{t('signAs', { name: signer.name, title: signer.title })}</bdi>
          )}
        </p>
        <p>{sentenceOf(facts)}</p>
        {facts.grounds.length > 0 && (
          <ul className="bullets">
            {facts.grounds.map(({ ground }) => (
              <li key={JSON.stringify(ground)}>
                <GroundWords ground={ground} />
              </li>
            ))}
          </ul>
        )}
        <p className="soft">{t('signLaw')}</p>
        <RefusalNotice refusal={signing.refusal} />
        <div className="form-actions">
          <Button look="quiet" onPress={close}>
            {t('cancel')}
          </Button>
          <Button look="strong" onPress={() => void signing.go()} busy={signing.busy} disabled={signer === undefined}>
            {t('signIt')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}

type Given = NonNullable<ReviewFacts['signature']>

function SignatureNotice({
  signature,
  nameOf,
  whenOf,
}: {
  readonly signature: Given | null
  readonly nameOf: (signature: Given) => ReactNode
  readonly whenOf: (signature: Given) => string
}) {
  if (signature === null)
    return (
      <Notice tone="info" title={t('unsigned')}>
        {t('unsignedAbout')}
      </Notice>
    )
  const values = { name: String(nameOf(signature)), when: whenOf(signature) }
  const byKey = signature.key === null ? '' : ` ${t('signedWithKey', { key: String(signature.key) })}`
  return signature.current ? (
    <Notice tone="good">{`${t('signedBy', values)}${byKey}`}</Notice>
  ) : (
    <Notice tone="warn">{t('signedOld', values)}</Notice>
  )
}
