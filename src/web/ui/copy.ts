/** Whether the words lie in the clipboard: a page that comes neither over HTTPS nor from this machine may not copy. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
