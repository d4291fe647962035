/**
 * Suggestions while somebody types, in every field with `data-suggest`: the pattern «combobox» of the ARIA practices.
 * The field says where to ask and in what words to tell how many there are. A network that fails is passed over in
 * silence: the field searches as it always does.
 */

type Suggestion = {
  readonly kind: string
  readonly label: string
  readonly text: string
  readonly language: string | null
  readonly url: string
}
type Field = HTMLInputElement | HTMLTextAreaElement

const PAUSE_MS = 120
const SHORTEST = 2
/** A need that is described at length needs no completing. */
const LONGEST = 60
const GAP_PX = 6

let fields = 0

/** Makes a field suggest; does nothing to one that does not say where to ask. */
export function suggestFor(field: Field): void {
  const { suggest: address, suggestLabel = '' } = field.dataset
  if (address === undefined || field.parentElement === null) return
  fields += 1
  const list = element('div', { role: 'listbox', id: `forslag-${fields}`, className: 'suggestions' })
  list.setAttribute('aria-label', suggestLabel)
  list.hidden = true
  const told = element('p', { className: 'ds-sr-only' })
  told.setAttribute('aria-live', 'polite')
  field.after(list, told)
  describeField(field, list.id)
  const box: Box = { field, list, told, address, active: -1 }
  const ask = askPatiently(box)
  field.addEventListener('input', ask)
  field.addEventListener('keydown', (event) => pressKey(event as KeyboardEvent, box))
  field.addEventListener('blur', () => close(box))
  // The field keeps the focus, so that typing can go on.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => choose(event, box))
}

type Box = {
  readonly field: Field
  readonly list: HTMLElement
  readonly told: HTMLElement
  readonly address: string
  /** Which of the suggestions is marked; -1 for none. */
  active: number
}

/** A field of several lines may not be called a combobox, but answers as one. */
function describeField(field: Field, list: string): void {
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', list)
  if (field instanceof HTMLTextAreaElement) field.setAttribute('aria-haspopup', 'listbox')
  else {
    field.setAttribute('role', 'combobox')
    field.setAttribute('aria-expanded', 'false')
  }
}

/** Asks when the typing rests, and lets go of an answer that is no longer wanted. */
function askPatiently(box: Box): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let under: AbortController | null = null
  return () => {
    clearTimeout(timer)
    under?.abort()
    const typed = box.field.value.trim()
    if (typed.length < SHORTEST || typed.length > LONGEST || typed.includes('\n')) return close(box)
    timer = setTimeout(async () => {
      const mine = new AbortController()
      under = mine
      const found = await fetchSuggestions(box.address, typed, mine.signal)
      if (mine.signal.aborted || document.activeElement !== box.field) return
      show(box, found)
    }, PAUSE_MS)
  }
}

/** Null when the network fails, or the answer is not ours. */
async function fetchSuggestions(
  address: string,
  typed: string,
  signal: AbortSignal,
): Promise<readonly Suggestion[] | null> {
  try {
    const answer = await fetch(`${address}&q=${encodeURIComponent(typed)}`, { signal })
    if (!answer.ok) return null
    const { suggestions }: { suggestions: readonly Suggestion[] } = await answer.json()
    return suggestions
  } catch {
    return null
  }
}

function show(box: Box, found: readonly Suggestion[] | null): void {
  const { field, list, told } = box
  close(box)
  if (found === null) return
  list.replaceChildren(...found.map((one, place) => toOption(one, `${list.id}-${place}`)))
  setOpen(box, found.length > 0)
  const { suggestNone = '', suggestOne = '', suggestMany = '' } = field.dataset
  told.textContent = [suggestNone, suggestOne][found.length] ?? suggestMany.replace('#', String(found.length))
}

/** A link, so that it can be opened beside, and led to by whatever one points with. */
function toOption({ kind, label, text, language, url }: Suggestion, id: string): HTMLElement {
  const option = document.createElement('a')
  option.id = id
  option.className = 'suggestion-option plain'
  option.href = url
  option.tabIndex = -1
  option.role = 'option'
  option.ariaSelected = 'false'
  option.dataset.kind = kind
  const words = element('span', { className: 'suggestion-text', textContent: text })
  if (language !== null) words.lang = language
  option.append(words, element('span', { className: 'suggestion-kind', textContent: label }))
  return option
}

function pressKey(event: KeyboardEvent, box: Box): void {
  if (event.isComposing || box.list.hidden) return
  const options = optionsOf(box)
  const marked = options[box.active]
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    // One more place than suggestions: the field itself, with nothing marked.
    const places = options.length + 1
    const step = event.key === 'ArrowDown' ? 1 : -1
    mark(box, ((box.active + 1 + step + places) % places) - 1)
  } else if (event.key === 'Enter' && marked) {
    event.preventDefault()
    event.stopPropagation()
    marked.click()
  } else if (['Enter', 'Escape', 'Tab'].includes(event.key)) {
    // At Escape a field for searching would empty itself.
    if (event.key === 'Escape') event.preventDefault()
    close(box)
  }
}

/** Words are searched for in the form they stand in, so that what else is chosen there is kept. */
function choose(event: MouseEvent, box: Box): void {
  const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null
  if (option?.dataset.kind !== 'words' || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  box.field.value = option.querySelector('.suggestion-text')?.textContent ?? box.field.value
  close(box)
  box.field.form?.requestSubmit()
}

function mark(box: Box, place: number): void {
  const options = optionsOf(box)
  box.active = place
  for (const [which, option] of options.entries()) option.ariaSelected = String(which === place)
  const marked = options[place]
  marked?.scrollIntoView({ block: 'nearest' })
  if (marked) box.field.setAttribute('aria-activedescendant', marked.id)
  else box.field.removeAttribute('aria-activedescendant')
}

function close(box: Box): void {
  setOpen(box, false)
  mark(box, -1)
  box.told.textContent = ''
}

/** Right below the field, over whatever stands there. */
function setOpen({ field, list }: Box, isOpen: boolean): void {
  list.hidden = !isOpen
  list.style.insetBlockStart = `${field.offsetTop + field.offsetHeight + GAP_PX}px`
  if (field instanceof HTMLInputElement) field.ariaExpanded = String(isOpen)
}

function optionsOf({ list }: Box): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role=option]')]
}

function element(name: 'div' | 'p' | 'span', properties: Partial<HTMLElement>): HTMLElement {
  return Object.assign(document.createElement(name), properties)
}
