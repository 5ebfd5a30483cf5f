// The office's own files by kind: in which series, how many may go, what comes next; and each of them with how it stands.
import { useState } from 'react'
import { type OfficeFileState, type OfficeKindState, officeFileList } from '../../../shared/contract/office-file.ts'
import { officeFileWords } from '../../../shared/domain/disposition/office-file.ts'
import { useLastKnown } from '../../client/last-known.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/office-files.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FileHoldForm } from './file-hold-form.tsx'
import { useInstant } from './instant.ts'
import { Part } from './part.tsx'
import { SeriesForm } from './series-form.tsx'

const t = translator(en)
/** So many are shown; the command line lists all. */
const SHOWN = 300

/** The part; nothing where the vault has no schedule. */
export function OwnFiles() {
  const at = useInstant()
  const topics = ['disposition', 'holds', 'requests', 'schedule'] as const
  const data = useLastKnown(useQuery(officeFileList, { at, kind: null }, topics, 1000).data)
  const [choosing, setChoosing] = useState<OfficeKindState | null>(null)
  const [holding, setHolding] = useState<OfficeFileState | null>(null)
  if (data === undefined) return null
  const { kinds, files } = data
  return (
    <Part id="own-files" title={t('title')} about={t('about')}>
      <DataTable<OfficeKindState>
        label={t('kinds')}
        rows={kinds}
        keyOf={({ kind }) => kind}
        columns={[
          { id: 'kind', title: t('kind'), heading: true, cell: ({ kind }) => officeFileWords[kind].many },
          { id: 'series', title: t('series'), cell: (row) => <Chosen row={row} /> },
          { id: 'files', title: t('files'), number: true, cell: (row) => formatCount(row.files) },
          { id: 'may', title: t('may'), number: true, cell: ({ may }) => formatCount(may) },
          { id: 'held', title: t('held'), number: true, cell: ({ held }) => formatCount(held) },
          { id: 'next', title: t('next'), tight: true, cell: ({ next }) => (next === null ? '' : formatDay(next)) },
          {
            id: 'do',
            title: t('actions'),
            tight: true,
            cell: (row) => (
              <Button look="quiet" onPress={() => setChoosing(row)}>
                {row.chosen === null ? t('choose') : t('change')}
              </Button>
            ),
          },
        ]}
      />
      {files.length > 0 && (
        <details>
          <summary>{t('single', { count: formatCount(files.length) })}</summary>
          <DataTable<OfficeFileState>
            label={t('single', { count: formatCount(files.length) })}
            rows={files.slice(0, SHOWN)}
            keyOf={({ kind, id }) => `${kind} ${id}`}
            columns={[
              { id: 'file', title: t('file'), heading: true, cell: (file) => <FileName file={file} /> },
              { id: 'begun', title: t('begun'), tight: true, cell: ({ openedOn }) => formatDay(openedOn) },
              {
                id: 'closed',
                title: t('closed'),
                tight: true,
                cell: ({ closedOn }) => (closedOn === null ? '' : formatDay(closedOn)),
              },
              { id: 'stands', title: t('stands'), cell: ({ sentence }) => sentence },
              {
                id: 'do',
                title: t('actions'),
                tight: true,
                cell: (file) => (
                  <Button look="quiet" onPress={() => setHolding(file)}>
                    {t('hold')}
                  </Button>
                ),
              },
            ]}
          />
        </details>
      )}
      <FileHoldForm file={holding} onDone={() => setHolding(null)} />
      <SeriesForm kind={choosing} onDone={() => setChoosing(null)} />
    </Part>
  )
}

/** A file by its kind and number. */
export function FileName({ file }: { readonly file: Pick<OfficeFileState, 'kind' | 'id'> }) {
  const { one } = officeFileWords[file.kind]
  return (
    <>
      {`${one.charAt(0).toUpperCase()}${one.slice(1)} `}
      <bdi>{file.id}</bdi>
    </>
  )
}

function Chosen({ row: { kind, chosen } }: { readonly row: OfficeKindState }) {
  if (chosen === null) return <span className="soft">{t('notChosen')}</span>
  const day = chosen.startsOn === null ? undefined : officeFileWords[kind].days[chosen.startsOn]
  return (
    <>
      <bdi>{chosen.title === '' ? chosen.series : chosen.title}</bdi>
      {day !== undefined && <span className="soft">, {t('from', { day })}</span>}
    </>
  )
}
