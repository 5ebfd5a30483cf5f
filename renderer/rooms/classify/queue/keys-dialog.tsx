// The clerk's own keys: which letter or digit stands for which series.
import { type FormEvent, useEffect, useState } from 'react'
import type { Series } from '../../../../shared/domain/schedule/series.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/queue.ts'
import { translator } from '../../../locale/t.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { SearchPicker } from '../../../ui/picker.tsx'
import type { Binding } from '../../../workspace/db.ts'
import { canBeKey, saveBindings } from '../../../workspace/queue-keys.ts'

const t = translator(en)

interface Props {
  readonly open: boolean
  readonly series: readonly Series[]
  readonly bindings: readonly Binding[]
  readonly onClose: () => void
}

interface Line {
  readonly id: number
  readonly key: string
  readonly series: string | null
}

/** The dialog. */
export function KeysDialog({ open, ...rest }: Props) {
  return (
    <Dialog title={t('keysTitle')} open={open} onClose={rest.onClose} wide>
      {open && <KeysForm {...rest} />}
    </Dialog>
  )
}

function KeysForm({ series, bindings, onClose }: Omit<Props, 'open'>) {
  const { vaultId } = useVault().summary
  const [lines, setLines] = useState<readonly Line[]>(() => [
    ...bindings.map(({ key, series }, id) => ({ id, key, series })),
    { id: bindings.length, key: '', series: null },
  ])
  const [tried, setTried] = useState(false)
  const change = (id: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.id === id ? { ...line, ...part } : line)))
  const add = () => setLines([...lines, { id: Math.max(-1, ...lines.map(({ id }) => id)) + 1, key: '', series: null }])
  useEffect(() => setTried(false), [])
  const filled = lines.filter(({ key, series }) => key !== '' || series !== null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (filled.some((line) => problemOf(line, filled) !== null)) return
    await saveBindings(
      vaultId,
      filled.flatMap(({ key, series }) => (series === null ? [] : [{ key, series }])),
    )
    onClose()
  }
  const choices = series.map(({ code, title }) => ({ id: code, label: `${code} ${title}` }))
  return (
    <form className="form wide" onSubmit={(event) => void submit(event)}>
      <p className="soft">{t('keysAbout')}</p>
      <ul className="key-lines">
        {lines.map((line) => (
          <li key={line.id} className="key-line">
            <Field
              label={t('key')}
              value={line.key}
              onChange={(key) => change(line.id, { key: key.slice(-1) })}
              error={tried ? (problemOf(line, filled) ?? undefined) : undefined}
            />
            <SearchPicker
              label={t('series')}
              choices={choices}
              value={line.series}
              onChange={(code) => change(line.id, { series: code })}
            />
            <IconButton
              icon="close"
              label={t('removeKey', { key: line.key })}
              onPress={() => setLines(lines.filter(({ id }) => id !== line.id))}
            />
          </li>
        ))}
      </ul>
      <div className="form-actions start">
        <Button icon="plus" onPress={add}>
          {t('addKey')}
        </Button>
      </div>
      <div className="form-actions">
        <Button look="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit>
          {t('saveKeys')}
        </Button>
      </div>
    </form>
  )
}

function problemOf(line: Line, filled: readonly Line[]): string | null {
  if (!filled.includes(line)) return null
  if (!canBeKey(line.key)) return t('keyWrong')
  if (line.series === null) return t('seriesMissing')
  const twice = filled.some(({ id, key }) => id !== line.id && key.toLowerCase() === line.key.toLowerCase())
  return twice ? t('keyTaken') : null
}
