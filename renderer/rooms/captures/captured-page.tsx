// One captured page as it looked: its picture and its words side by side, and the page itself in a window without a network.
import { type CapturedView, capturePages, captureView } from '../../../shared/contract/replay.ts'
import type { CaptureId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { useQuery } from '../../client/query.ts'
import { askShell } from '../../client/shell.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Empty } from '../../ui/empty.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { address } from '../../workspace/route.ts'
import { HiddenNotice } from './hidden-notice.tsx'
import { useOpenedCapture } from './opened-capture.ts'

const t = translator(en)
/** Pages that links in the window may lead to. */
const MOST_PAGES = 2000

interface Props {
  readonly capture: CaptureId
  readonly url: string
}

/** The page. */
export function CapturedPageView({ capture, url }: Props) {
  const { zone } = useVault().summary
  const { opened, open } = useOpenedCapture(capture)
  const { data, refusal } = useQuery(capturePages, { capture, opened }, ['captures', 'records'], 1000)
  const pages = data?.map((one) => one.address) ?? []
  const page = data?.find((one) => one.address === url)
  const when = page === undefined ? '' : formatInstant(page.at, zone, 'moment')
  const replaying = useAction(() =>
    askShell({ ask: 'replay', capture, url, at: when, pages: pages.slice(0, MOST_PAGES), opened }),
  )
  return (
    <Page
      title={page === undefined || page.title === '' ? url : page.title}
      about={page && t('asCaptured', { url, when })}
      actions={
        <>
          <a className="button quiet" href={address('captures', [capture])}>
            {t('place', { id: capture })}
          </a>
          {page && (
            <Button look="strong" icon="play" onPress={() => void replaying.go()} busy={replaying.busy}>
              {t('replay')}
            </Button>
          )}
        </>
      }
    >
      <HiddenNotice refusal={refusal} open={open} />
      <RefusalNotice refusal={replaying.refusal} />
      {data === undefined && refusal === null && <Waiting words="…" />}
      {data !== undefined && page === undefined && (
        <Empty icon="image" title={t('noPage')}>
          {t('noPageAbout')}
        </Empty>
      )}
      {page && (
        <>
          <p className="soft">{t(page.views.length === 0 ? 'answerAlone' : 'replayAbout')}</p>
          {page.views.length > 0 && (
            <div className="seen">
              <Seen capture={capture} url={url} view="screenshot" opened={opened} has={page.views} />
              <Seen capture={capture} url={url} view="text" opened={opened} has={page.views} />
            </div>
          )}
        </>
      )}
    </Page>
  )
}

interface SeenProps extends Props {
  readonly view: 'screenshot' | 'text'
  readonly opened: boolean
  readonly has: readonly CapturedView[]
}

function Seen({ capture, url, view, opened, has }: SeenProps) {
  const asked = has.includes(view) ? { capture, address: url, view, opened } : null
  const { data, refusal } = useQuery(captureView, asked, ['records'], 5000)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="seen-view" aria-label={t(`view.${view}`)} tabIndex={0}>
      <RefusalNotice refusal={refusal} />
      {asked === null && <p className="soft">{t('viewLacks')}</p>}
      {data && view === 'screenshot' && (
        <img src={`data:${data.mime};base64,${data.bytes}`} alt={t('view.screenshotAlt')} />
      )}
      {data && view === 'text' && (
        <p className="seen-words">
          <PlainText text={textOf(data.bytes)} />
        </p>
      )}
    </section>
  )
}

function textOf(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
}
