// Where a form says that something is missing, the cursor goes there.

/** Once the problems are drawn, the first field that has one takes the focus. */
export function focusFirstProblem(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector('[data-invalid] button, input[data-invalid], textarea[data-invalid]')
    if (field instanceof HTMLElement) field.focus()
  })
}
