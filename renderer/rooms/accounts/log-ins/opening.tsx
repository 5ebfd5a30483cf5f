// What opens a list of log-ins: the list, an officer's key, and the passphrase of the key.
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { GrantId } from '../../../../shared/domain/id.ts'
import { takeOne } from '../../../client/grants.ts'
import { en } from '../../../locale/en/log-in-list.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'

const t = translator(en)

export interface Opening {
  readonly list: File | null
  readonly key: File | null
  readonly passphrase: string
}

const NOTHING: Opening = { list: null, key: null, passphrase: '' }

/** What was chosen and typed so far, for {@link OpeningFields}. */
export function useOpening() {
  const [opening, setOpening] = useState(NOTHING)
  return {
    opening,
    set: (part: Partial<Opening>) => setOpening((before) => ({ ...before, ...part })),
    forget: () => setOpening(NOTHING),
  }
}

/** What is sent to open the list; null while something is not chosen. @throws MunimentError as the shell refuses */
export async function sentToOpen({
  list,
  key,
  passphrase,
}: Opening): Promise<{ readonly list: GrantId; readonly key: string; readonly passphrase: string } | null> {
  const granted = list === null ? null : await takeOne(list)
  return granted === null || key === null ? null : { list: granted.grant, key: await key.text(), passphrase }
}

/** The fields. */
export function OpeningFields({ opening, set }: Pick<ReturnType<typeof useOpening>, 'opening' | 'set'>) {
  return (
    <>
      <Chosen label={t('list')} choose={t('chooseList')} file={opening.list} onChoose={(list) => set({ list })} />
      <Chosen label={t('key')} choose={t('chooseKey')} file={opening.key} onChoose={(key) => set({ key })} />
      <Field
        label={t('passphrase')}
        type="password"
        value={opening.passphrase}
        onChange={(passphrase) => set({ passphrase })}
        required
      />
    </>
  )
}

interface ChosenProps {
  readonly label: string
  readonly choose: string
  readonly file: File | null
  readonly onChoose: (file: File) => void
}

function Chosen({ label, choose, file, onChoose }: ChosenProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own around one button
    <div className="field" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <div className="file-line">
        <FileTrigger
          onSelect={(chosen) => {
            const one = chosen?.[0]
            if (one) onChoose(one)
          }}
        >
          <Button icon="file">{choose}</Button>
        </FileTrigger>
        {file && <bdi>{file.name}</bdi>}
      </div>
    </div>
  )
}
