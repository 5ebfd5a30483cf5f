// Checking the packet in its own page: the file is dropped or chosen, the digest typed; what is proved is said in words.
import { checkPacket } from '../../../../shared/packet/check.ts'
import type { Finding } from '../../../../shared/packet/tools.ts'
import { inWords } from '../../../../shared/packet/words.ts'
import { browserTools, sourceOf } from './browser-tools.ts'

interface Parts {
  readonly page: Document
  readonly choose: HTMLInputElement
  readonly digest: HTMLInputElement
  readonly opening: HTMLInputElement
  readonly button: HTMLButtonElement
  readonly chosen: HTMLElement
  readonly progress: HTMLProgressElement
  readonly outcome: HTMLElement
}

/** Shows the form, and checks when it is asked to. */
export function offerChecking(page: Document): void {
  const form = page.getElementById('check')
  const parts = partsOf(page)
  if (form === null || parts === null) return
  form.hidden = false
  let file: File | null = null
  const take = (given: File | null | undefined) => {
    if (!given) return
    file = given
    parts.chosen.textContent = `${given.name}, ${given.size} bytes`
    parts.button.disabled = false
  }
  parts.choose.addEventListener('change', () => take(parts.choose.files?.[0]))
  form.addEventListener('dragover', (event) => {
    event.preventDefault()
    form.classList.add('over')
  })
  form.addEventListener('dragleave', () => form.classList.remove('over'))
  form.addEventListener('drop', (event) => {
    event.preventDefault()
    form.classList.remove('over')
    take(event.dataTransfer?.files[0])
  })
  parts.button.addEventListener('click', () => {
    if (file !== null) void check(parts, file)
  })
}

function partsOf(page: Document): Parts | null {
  const [choose, digest] = [page.getElementById('check-file'), page.getElementById('check-digest')]
  const opening = page.getElementById('check-opening')
  const [button, chosen] = [page.getElementById('check-go'), page.getElementById('check-chosen')]
  const [progress, outcome] = [page.getElementById('check-progress'), page.getElementById('check-outcome')]
  if (!(choose instanceof HTMLInputElement) || !(digest instanceof HTMLInputElement)) return null
  if (!(opening instanceof HTMLInputElement)) return null
  if (!(button instanceof HTMLButtonElement) || !(progress instanceof HTMLProgressElement)) return null
  return chosen === null || outcome === null
    ? null
    : { page, choose, digest, opening, button, chosen, progress, outcome }
}

async function check({ page, digest, opening, button, progress, outcome }: Parts, file: File): Promise<void> {
  const typed = digest.value.replace(/\s/g, '').toLowerCase()
  const wellFormed = typed === '' || /^[0-9a-f]{64}$/.test(typed)
  digest.setAttribute('aria-invalid', String(!wellFormed))
  if (!wellFormed) {
    outcome.replaceChildren(
      textIn(page, 'p', 'A SHA-256 has 64 characters, 0 to 9 and a to f. Type it again, or leave it empty.'),
    )
    return
  }
  button.disabled = true
  progress.hidden = false
  outcome.replaceChildren(textIn(page, 'p', 'Checking every byte …'))
  try {
    const checked = await checkPacket(sourceOf(file), browserTools, {
      letter: typed === '' ? null : typed,
      opening: (await opening.files?.[0]?.text()) ?? null,
      progress: (done, total) => {
        progress.max = total
        progress.value = done
      },
    })
    const { verdict, proved, not } = inWords(checked)
    const digestLine = `SHA-256 of ${file.name}: ${checked.digest}`
    outcome.replaceChildren(
      textIn(page, 'p', verdict, checked.findings.length > 0 ? 'verdict bad' : 'verdict'),
      listOf(page, 'What is proved', proved),
      findingsOf(page, checked.findings),
      listOf(page, 'What is not', not),
      textIn(page, 'p', digestLine, 'meta'),
    )
  } catch {
    outcome.replaceChildren(textIn(page, 'p', `${file.name} cannot be read. Choose the file again.`, 'verdict bad'))
  } finally {
    button.disabled = false
    progress.hidden = true
  }
}

function textIn(page: Document, name: string, text: string, kind = ''): HTMLElement {
  const element = page.createElement(name)
  element.textContent = text
  if (kind !== '') element.className = kind
  return element
}

function listOf(page: Document, title: string, items: readonly string[]): DocumentFragment {
  const part = page.createDocumentFragment()
  if (items.length === 0) return part
  const list = page.createElement('ul')
  list.append(...items.map((item) => textIn(page, 'li', item)))
  part.append(textIn(page, 'h3', title), list)
  return part
}

function findingsOf(page: Document, findings: readonly Finding[]): DocumentFragment {
  return listOf(
    page,
    'What was found',
    findings.map(({ code, sentence }) => `${code}: ${sentence}`),
  )
}
