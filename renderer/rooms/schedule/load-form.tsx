// Loading a schedule: the file and, of a workbook, the sheet, or what is pasted or typed; then what it says and what it doesn't.
import { useState } from 'react'
import type { ScheduleReading } from '../../../shared/contract/schedule.ts'
import { useAction } from '../../client/action.ts'
import { type ChosenTable, readChosen } from '../../list/chosen-table.ts'
import { TableTrigger } from '../../list/table-trigger.tsx'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { FileDraft } from './file-draft.tsx'
import { LoadedNotice } from './loaded-notice.tsx'
import { PasteForm } from './paste-form.tsx'
import type { ShownSchedule } from './shown.ts'
import { TypeForm } from './type-form.tsx'

const t = translator(en)

interface Props {
  /** The schedule that was loaded last. */
  readonly current: ShownSchedule | null
  readonly onDone: () => void
}

/** The form. */
export function LoadForm({ current, onDone }: Props) {
  const [file, setFile] = useState<ChosenTable | null>(null)
  const [sheet, setSheet] = useState<string | null>(null)
  const [typing, setTyping] = useState(false)
  const [loaded, setLoaded] = useState<ScheduleReading | null>(null)
  const choosing = useAction(async (chosen: File) => {
    const read = await readChosen(chosen)
    setFile(read)
    setSheet(read.sheets.length === 1 ? (read.sheets[0]?.name ?? null) : null)
  })
  const chooseText = (name: string, csv: string) => {
    setFile({ name, workbook: null, sheets: [{ name, rows: 0, csv }] })
    setSheet(name)
  }
  if (loaded) return <LoadedNotice reading={loaded} onDone={onDone} />
  const csv = file?.sheets.find(({ name }) => name === sheet)?.csv
  return (
    <>
      <div className="file-line">
        <TableTrigger onChoose={(chosen) => void choosing.go(chosen)}>
          <Button icon="file" look={file ? 'plain' : 'strong'} busy={choosing.busy}>
            {t('chooseFile')}
          </Button>
        </TableTrigger>
        {file ? <bdi>{file.name}</bdi> : <span className="soft">{t('chooseFileAbout')}</span>}
        {!file && (
          <Button look="quiet" onPress={onDone}>
            {t('cancel')}
          </Button>
        )}
      </div>
      {!file && !typing && <PasteForm onPasted={(csv) => chooseText(t('pastedName'), csv)} />}
      {!file && !typing && (
        <div>
          <Button look="quiet" onPress={() => setTyping(true)}>
            {t('typeIn')}
          </Button>
        </div>
      )}
      {!file && typing && <TypeForm onTyped={(csv) => chooseText(t('typedName'), csv)} />}
      <RefusalNotice refusal={choosing.refusal} />
      {file && file.sheets.length > 1 && (
        <div className="form">
          <Picker
            label={t('sheet')}
            hint={t('sheetHint')}
            placeholder={t('choose')}
            value={sheet}
            onChange={setSheet}
            choices={file.sheets.map(({ name, rows }) => ({
              id: name,
              label: name,
              detail: t('sheetRows', { count: rows }),
            }))}
            required
          />
        </div>
      )}
      {file && csv !== undefined && (
        <FileDraft
          key={`${file.name} ${sheet}`}
          file={{ fileName: file.name, csv, workbook: file.workbook }}
          current={current}
          onLoaded={setLoaded}
          onCancel={onDone}
        />
      )}
    </>
  )
}
