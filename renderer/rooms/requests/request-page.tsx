// One request, a part at a time: its words and dates, its correspondence, its parts, its trail.
import type { ComponentType } from 'react'
import { requestShow } from '../../../shared/contract/request.ts'
import type { RequestId } from '../../../shared/domain/id.ts'
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Waiting } from '../../ui/delayed.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PartsNav } from '../../ui/parts-nav.tsx'
import { address, useRoute } from '../../workspace/route.ts'
import { DeedMenu } from './deed-menu.tsx'
import { FeesPart } from './fees/fees-part.tsx'
import { HelpPart } from './help/help-part.tsx'
import { LettersPart } from './letters/letters-part.tsx'
import { MessagesPart } from './messages-part.tsx'
import { OverviewPart } from './overview-part.tsx'
import { BuildButton } from './packets/build-button.tsx'
import { PartsPart } from './parts-part.tsx'
import { ReviewLink } from './review/review-link.tsx'
import { SearchPart } from './search/search-part.tsx'
import { TrailPart } from './trail-part.tsx'

const t = translator(en)
const parts = ['overview', 'search', 'letters', 'messages', 'parts', 'help', 'fees', 'trail'] as const

const views: Readonly<Record<(typeof parts)[number], ComponentType<{ readonly request: RequestDetail }>>> = {
  overview: OverviewPart,
  search: SearchPart,
  letters: LettersPart,
  messages: MessagesPart,
  parts: PartsPart,
  help: HelpPart,
  fees: FeesPart,
  trail: TrailPart,
}

/** The page. */
export function RequestPage({ id }: { readonly id: RequestId }) {
  const { path } = useRoute()
  const { data, refusal } = useQuery(requestShow, { id }, ['requests', 'records'], 2000)
  const here = parts.find((part) => part === path[1]) ?? 'overview'
  const View = views[here]
  return (
    <Page
      title={t('one', { id })}
      about={data && aboutOf(data)}
      actions={
        <>
          <a className="button quiet" href={address('requests')}>
            {t('back')}
          </a>
          <ReviewLink request={id} />
          {data && <DeedMenu request={data} />}
          {data && <BuildButton id={id} />}
        </>
      }
    >
      <PartsNav
        label={t('parts')}
        parts={parts.map((part) => ({ id: part, title: t(`part.${part}`), to: address('requests', [id, part]) }))}
        here={here}
      />
      <RefusalNotice refusal={refusal} />
      {!data && !refusal && <Waiting words="…" />}
      {data && <View request={data} />}
    </Page>
  )
}

function aboutOf(request: RequestDetail): string {
  const { channel, receivedOn, receivedAt, requester, state, immediateDisclosure } = request
  const when = receivedAt === null ? formatDay(receivedOn) : `${formatDay(receivedOn)} ${receivedAt}`
  const who = requester === '' ? t('anonymous') : requester
  const parts = [`${t(`channel.${channel}`)}, ${when}`, who, t(`state.${state}`)]
  return [...parts, ...(immediateDisclosure ? [t('isImmediate')] : [])].join(' · ')
}
