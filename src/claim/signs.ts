/** The signs that atoms stand as in a sketch. */
export const signs = {
  trial: '\uE000',
  phase: '\uE001',
  people: '\uE002',
  size: '\uE003',
  number: '\uE004',
  date: '\uE005',
  organisation: '\uE006',
  drug: '\uE007',
  quotation: '\uE008',
  substance: '\uE009'
} as const
