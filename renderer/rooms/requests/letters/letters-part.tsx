// The letters on a request, and beginning another; one of them where the address says which.
import { letterDraft, letterList } from '../../../../shared/contract/letter.ts'
import { emptyLetter, type Letter, LetterKind } from '../../../../shared/domain/request/letter.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay, formatInstant } from '../../../locale/time.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { address, go, useRoute } from '../../../workspace/route.ts'
import { LetterPage } from './letter-page.tsx'
import { StateChip } from './state-chip.tsx'
import './letters.css'

const t = translator(en)

/** The part. */
export function LettersPart({ request }: { readonly request: RequestDetail }) {
  const { path } = useRoute()
  const id = /^[1-9]\d*$/.test(path[2] ?? '') ? Number(path[2]) : null
  return id === null ? <LetterTable request={request} /> : <LetterPage key={id} request={request} id={id} />
}

function LetterTable({ request }: { readonly request: RequestDetail }) {
  const { data, refusal } = useQuery(letterList, { request: request.id }, ['requests'], 1000)
  const beginning = useAction(async (kind: LetterKind) => {
    const { requester, contact } = request
    const to = [requester, contact].filter((line) => line !== '').join('\n')
    const { id } = await run(letterDraft, { request: request.id, id: null, draft: emptyLetter(kind, to) })
    go(address('requests', [request.id, 'letters', String(id)]))
  })
  const kinds = LetterKind.options.filter((kind) => !kind.startsWith('idr') || request.immediateDisclosure)
  return (
    <Section
      title={t('letters')}
      actions={
        request.state !== 'closed' && (
          <MenuButton
            label={t('write')}
            button={
              <>
                <Icon name="plus" />
                <span>{t('write')}</span>
              </>
            }
            entries={kinds.map((kind) => ({
              ...{ id: kind, label: t(`kind.${kind}`), detail: t(`kindAbout.${kind}`) },
              run: () => void beginning.go(kind),
            }))}
          />
        )
      }
    >
      <p className="soft">{t('lettersAbout')}</p>
      <RefusalNotice refusal={refusal ?? beginning.refusal} />
      {data?.length === 0 && <p>{t('none')}</p>}
      {data && data.length > 0 && <Table request={request} letters={data} />}
    </Section>
  )
}

function Table({ request, letters }: { readonly request: RequestDetail; readonly letters: readonly Letter[] }) {
  const { zone } = useVault().summary
  return (
    <DataTable<Letter>
      label={t('letters')}
      rows={letters}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'kind',
          title: t('letter'),
          heading: true,
          cell: ({ id, kind }) => (
            <a href={address('requests', [request.id, 'letters', String(id)])}>
              {t('one', { kind: t(`kind.${kind}`), id })}
            </a>
          ),
        },
        { id: 'state', title: t('stands'), tight: true, cell: ({ state }) => <StateChip state={state} /> },
        {
          id: 'saved',
          title: t('saved'),
          cell: ({ savedAt, savedBy }) =>
            t('savedBy', { when: formatInstant(savedAt, zone, 'moment'), name: savedBy ?? '–' }),
        },
        { id: 'signed', title: t('signed'), cell: ({ signer }) => signer ?? '' },
        {
          id: 'sent',
          title: t('sent'),
          cell: ({ sent, sentBy }) =>
            sent === null
              ? ''
              : t('sentBy', { day: formatDay(sent.on), how: t(`how.${sent.how}`), name: sentBy ?? '–' }),
        },
      ]}
    />
  )
}
