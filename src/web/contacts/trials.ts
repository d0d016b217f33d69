const key = 'sobremesa-trials'
/** A dry run lasts minutes at most; so many at once is more than anybody begins. */
const most = 8

/**
 * Dry runs that this browser began. The list of jobs does not tell them from what brings people in, and whoever
 * loads the page anew in the middle of one would read that people are coming in.
 */
export function noteTrial(job: string): void {
  try {
    localStorage.setItem(key, [...trials(), job].slice(-most).join(' '))
  } catch {
    // A browser that keeps nothing knows less after the page was loaded anew.
  }
}

export function isTrial(job: string): boolean {
  return trials().includes(job)
}

function trials(): string[] {
  try {
    return (localStorage.getItem(key) ?? '').split(' ').filter((id) => id !== '')
  } catch {
    return []
  }
}
