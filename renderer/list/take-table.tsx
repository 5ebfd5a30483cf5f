// Taking in a table that was kept elsewhere: the file, its sheet, what its columns are, what would come of it, and then all of it.
import { type FormEvent, type ReactNode, useState } from 'react'
import { useAction } from '../client/action.ts'
import { en } from '../locale/en/take-table.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { FormEnd } from '../ui/form-end.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { type Choice, Picker } from '../ui/picker.tsx'
import { type ChosenTable, readChosen } from './chosen-table.ts'
import { TableTrigger } from './table-trigger.tsx'
import { TakenColumns } from './taken-columns.tsx'

const t = translator(en)

/** A table as the vault reads it. */
interface Reading<Row> {
  readonly headings: readonly string[]
  /** The field that each column was taken for; null for none. */
  readonly columns: readonly (string | null)[]
  readonly problems: readonly string[]
  readonly rows: readonly Row[]
  /** How many rows the vault has already; they are not among `rows`. */
  readonly known?: number
}

interface Props<Row> {
  /** The fields that a column can be. */
  readonly fields: readonly Choice[]
  readonly read: (csv: string, columns: readonly (string | null)[] | null) => Promise<Reading<Row>>
  /** Takes one row in. */
  readonly take: (row: Row) => Promise<unknown>
  /** The words of the button. */
  readonly takeWords: (count: number) => string
  /** The first rows as they would be taken in. */
  readonly preview: (rows: readonly Row[]) => ReactNode
  readonly onDone: () => void
}

const SHOWN = 5

/** The form. */
export function TakeTable<Row>({ fields, read, take, takeWords, preview, onDone }: Props<Row>) {
  const [file, setFile] = useState<ChosenTable | null>(null)
  const [sheet, setSheet] = useState<string | null>(null)
  const [reading, setReading] = useState<Reading<Row> | null>(null)
  const [done, setDone] = useState(0)
  const look = async (csv: string | undefined, columns: readonly (string | null)[] | null) => {
    setReading(null)
    setDone(0)
    if (csv !== undefined) setReading(await read(csv, columns))
  }
  const csvOf = (name: string | null) => file?.sheets.find((one) => one.name === name)?.csv
  const choosing = useAction(async (chosen: File) => {
    const table = await readChosen(chosen)
    const [first] = table.sheets.length === 1 ? table.sheets : []
    setFile(table)
    setSheet(first?.name ?? null)
    await look(first?.csv, null)
  })
  const looking = useAction(look)
  const taking = useAction(async (rows: readonly Row[]) => {
    for (const [at, row] of rows.entries()) {
      if (at < done) continue
      await take(row)
      setDone(at + 1)
    }
    onDone()
  })
  const rows = reading?.rows ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void taking.go(rows)
  }
  return (
    <form className="form wide" onSubmit={submit}>
      <div className="file-line">
        <TableTrigger onChoose={(chosen) => void choosing.go(chosen)}>
          <Button icon="file" busy={choosing.busy}>
            {t('choose')}
          </Button>
        </TableTrigger>
        {file ? <bdi>{file.name}</bdi> : <span className="soft">{t('about')}</span>}
      </div>
      <RefusalNotice refusal={choosing.refusal ?? looking.refusal} />
      {file && file.sheets.length > 1 && (
        <Picker
          label={t('sheet')}
          value={sheet}
          onChange={(name) => {
            setSheet(name)
            void looking.go(csvOf(name), null)
          }}
          choices={file.sheets.map(({ name, rows: count }) => ({
            id: name,
            label: name,
            detail: t('sheetRows', { count }),
          }))}
          required
        />
      )}
      {reading && (
        <>
          <TakenColumns
            headings={reading.headings}
            columns={reading.columns}
            fields={fields}
            onColumns={(columns) => void looking.go(csvOf(sheet), columns)}
          />
          {(reading.known ?? 0) > 0 && <Notice tone="info">{t('known', { count: reading.known ?? 0 })}</Notice>}
          {rows.length > 0 && (
            <section aria-label={t('first')}>
              <p>{t('first')}</p>
              {preview(rows.slice(0, SHOWN))}
            </section>
          )}
          <Problems sentences={reading.problems} />
        </>
      )}
      {taking.refusal !== null && done > 0 && (
        <Notice tone="warn">{t('partly', { done: String(done), all: String(rows.length) })}</Notice>
      )}
      <FormEnd action={taking} cancel={t('cancel')} onCancel={onDone} disabled={rows.length === 0 || looking.busy}>
        {takeWords(rows.length - done)}
      </FormEnd>
    </form>
  )
}

function Problems({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <Notice tone="warn" title={t('problems', { count: sentences.length })}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <bdi>{sentence}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
