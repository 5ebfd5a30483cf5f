// Whether spelling is checked on this desk.
import { useEffect, useState } from 'react'
import { checksSpelling, turnSpelling } from '../../client/spelling.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)

/** The choice. */
export function SpellingChoice() {
  const [on, setOn] = useState<boolean | null>(null)
  useEffect(() => {
    void checksSpelling().then(setOn)
  }, [])
  if (on === null) return null
  return (
    <Picker
      label={t('spelling')}
      value={on ? 'on' : 'off'}
      onChange={(id) => void turnSpelling(id === 'on').then(setOn)}
      choices={[
        { id: 'on', label: t('spelling.on') },
        { id: 'off', label: t('spelling.off') },
      ]}
      hint={t('spellingHint')}
    />
  )
}
