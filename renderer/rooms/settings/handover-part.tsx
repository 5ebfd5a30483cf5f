// Handing over to a successor: what is open, and the hand-overs there were.
import { useState } from 'react'
import { handoverList, handoverOpen, handoverPrint, handoverTake } from '../../../shared/contract/handover.ts'
import type { Handover } from '../../../shared/domain/people/handover.ts'
import { acting, actorWanted } from '../../client/acting.ts'
import { useAction } from '../../client/action.ts'
import { run, start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useQuery } from '../../client/query.ts'
import { useStore } from '../../client/store.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { HandoverForm } from './handover-form.tsx'
import { OpenWorkList } from './open-work.tsx'

const t = translator(en)

/** The part. */
export function HandoverPart() {
  const person = useStore(acting)
  const [giving, setGiving] = useState(false)
  const handovers = useQuery(handoverList, {}, ['people'], 600).data ?? []
  const [asOf] = useState(() => Date.now())
  const open = useQuery(handoverOpen, { person, asOf }, ['requests', 'holds', 'people', 'records', 'jobs'], 2000).data
  return (
    <Section title={t('handover')}>
      <p className="soft">{t('handoverAbout')}</p>
      {open && <OpenWorkList open={open} />}
      <div className="form-actions start">
        <Button icon="person" onPress={() => (person === null ? actorWanted.set(true) : setGiving(true))}>
          {t('handoverOpen')}
        </Button>
      </div>
      {handovers.length > 0 && <Handovers handovers={handovers} />}
      <Dialog title={t('handover')} open={giving} onClose={() => setGiving(false)}>
        {person !== null && <HandoverForm giver={person} onDone={() => setGiving(false)} />}
      </Dialog>
    </Section>
  )
}

function Handovers({ handovers }: { readonly handovers: readonly Handover[] }) {
  const { zone } = useVault().summary
  const person = useStore(acting)
  const [taken, setTaken] = useState<number | null>(null)
  const take = useAction(async (id: number) => setTaken((await run(handoverTake, { id })).accounts))
  const print = useAction(async (id: number) => {
    const target = await chooseTarget(t('handoverFile', { id: String(id) }))
    if (target) await start(handoverPrint, { id, to: target.grant })
  })
  return (
    <>
      <RefusalNotice refusal={take.refusal ?? print.refusal} />
      {taken !== null && <Notice tone="good">{t('tookOver', { count: taken })}</Notice>}
      <DataTable<Handover>
        label={t('handovers')}
        rows={handovers}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'who',
            title: t('who'),
            heading: true,
            cell: ({ fromName, toName }) => t('fromTo', { from: fromName, to: toName }),
          },
          { id: 'when', title: t('when'), tight: true, cell: ({ givenAt }) => formatInstant(givenAt, zone, 'moment') },
          { id: 'reason', title: t('reason'), cell: ({ reason }) => <bdi>{reason}</bdi> },
          { id: 'state', title: t('signatures'), cell: (one) => stateWords(one, zone) },
          {
            id: 'do',
            title: t('actions'),
            tight: true,
            cell: (one) => (
              <>
                {one.takenAt === null && one.replacedAt === null && one.to === person && (
                  <Button look="strong" busy={take.busy} onPress={() => void take.go(one.id)}>
                    {t('takeOver')}
                  </Button>
                )}
                <Button look="quiet" busy={print.busy} onPress={() => void print.go(one.id)}>
                  {t('printHandover')}
                </Button>
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function stateWords({ takenAt, replacedAt, toName }: Handover, zone: string): string {
  if (takenAt !== null) return t('handover.taken', { day: formatInstant(takenAt, zone, 'day') })
  return replacedAt === null ? t('handover.given', { name: toName }) : t('handover.replaced')
}
