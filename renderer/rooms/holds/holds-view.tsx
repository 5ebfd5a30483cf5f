// Holds: those in force, those released, placing and releasing.
import { useState } from 'react'
import { holdList, type holdPlace } from '../../../shared/contract/hold.ts'
import type { Hold, HoldScope } from '../../../shared/domain/disposition/hold.ts'
import { useAction } from '../../client/action.ts'
import type { Output } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/holds.ts'
import { en as papersWords } from '../../locale/en/papers.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { PapersButton, usePaperCounts } from '../../papers/papers-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useDrop } from '../../ui/use-drop.ts'
import { useForm } from '../../workspace/doing.ts'
import { address } from '../../workspace/route.ts'
import { HoldForm } from './hold-form.tsx'
import './holds.css'
import { HoldDetails } from './hold-details.tsx'
import { HoldPlaced } from './hold-placed.tsx'
import { type Order, readDropped } from './order.ts'
import { ReleaseForm } from './release-form.tsx'

const t = translator(en)
const tp = translator(papersWords)
type Row = Output<typeof holdList>[number]

/** The room. */
export function HoldsView() {
  const { data, refusal } = useQuery(holdList, {}, ['holds', 'requests'], 1000)
  const [placing, setPlacing] = useForm('place')
  const [releasing, setReleasing] = useState<Hold | null>(null)
  const [placed, setPlaced] = useState<Output<typeof holdPlace> | null>(null)
  const [order, setOrder] = useState<Order | null>(null)
  const reading = useAction(async (files: readonly File[]) => {
    const [file] = files
    if (file === undefined) return
    setOrder(await readDropped(file))
    setPlacing(true)
  })
  const { over, heard } = useDrop((files) => void reading.go(files))
  const close = () => {
    setPlacing(false)
    setOrder(null)
  }
  const inForce = data?.filter(({ hold, ended }) => hold.releasedAt === null && !ended) ?? []
  const released = data?.filter(({ hold, ended }) => hold.releasedAt !== null || ended) ?? []
  const place = (
    <Button look="strong" icon="plus" onPress={() => setPlacing(true)}>
      {t('place')}
    </Button>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={data && data.length > 0 && place}>
      <RefusalNotice refusal={refusal ?? reading.refusal} />
      <div className={`order-drop ${over ? 'over' : ''}`} {...heard}>
        <Icon name="file" />
        <p>{t('dropOrder')}</p>
      </div>
      {data && inForce.length === 0 && (
        <Empty icon="lock" title={t('none')} actions={data.length === 0 && place}>
          {t('noneAbout')}
        </Empty>
      )}
      {inForce.length > 0 && (
        <Section title={t('inForce')}>
          <Holds label={t('inForce')} rows={inForce} onRelease={setReleasing} />
        </Section>
      )}
      {released.length > 0 && (
        <Section title={t('released')}>
          <Holds label={t('released')} rows={released} />
        </Section>
      )}
      <Dialog title={t('place')} open={placing} onClose={close} wide>
        <HoldForm
          order={order}
          onDone={(done) => {
            close()
            setPlaced(done)
          }}
        />
      </Dialog>
      <Dialog title={t('placedTitle')} open={placed !== null} onClose={() => setPlaced(null)} wide>
        {placed && <HoldPlaced id={placed.id} covered={placed.covered} onDone={() => setPlaced(null)} />}
      </Dialog>
      <Dialog title={t('releaseTitle')} open={releasing !== null} onClose={() => setReleasing(null)}>
        {releasing && <ReleaseForm hold={releasing} onDone={() => setReleasing(null)} />}
      </Dialog>
    </Page>
  )
}

interface HoldsProps {
  readonly label: string
  readonly rows: readonly Row[]
  readonly onRelease?: (hold: Hold) => void
}

function Holds({ label, rows, onRelease }: HoldsProps) {
  const { summary, people } = useVault()
  const { zone } = summary
  const papers = usePaperCounts('hold')
  return (
    <ListTable<Row>
      file="holds"
      label={label}
      rows={rows}
      keyOf={({ hold }) => hold.id}
      columns={[
        {
          id: 'label',
          title: t('label'),
          heading: true,
          cell: ({ hold, request }) => (
            <>
              <HoldDetails hold={hold} standing={onRelease !== undefined && request === null} />
              {hold.attorney && <bdi className="hold-attorney soft">{hold.attorney}</bdi>}
            </>
          ),
        },
        { id: 'basis', title: t('basis'), cell: ({ hold }) => word(hold.basis) },
        { id: 'orderedBy', title: t('orderedBy'), cell: ({ hold }) => <bdi>{nameOf(hold.orderedBy, people)}</bdi> },
        { id: 'scope', title: t('scope'), cell: ({ hold }) => <Scope scope={hold.scope} /> },
        { id: 'records', title: t('records'), number: true, cell: ({ records }) => formatCount(records) },
        {
          id: 'placed',
          title: t('placed'),
          tight: true,
          cell: ({ hold }) => formatInstant(hold.placedAt, zone, 'day'),
        },
        {
          id: 'review',
          title: t('review'),
          tight: true,
          cell: ({ hold }) => (hold.reviewOn === null ? '' : formatDay(hold.reviewOn)),
        },
        {
          id: 'papers',
          title: tp('column'),
          tight: true,
          cell: ({ hold }) => (
            <PapersButton
              subject={{ kind: 'hold', id: String(hold.id) }}
              name={hold.label}
              count={papers.get(String(hold.id)) ?? 0}
            />
          ),
        },
        {
          id: 'release',
          title: onRelease ? t('releaseColumn') : t('releasedOn'),
          tight: onRelease !== undefined,
          cell: ({ hold, request, ended }) =>
            hold.releasedAt !== null ? (
              `${formatInstant(hold.releasedAt, zone, 'day')} · ${nameOf(hold.releasedBy ?? '', people)}`
            ) : request !== null ? (
              <a href={address('requests', [request])}>{t(ended ? 'endedWith' : 'byRequest', { id: request })}</a>
            ) : onRelease ? (
              <Button onPress={() => onRelease(hold)}>{t('release')}</Button>
            ) : null,
        },
      ]}
    />
  )
}

function Scope({ scope }: { readonly scope: HoldScope }) {
  const parts = [
    scope.search ? t('search', { words: scope.search }) : '',
    scope.accounts.length > 0 ? t('accounts', { count: scope.accounts.length }) : '',
    scope.recordIds.length > 0 ? t('listed', { count: scope.recordIds.length }) : '',
    scope.from ? t('from', { day: formatDay(scope.from) }) : '',
    scope.to ? t('to', { day: formatDay(scope.to) }) : '',
  ].filter(Boolean)
  return <bdi>{parts.length > 0 ? parts.join(', ') : t('everything')}</bdi>
}

/** A person of the register by name; anybody else as written. */
function nameOf(who: string, people: ReadonlyMap<string, { readonly name: string }>): string {
  return people.get(who)?.name ?? who
}
