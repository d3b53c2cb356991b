/** The same words wherever they stand: messages name records by their line. */
export function withoutLines(message: string): string {
  return message.replace(/(\.(?:json|md|csv|tsv|yaml)):\d+(?::\d+)?/g, '$1')
}
