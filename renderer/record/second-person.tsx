// The second person behind a decision that keeps records for a shorter time: chosen among those who act in this vault.
import { usePeopleHere } from '../client/vault.ts'
import { en } from '../locale/en/bulk.ts'
import { translator } from '../locale/t.ts'
import { SearchPicker } from '../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly value: string | null
  readonly onChange: (person: string | null) => void
  /** When somebody is needed, where it is not as for a shorter time. */
  readonly hint?: string
}

/** The field; null while nobody is chosen. */
export function SecondPerson({ value, onChange, hint = t('secondHint') }: Props) {
  const people = usePeopleHere()
  return (
    <SearchPicker
      label={t('second')}
      hint={hint}
      choices={people.map(({ id, name, title }) => ({ id, label: name, detail: title }))}
      value={value}
      onChange={onChange}
    />
  )
}
