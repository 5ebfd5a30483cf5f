// Where archives are dropped or chosen.
import { type DragEvent, useState } from 'react'
import type { Granted } from '../../../shared/contract/message.ts'
import { useAction } from '../../client/action.ts'
import { chooseArchives, takeDropped, takeSample } from '../../client/grants.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'

const t = translator(en)

/** The place; hears of files once there is leave to read them. */
export function DropPlace({ onFiles }: { readonly onFiles: (files: readonly Granted[]) => void }) {
  const [over, setOver] = useState(false)
  const taking = useAction(async (files: Promise<readonly Granted[]>) => {
    const granted = await files
    if (granted.length > 0) onFiles(granted)
  })
  const { practice } = useVault().summary
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void taking.go(takeDropped([...event.dataTransfer.files]))
  }
  return (
    <section
      aria-label={t('drop')}
      className={`drop-place ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      }}
      onDragLeave={(event) =>
        event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null) || setOver(false)
      }
      onDrop={dropped}
    >
      <Icon name="inbox" />
      <div>
        <h2>{t('drop')}</h2>
        <p className="soft">{practice ? t('dropPractice') : t('dropAbout')}</p>
      </div>
      {practice && (
        <Button icon="inbox" onPress={() => void taking.go(takeSample())} busy={taking.busy}>
          {t('takeSample')}
        </Button>
      )}
      <Button look="strong" icon="plus" onPress={() => void taking.go(chooseArchives())} busy={taking.busy}>
        {t('choose')}
      </Button>
      <RefusalNotice refusal={taking.refusal} />
    </section>
  )
}
