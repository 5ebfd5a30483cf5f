// Finding records by words: those of this page are shown and hidden; of those on other pages a list leads there.
const MOST_SHOWN = 200

/** Number, page, headline and words of a record on another page. */
type Indexed = readonly [label: string, page: string, headline: string, text: string]

/** As plainly as a reader who ignores case, accents and more than one blank. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').toLowerCase()
}

/** Shows the field, and answers what is typed there. */
export function offerSearch(page: Document): void {
  const form = page.getElementById('search')
  const field = page.getElementById('search-words')
  const told = page.getElementById('search-found')
  const list = page.getElementById('search-list')
  if (!(field instanceof HTMLInputElement) || form === null || told === null || list === null) return
  form.hidden = false
  const articles = [...page.querySelectorAll('article')].map((element) => ({
    element,
    text: plain(element.textContent),
  }))
  const indexed = readIndex(page).map((one) => ({ one, text: plain(`${one[0]} ${one[2]} ${one[3]}`) }))
  const look = () => {
    const words = plain(field.value).trim().split(' ').filter(Boolean)
    const has = (text: string) => words.every((word) => text.includes(word))
    for (const { element, text } of articles) element.hidden = !has(text)
    for (const heading of page.querySelectorAll<HTMLElement>('.thread')) heading.hidden = words.length > 0
    const found = words.length === 0 ? [] : indexed.filter(({ text }) => has(text))
    list.replaceChildren(...found.slice(0, MOST_SHOWN).map(({ one }) => lineOf(page, one)))
    const count = articles.length > 0 ? articles.filter(({ element }) => !element.hidden).length : found.length
    const more = found.length > MOST_SHOWN ? ` The first ${MOST_SHOWN} are listed.` : ''
    told.textContent =
      words.length === 0 ? '' : `${count} ${count === 1 ? 'record' : 'records'} with these words.${more}`
  }
  field.addEventListener('input', look)
  look()
}

function readIndex(page: Document): Indexed[] {
  const index: unknown = JSON.parse(page.getElementById('index')?.textContent ?? '[]')
  return Array.isArray(index) ? index : []
}

function lineOf(page: Document, [label, at, headline]: Indexed): HTMLElement {
  const line = page.createElement('li')
  const link = page.createElement('a')
  link.href = `${at}#${label}`
  link.textContent = label
  const words = page.createElement('bdi')
  words.textContent = headline
  line.append(link, ' ', words)
  return line
}
