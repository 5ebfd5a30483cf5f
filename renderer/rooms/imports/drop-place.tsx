// Where archives are dropped or chosen.
import type { Granted } from '../../../shared/contract/message.ts'
import { useAction } from '../../client/action.ts'
import { chooseArchives, takeDropped, takeSample } from '../../client/grants.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { useDrop } from '../../ui/use-drop.ts'

const t = translator(en)

/** The place; hears of files once there is leave to read them. */
export function DropPlace({ onFiles }: { readonly onFiles: (files: readonly Granted[]) => void }) {
  const taking = useAction(async (files: Promise<readonly Granted[]>) => {
    const granted = await files
    if (granted.length > 0) onFiles(granted)
  })
  const { practice } = useVault().summary
  const { over, heard } = useDrop((files) => void taking.go(takeDropped(files)))
  return (
    <section aria-label={t('drop')} className={`drop-place ${over ? 'over' : ''}`} {...heard}>
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
