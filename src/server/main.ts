/** What `bin/sobremesa` calls: gives the exit code. What is not asked for is not loaded. */
export async function main(argv: string[]): Promise<number> {
  const { serveFromWords } = await import('./serve-command.ts')
  if (argv[0] === 'serve') return serveFromWords(argv.slice(1))
  return 2
}
