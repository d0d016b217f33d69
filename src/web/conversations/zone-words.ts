/** "Europe/Madrid" as a place, "Madrid, Europe". */
export function zoneInWords(zone: string): string {
  const parts = zone.replaceAll('_', ' ').split('/')
  return parts.toReversed().join(', ')
}
