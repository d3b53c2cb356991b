import type {AuditWords} from './audit-words.js'

/** What the audit says in French. */
export const audit: AuditWords = {
  title: 'Contrôle',
  lead: 'Ce que les contrôles ont relevé dans cette revue, ce que ses auteurs ont maintenu et pourquoi, et les fiches de registre auxquelles elle a été confrontée. Un emplacement est un fichier de la revue et une ligne de celui-ci. Les constats sont en anglais.',
  findings: 'Constats',
  waivers: 'Dérogations : constats maintenus, et leur motif',
  records: 'Fiches des essais cités, dans l’ordre du texte',
  columns: {
    place: 'Emplacement',
    severity: 'Gravité',
    finding: 'Constat',
    rule: 'Règle',
    reason: 'Motif',
    record: 'Nom',
    origin: 'Provenance de la fiche'
  },
  severities: {error: 'Erreur', warning: 'Avertissement', note: 'Remarque'},
  origins: {compiled: 'établie à la main d’après des copies publiques', fetched: 'obtenue du registre'}
}
