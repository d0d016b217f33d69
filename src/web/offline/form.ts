/** multipart/form-data: the part `input` holds the JSON, then one part per file under its field's name. */
export function formOf(input: unknown, files: readonly (readonly [string, File])[]): FormData {
  const form = new FormData()
  form.append('input', JSON.stringify(input))
  for (const [name, file] of files) form.append(name, file, file.name)
  return form
}
