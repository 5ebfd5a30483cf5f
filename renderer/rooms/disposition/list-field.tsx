// A list that a plan is checked against: the file, the day that it is of, and the column with its numbers where nobody can tell it by its headings.
import { FileTrigger } from 'react-aria-components'
import { type ListFile, purgeReadList } from '../../../shared/contract/purge.ts'
import type { ListKind } from '../../../shared/domain/disposition/listed.ts'
import { Instant, localDate } from '../../../shared/domain/time.ts'
import { useAction } from '../../client/action.ts'
import { ask, type Output } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/disposition.ts'
import { en as listedWords } from '../../locale/en/listed.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)
const l = translator(listedWords)

/** A list as it was chosen, and as it is read. */
export interface ChosenList extends Readonly<Record<'name' | 'csv' | 'datedOn', string>> {
  readonly numberColumn: string | null
  readonly told: Output<typeof purgeReadList>
}

/** Whether it is known which column holds the numbers. */
export function isRead({ told, numberColumn }: ChosenList): boolean {
  return told.read !== null || numberColumn !== null
}

/** The list as it is sent. */
export function listFileOf(list: ChosenList | null): (typeof ListFile)['_zod']['input'] | null {
  if (list === null) return null
  const { name, csv, datedOn, numberColumn } = list
  return { name, csv, datedOn, numberColumn }
}

interface Props {
  readonly kind: ListKind
  readonly label: string
  readonly value: ChosenList | null
  readonly onChange: (list: ChosenList) => void
}

/** The field. */
export function ListField({ kind, label, value, onChange }: Props) {
  const { zone } = useVault().summary
  const choosing = useAction(async (file: File) => {
    const list = { name: file.name, csv: await file.text(), datedOn: localDate(Instant.parse(file.lastModified), zone) }
    onChange({ ...list, numberColumn: null, told: await ask(purgeReadList, { kind, list }) })
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own around one button
    <div className="field" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <div className="file-line">
        <FileTrigger
          acceptedFileTypes={['.csv', 'text/csv']}
          onSelect={(list) => {
            const file = list?.[0]
            if (file) void choosing.go(file)
          }}
        >
          <Button icon="file" busy={choosing.busy}>
            {t('choose')}
          </Button>
        </FileTrigger>
        {value && <bdi>{value.name}</bdi>}
      </div>
      <RefusalNotice refusal={choosing.refusal} />
      {value && <Read value={value} onChange={onChange} />}
      {value && (
        <Field
          type="date"
          label={t('listDate', { name: value.name })}
          value={value.datedOn}
          onChange={(datedOn) => onChange({ ...value, datedOn })}
          required
        />
      )}
    </div>
  )
}

function Read({ value, onChange }: { readonly value: ChosenList; readonly onChange: Props['onChange'] }) {
  const { headings, read } = value.told
  if (read !== null) {
    const count = read.entries
    const words =
      read.numberIn === null ? l('entriesByName', { count }) : l('entries', { count, column: read.numberIn })
    return <p className="soft">{words}</p>
  }
  return (
    <Picker
      label={l('column', { name: value.name })}
      hint={l('columnAbout')}
      choices={headings.filter((one) => one !== '').map((one) => ({ id: one, label: one }))}
      value={value.numberColumn}
      onChange={(numberColumn) => onChange({ ...value, numberColumn })}
      required
    />
  )
}
