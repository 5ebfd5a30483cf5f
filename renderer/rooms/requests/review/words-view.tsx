// Words that are redacted in one record and stand in another: each is redacted there, too, or kept with a reason.
import { useEffect, useState } from 'react'
import { type ReviewHit, reviewHits, reviewKeep } from '../../../../shared/contract/review.ts'
import type { RecordDetail } from '../../../../shared/domain/record/record.ts'
import type { AppliedGround, Redaction } from '../../../../shared/domain/review/review.ts'
import { occurrencesOf } from '../../../../shared/text/occurrences.ts'
import { run } from '../../../client/call.ts'
import { useOpenedRecords } from '../../../client/opened.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { ShowButton } from '../../../record/show-button.tsx'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'
import { address } from '../../../workspace/route.ts'
import { redacting } from './drafts.ts'
import { GroundDialog } from './ground-dialog.tsx'
import type { Review } from './use-review.ts'
import { WhyDialog } from './why-dialog.tsx'

const t = translator(en)

/** The view. */
export function WordsView({ review }: { readonly review: Review }) {
  const { request, desk, state, list } = review
  const opened = [...useOpenedRecords(useVault().summary.vaultId)]
  const { data, refusal, refresh } = useQuery(reviewHits, { request, opened }, ['requests', 'records'], 2000)
  const [redacting, setRedacting] = useState<ReviewHit | null>(null)
  const [keeping, setKeeping] = useState<ReviewHit | null>(null)
  const undecided = new Set(state.items.filter(({ outcome }) => outcome === null).map(({ record }) => record))
  const used = list.data?.grounds.map(({ ground }) => ground) ?? []
  useEffect(() => desk.forget(), [desk])
  const redactThere = async (ground: AppliedGround) => {
    if (redacting === null) return
    setRedacting(null)
    await redactHit(desk, redacting, ground)
    refresh()
  }
  const keep = async (reason: string) => {
    if (keeping === null) return
    await run(reviewKeep, { request, record: keeping.record, phrase: keeping.phrase, reason })
    refresh()
  }
  return (
    <>
      <p className="soft">{t('hitsAbout')}</p>
      <RefusalNotice refusal={refusal ?? state.refusal} />
      {!data && !refusal && <Waiting words={t('loading')} />}
      {data?.hits.length === 0 && (
        <Empty icon="done" title={t('hitsNone')}>
          {t('hitsNoneAbout')}
        </Empty>
      )}
      {data && data.hits.length > 0 && (
        <DataTable<ReviewHit>
          label={t('words')}
          rows={data.hits}
          keyOf={({ record, phrase }) => `${record} ${phrase}`}
          columns={[
            { id: 'words', title: t('hitWords'), heading: true, cell: (hit) => <Words request={request} hit={hit} /> },
            { id: 'shown', title: t('hitPlace'), cell: (hit) => <Shown request={request} hit={hit} /> },
            {
              id: 'do',
              title: t('hitDo'),
              cell: (hit) =>
                hit.words === null || hit.shown === null ? (
                  <ShowButton id={hit.record} />
                ) : undecided.has(hit.record) ? (
                  <span className="soft">{t('hitUndecided')}</span>
                ) : (
                  <div className="form-actions start">
                    {/* What is redacted of a file is chosen before the file itself. */}
                    {!hit.isFile && <Button onPress={() => setRedacting(hit)}>{t('redactThere')}</Button>}
                    <Button onPress={() => setKeeping(hit)}>{t('keep')}</Button>
                  </div>
                ),
            },
          ]}
        />
      )}
      {data && data.more > 0 && <p>{t('hitsMore', { count: data.more })}</p>}
      <GroundDialog
        open={redacting !== null}
        title={t('redactTitle')}
        words={redacting?.words ?? null}
        action={t('doRedact')}
        used={used}
        onGround={(ground) => void redactThere(ground)}
        onClose={() => setRedacting(null)}
      />
      <WhyDialog
        title={t('keepTitle')}
        about={t('keepAbout', { words: keeping?.words ?? '', record: String(keeping?.record ?? '') })}
        action={t('keepDo')}
        open={keeping !== null}
        onClose={() => setKeeping(null)}
        onReason={keep}
      />
    </>
  )
}

interface CellProps {
  readonly request: Review['request']
  readonly hit: ReviewHit
}

function Words({ request, hit }: CellProps) {
  return (
    <>
      {hit.words === null ? <span className="soft">{t('hitRestricted')}</span> : <PlainText text={hit.words} />}
      <div className="soft lighter">
        {t('hitFrom')}{' '}
        <a href={address('requests', [request, 'review'], { record: String(hit.redactedIn) })}>
          {t('hitRecord', { record: String(hit.redactedIn) })}
        </a>
      </div>
    </>
  )
}

function Shown({ request, hit }: CellProps) {
  return (
    <>
      {hit.shown === null || hit.words === null ? (
        <span className="soft">{t('hitRestricted')}</span>
      ) : (
        <PlainText text={hit.shown} matches={occurrencesOf(hit.words, hit.shown)} />
      )}
      <div className="soft">
        <a href={address('requests', [request, 'review'], { record: String(hit.record) })}>
          {t('hitRecord', { record: String(hit.record) })}
        </a>
      </div>
    </>
  )
}

/** Redacts the words wherever the text of the record says them; where it says them only elsewhere, as words. */
async function redactHit(desk: Review['desk'], { record, words }: ReviewHit, ground: AppliedGround): Promise<void> {
  if (words === null) return
  const stretches = stretchesIn((await desk.fetched.both(record)).record, words, ground)
  const more: readonly Redaction[] = stretches.length > 0 ? stretches : [{ field: 'words', words, ground }]
  await desk.decide(record, (now) => redacting(now.decision, more), false)
}

function stretchesIn(record: RecordDetail, words: string, ground: AppliedGround): Redaction[] {
  return record.versions.flatMap(({ digest, text }) =>
    occurrencesOf(words, text).map(({ from, to }): Redaction => ({ field: 'text', version: digest, from, to, ground })),
  )
}
