// Owns masking, in a source as it stands in an export, of what nobody should see unasked: passwords, tokens, addresses of computers, devices.
import { isSecretName } from './secret-names.ts'
import { MASK, maskValues } from './secret-values.ts'

export interface Masked {
  readonly text: string
  /** How many values were masked. */
  readonly count: number
}

/**
 * Masks a source. JSON stays JSON.
 * @param shown what the record itself says: a value that stands in it is no secret of the export, and stays
 */
export function maskSecrets(source: string, shown = ''): Masked {
  let count = 0
  const hides = (value: string) => {
    if (value === '' || value.includes(MASK) || (value.length > 3 && shown.includes(value))) return false
    count += 1
    return true
  }
  const fields = /"\s*:/.test(source) ? maskFields(source, hides) : source
  const text = maskValues(maskWritten(fields, hides), hides)
  return { text, count }
}

const PARTS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gs
/** Names under which an export writes what a field is called, and what it holds, where it does not use names of its own. */
const LABELS = new Set(['label', 'title', 'name', 'key', 'field'])
const VALUES = new Set(['value', 'values', 'dict', 'vec', 'text', 'data'])

interface Level {
  readonly list: boolean
  readonly secret: boolean
  name: string | null
  labelled: boolean
}

/** The values of JSON's fields, by the names of the fields; whatever stands in a list or object under such a name too. */
function maskFields(source: string, hides: (value: string) => boolean): string {
  const levels: Level[] = []
  let out = ''
  let end = 0
  for (const { 0: part, index } of source.matchAll(PARTS)) {
    out += source.slice(end, index)
    end = index + part.length
    const level = levels.at(-1)
    const secret = level !== undefined && isSecret(level)
    if (part === '{' || part === '[') levels.push({ list: part === '[', secret, name: null, labelled: false })
    else if (part === '}' || part === ']') levels.pop()
    else if (part === ',') {
      if (level !== undefined && !level.list) level.name = null
    } else if (part !== ':' && level !== undefined) {
      if (!level.list && level.name === null) level.name = unquoted(part)
      else {
        if (LABELS.has(level.name ?? '') && isSecretName(unquoted(part))) level.labelled = true
        else if (secret && !/^(?:true|false|null)$/.test(part) && hides(unquoted(part))) {
          out += `"${MASK}"`
          continue
        }
      }
    }
    out += part
  }
  return out + source.slice(end)
}

function isSecret(level: Level): boolean {
  if (level.secret) return true
  return level.name !== null && (isSecretName(level.name) || (level.labelled && VALUES.has(level.name)))
}

function unquoted(part: string): string {
  return part.startsWith('"') ? part.slice(1, -1) : part
}

const ASSIGNED = /([\w$:-]+)(\s*[:=]\s*)(["'])([^"'\n]{1,4000})\3/g
const FORM_FIELD = /(\bname\s*=\s*["']([\w-]+)["'][^<>]{0,200}?\bvalue\s*=\s*["'])([^"'<>]+)/gi
const ELEMENT = /<([\w:.-]+)(\s[^<>]*)?>([^<>]+)<\/\1>/g
const LINE = /^([ \t]*(?:["']?)([A-Za-z][\w -]{0,40})["']?[ \t]*[:=][ \t]*)([^\s"'[{][^\r\n]*)/gm

/** Fields as HTML, XML, scripts, heads of the web and plain lists write them. */
function maskWritten(source: string, hides: (value: string) => boolean): string {
  return source
    .replace(ASSIGNED, (all, name: string, between: string, quote: string, value: string) =>
      isSecretName(name) && hides(value) ? `${name}${between}${quote}${MASK}${quote}` : all,
    )
    .replace(FORM_FIELD, (all, before: string, name: string, value: string) =>
      isSecretName(name) && hides(value) ? before + MASK : all,
    )
    .replace(ELEMENT, (all, name: string, attributes: string | undefined, value: string) =>
      isSecretName(name) && hides(value) ? `<${name}${attributes ?? ''}>${MASK}</${name}>` : all,
    )
    .replace(LINE, (all, before: string, name: string, value: string) =>
      isSecretName(name) && hides(value) ? before + MASK : all,
    )
}
