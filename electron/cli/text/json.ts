// Values as JSON for another program.

/** Marks that a terminal obeys or that turn text round; JSON may write each as an escape. */
const UNSAFE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** A value as indented JSON with a closing newline. Nothing in it can steer a terminal, and it reads back as it was. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(UNSAFE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}
