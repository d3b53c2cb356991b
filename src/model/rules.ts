import type {Severity} from './finding.js'

/** What a finding is an instance of. */
export interface Rule {
  /** That of most of its findings; `lectern.yaml` may change it, unless it is an error. */
  readonly severity: Severity
  /** What is wrong where it is found, in one sentence. */
  readonly says: string
  /** Whether only printing finds it, so that a check without printing does not. */
  readonly late?: true
}

/** Every rule by its id. What they say at length stands in `docs/findings.md`. */
export const rules: Readonly<Record<string, Rule>> = {
  'front-matter': error('A key or a value of the front matter, or of `lectern.yaml`, is none.'),
  'unknown-theme': error('The theme is not in `styles/themes/`.'),
  'unknown-font': error('A package of fonts cannot be used.'),
  'malformed-evidence': error('A record of the evidence cannot be read.'),
  'not-utf8': error('A file is not text in UTF-8.'),
  'unreadable-file': error('A file may not be read.'),
  'nested-review': error('A review’s folder in `out/` would hold another review.'),
  'unknown-directive': error('A directive is not known, or cannot be read as one.'),
  'unknown-figure': error('There is no such figure.'),
  'slide-setting': error('A slide’s layout, theme or background is none, or does not suit what it holds.'),
  'unknown-review': error('A talk takes from a review that is none, or that cannot be built.'),
  'unknown-piece': error('A talk takes a piece that its review does not hold.'),
  'duplicate-id': error('Another table, figure or box has the same id.'),
  'missing-include': error('A file to include is not in the project.'),
  'include-loop': error('A file includes itself.'),
  'include-limit': error('More is included than a review may hold.'),
  'missing-data': error('Data for a table is not there.'),
  'malformed-data': error('Data for a table cannot be read.'),
  'data-limit': error('There is more data than a table may hold.'),
  'unknown-template': error('There is no such template for a table.'),
  'malformed-template': error('A template makes no table.'),
  'malformed-math': error('A formula cannot be read.'),
  'missing-image': error('A picture is not in the project.'),
  'unknown-image': error('A picture is of no known kind, or not what its name says.'),
  'remote-image': error('A picture is at an address; nothing is ever fetched.'),
  'malformed-drawing': error('An SVG cannot be read, or has letters that no font holds.'),
  'image-limit': error('A picture is too large to print.'),
  'wide-formula': {...error('No readable size makes a formula fit the page.'), late: true},
  'unclosed-html': error('Raw HTML whose missing end would swallow the text below.'),
  'too-deep': error('Lists, quotes or brackets are nested without end.'),
  'slide-overflow': {...error('A title, row or picture is larger than a slide.'), late: true},
  'briefing-overflow': {...error('The key points fill more than two pages.'), late: true},
  'wide-table': {...warning('A table is too wide for a landscape page.'), late: true},
  'missing-glyph': {...warning('Characters that none of the fonts holds.'), late: true},
  'unknown-citation-style': error('A citation style is not there, or is none.'),
  'unknown-citation': warning('A citation names no work of the evidence; it prints as it is written.'),
  'unknown-work': warning('A work of the reference list has no record; it prints in the author’s words.'),
  'duplicate-record': warning('A trial or a work has two records.'),
  'unknown-trial': warning('No record is held of a trial that the text names.'),
  'empty-table': warning('A table of evidence would be empty.'),
  'empty-figure': warning('A figure of trials would be empty.'),
  'broken-link': warning('A link leads nowhere on paper.'),
  'missing-alternative': warning('A picture has no words that say what it shows.'),
  'unclosed-directive': warning('A `:::` block has no end.'),
  'included-front-matter': warning('Front matter of an included file counts for nothing.'),
  'uneven-row': warning('A row of data has more or fewer cells than there are columns.'),
  'unsafe-drawing': warning('Something of an SVG runs or loads, and was dropped.'),
  'surplus-cells': warning('A table row has more cells than its head.'),
  'trial-acronym': warning('A trial id stands beside the acronym of another trial.'),
  'trial-intervention': warning('A trial is said to test what another trial tests.'),
  'trial-phase': warning('A trial’s phase differs from the registry’s.'),
  'trial-status': warning(
    'A trial’s status differs from the registry’s; a note where the record may be out of date.'
  ),
  'trial-enrolment': warning('A trial’s number of participants differs from the registry’s.'),
  'trial-sponsor': warning('A trial’s sponsor differs from the registry’s.'),
  'trial-date': warning('A trial’s start or completion differs from the registry’s.'),
  'trial-without-id': warning('A trial is named by its acronym, and its id stands nowhere.'),
  'changed-since': note('A trial’s status has changed since the review’s date.'),
  'unmentioned-results': note(
    'The registry holds results of a trial that the review speaks of without them.'
  ),
  'malformed-trial-id': warning('A trial id has a wrong number of digits, or a sign inside.'),
  'reference-title': warning('A title differs from that of the work’s record; a note where it is cut.'),
  'reference-journal': warning('A journal differs from that of the work’s record.'),
  'reference-year': warning('A year differs from that of the work’s record.'),
  'corrected-work': warning('A work has been corrected, and the review does not say so.'),
  'retracted-work': warning('A work has been retracted.'),
  'organisation-spelling': warning('One organisation is spelt in two ways.'),
  'retired-address': note('A link leads to a registry’s retired site.'),
  'uncited-reference': note('A work is listed and never cited in the text.'),
  'uncited-trial': note('A trial is listed and never named in the text.'),
  'malformed-waiver': warning('A waiver gives no reason, or is of no rule that can be waived.'),
  'unused-waiver': note('A waiver covers nothing that is found.'),
  'language-detected': note('The language was read from the text, as none was named.'),
  'briefing-shortened': {...note('A briefing leaves something to the report.'), late: true}
}

function error(says: string): Rule {
  return {severity: 'error', says}
}

function warning(says: string): Rule {
  return {severity: 'warning', says}
}

function note(says: string): Rule {
  return {severity: 'note', says}
}
