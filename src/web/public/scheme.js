// Before the first paint: the chosen scheme, or the one of the system. A file of its own because the
// page allows no inline script.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('sobremesa-scheme')
  } catch {
    // A browser that keeps nothing follows the system.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
})()
