// Searches saved under a name: gone back to, renamed, deleted and brought back.
import { type FormEvent, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/search.ts'
import { translator } from '../../locale/t.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import type { SavedView } from '../../workspace/db.ts'
import { deleteView, putView, saveView, useViews } from '../../workspace/views.ts'
import { shapeText, useListShape } from './list-shape.ts'

const t = translator(en)

interface Props {
  readonly words: string
  readonly onWords: (words: string) => void
}

interface Told {
  readonly sentence: string
  readonly undo: (() => void) | null
}

/** The button and what it opens. */
export function ViewsMenu({ words, onWords }: Props) {
  const { vaultId } = useVault().summary
  const views = useViews(vaultId)
  const [shape, setShape] = useListShape()
  const [open, setOpen] = useState(false)
  const [told, tell] = useState<Told | null>(null)
  const close = () => {
    setOpen(false)
    tell(null)
  }
  const remove = async (view: SavedView) => {
    await deleteView(view)
    const undo = () => void putView(view).then(() => tell(null))
    tell({ sentence: t('viewDeleted', { name: view.name }), undo })
  }
  return (
    <>
      <Button look="quiet" icon="save" onPress={() => setOpen(true)}>
        {t('views')}
      </Button>
      <Dialog title={t('viewsTitle')} open={open} onClose={close}>
        <div className="views">
          {views.length === 0 && <p className="soft">{t('viewsNone')}</p>}
          <ul className="view-list">
            {views.map((view) => (
              <ViewLine
                key={view.id}
                view={view}
                onGo={() => {
                  onWords(view.query)
                  if (view.shape !== undefined) setShape(view.shape)
                  close()
                }}
                onDelete={() => void remove(view)}
                onRename={() => tell(null)}
              />
            ))}
          </ul>
          <p role="status" className="view-told">
            {told?.sentence}{' '}
            {told?.undo && (
              <button type="button" className="link" onClick={told.undo}>
                {t('undo')}
              </button>
            )}
          </p>
          {words.trim() === '' ? (
            <p className="soft">{t('viewEmpty')}</p>
          ) : (
            <NameForm
              label={t('viewName')}
              name=""
              onName={async (name) => {
                await saveView(vaultId, name, words, shapeText(shape))
                tell({ sentence: t('viewSaved', { name }), undo: null })
              }}
            />
          )}
        </div>
      </Dialog>
    </>
  )
}

interface LineProps {
  readonly view: SavedView
  readonly onGo: () => void
  readonly onDelete: () => void
  readonly onRename: () => void
}

function ViewLine({ view, onGo, onDelete, onRename }: LineProps) {
  const [renaming, setRenaming] = useState(false)
  const { name, query } = view
  if (renaming) {
    return (
      <li>
        <NameForm
          label={t('viewNewName', { name })}
          name={name}
          onName={async (next) => {
            await putView({ ...view, name: next })
            setRenaming(false)
          }}
        />
      </li>
    )
  }
  return (
    <li className="view-line">
      <AriaButton className="view-go" onPress={onGo}>
        <bdi>{name}</bdi>
        <bdi className="soft view-query">{query}</bdi>
      </AriaButton>
      <IconButton
        icon="pencil"
        label={t('viewRename', { name })}
        onPress={() => {
          onRename()
          setRenaming(true)
        }}
      />
      <IconButton icon="bin" label={t('viewDelete', { name })} onPress={onDelete} />
    </li>
  )
}

interface FormProps {
  readonly label: string
  readonly name: string
  readonly onName: (name: string) => Promise<void>
}

function NameForm({ label, name, onName }: FormProps) {
  const [typed, setTyped] = useState(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') void onName(typed.trim()).then(() => setTyped(''))
  }
  return (
    <form className="view-form" onSubmit={submit}>
      <Field label={label} value={typed} onChange={setTyped} autoFocus={name !== ''} />
      <Button submit>{t('viewSave')}</Button>
    </form>
  )
}
