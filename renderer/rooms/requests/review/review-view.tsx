// The review of what answers a request: record by record, words that stand elsewhere, and the signature.
import type { ComponentType } from 'react'
import type { RequestId } from '../../../../shared/domain/id.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Waiting } from '../../../ui/delayed.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { address, useRoute } from '../../../workspace/route.ts'
import { CopiesView } from '../review-copy/copies-view.tsx'
import { RecordsView } from './records-view.tsx'
import '../../../style/queue.css'
import './review.css'
import { SignView } from './sign-view.tsx'
import { countsOf } from './steps.ts'
import { BookProvider, useBookOfVault } from './use-book.ts'
import { type Review, useReview } from './use-review.ts'
import { WordsView } from './words-view.tsx'

const t = translator(en)

const ways = ['records', 'words', 'copies', 'sign'] as const
type Way = (typeof ways)[number]
const views: Readonly<Record<Way, ComponentType<{ readonly review: Review }>>> = {
  records: RecordsView,
  words: WordsView,
  copies: ({ review }) => <CopiesView request={review.request} />,
  sign: SignView,
}

/** The view. */
export function ReviewView({ id }: { readonly id: RequestId }) {
  const review = useReview(id)
  const asked = useRoute().path[2]
  const way = ways.find((one) => one === asked) ?? 'records'
  const { state, list } = review
  const { all, undecided } = countsOf(state.items)
  const View = views[way]
  const book = useBookOfVault()
  return (
    <Page
      title={t('title', { id })}
      about={state.begun && t('about', { decided: all - undecided, count: all })}
      full={way === 'records' && all > 0}
      actions={
        <>
          <Ways id={id} way={way} />
          <a className="button quiet" href={address('requests', [id])}>
            {t('back', { id })}
          </a>
        </>
      }
    >
      <RefusalNotice refusal={list.refusal} />
      {!state.begun && !list.refusal && <Waiting words={t('loading')} />}
      {state.begun && all === 0 && way !== 'sign' && (
        <Empty icon="records" title={t('nothing')}>
          {t('nothingAbout')}
        </Empty>
      )}
      {state.begun && (all > 0 || way === 'sign') && (
        <BookProvider value={book}>
          <View review={review} />
        </BookProvider>
      )}
    </Page>
  )
}

function Ways({ id, way }: { readonly id: RequestId; readonly way: Way }) {
  return (
    <nav className="ways" aria-label={t('ways')}>
      {ways.map((one) => (
        <a
          key={one}
          href={address('requests', [id, 'review', ...(one === 'records' ? [] : [one])])}
          aria-current={one === way ? 'page' : undefined}
        >
          {t(one)}
        </a>
      ))}
    </nav>
  )
}
