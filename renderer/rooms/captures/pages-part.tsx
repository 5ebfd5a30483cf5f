// The pages that a capture holds: each is seen as it was captured, without a network; and the package as a file for other programs.
import { type CapturedPage, capturePages, captureSave } from '../../../shared/contract/replay.ts'
import type { CaptureId } from '../../../shared/domain/id.ts'
import { useJob } from '../../client/begun.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { address } from '../../workspace/route.ts'
import { HiddenNotice } from './hidden-notice.tsx'
import { useOpenedCapture } from './opened-capture.ts'

const t = translator(en)

interface Props {
  readonly capture: CaptureId
  /** Whether a browser showed pages; else it holds the answers of a feed or an interface. */
  readonly seen: boolean
}

/** The part. */
export function PagesPart({ capture, seen }: Props) {
  const { zone } = useVault().summary
  const { opened, open } = useOpenedCapture(capture)
  const { data, refusal } = useQuery(capturePages, { capture, opened }, ['captures', 'accessions', 'records'], 1000)
  return (
    <Section title={t(seen ? 'pagesTitle' : 'answersTitle')} actions={<SaveButton capture={capture} opened={opened} />}>
      <HiddenNotice refusal={refusal} open={open} />
      {data !== undefined && (
        <ListTable<CapturedPage>
          file={`pages-of-capture-${capture}`}
          label={t(seen ? 'pagesTitle' : 'answersTitle')}
          rows={data}
          keyOf={({ address: page, at }) => `${at} ${page}`}
          columns={[
            {
              id: 'page',
              title: t(seen ? 'page' : 'answer'),
              heading: true,
              cell: (row) => (
                <a href={address('captures', [capture], { page: row.address })}>
                  <PlainText text={row.title === '' ? row.address : row.title} />
                </a>
              ),
            },
            { id: 'address', title: t('address'), cell: (row) => <bdi className="address">{row.address}</bdi> },
            { id: 'at', title: t('seenAt'), tight: true, cell: ({ at }) => formatInstant(at, zone, 'moment') },
          ]}
        />
      )}
      <p className="soft">{t(seen ? 'pagesAbout' : 'answersAbout')}</p>
    </Section>
  )
}

function SaveButton({ capture, opened }: { readonly capture: CaptureId; readonly opened: boolean }) {
  const saving = useJob(captureSave, async () => {
    const target = await chooseTarget(`Capture ${capture}.wacz`)
    return target === null ? null : { capture, to: target.grant, opened }
  })
  return (
    <>
      <span role="status" className="soft">
        {saving.result && t('saved')}
      </span>
      <Button icon="download" onPress={() => saving.go()} busy={saving.busy}>
        {t('saveWacz')}
      </Button>
      <RefusalNotice refusal={saving.refusal} />
    </>
  )
}
