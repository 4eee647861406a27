/** Every address of the site is built here, and nowhere else. */

const segment = encodeURIComponent
const query = (values: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

export const paths = {
  // public
  home: () => '/',
  map: (view: Readonly<Record<string, string | undefined>> = {}) => `/map${query(view)}`,
  services: (filter: Readonly<Record<string, string | undefined>> = {}) => `/services${query(filter)}`,
  service: (code: string) => `/services/${segment(code)}`,
  /** `near` (the key of a place, or words without a postcode) and `for` (a procedure or condition); never a whole postcode. */
  find: (asked: Readonly<Record<string, string | undefined>> = {}) => `/find${query(asked)}`,
  /** The interfaces for programs, explained. */
  api: () => '/api',
  /** The network's interface: `services`, `services.geojson`, `openapi.json` and the others of web/api/network. */
  networkApi: (part = '', asked: Readonly<Record<string, string | undefined>> = {}) =>
    `/api/network/v1${part ? `/${part}` : ''}${query(asked)}`,
  treatments: () => '/treatments',
  treatment: (procedure: string) => `/treatments/${segment(procedure)}`,
  /** A to Z; `by=condition`; `q`: what is looked for. */
  leaflets: (view: Readonly<Record<string, string | undefined>> = {}) => `/leaflets${query(view)}`,
  /** The current version; `print=large`, `language`. */
  leaflet: (procedure: string, view: Readonly<Record<string, string | undefined>> = {}) =>
    `/leaflets/${segment(procedure)}${query(view)}`,
  leafletPdf: (procedure: string, view: Readonly<Record<string, string | undefined>> = {}) =>
    `/leaflets/${segment(procedure)}.pdf${query(view)}`,
  leafletEasyRead: (
    procedure: string,
    view: Readonly<Record<string, string | undefined>> = {},
    format?: 'pdf',
  ) => `/leaflets/${segment(procedure)}/easy-read${format ? `.${format}` : ''}${query(view)}`,
  /** One version for good, by the entry that handed it in. */
  leafletVersion: (procedure: string, entry: string, format?: 'pdf') =>
    `/leaflets/${segment(procedure)}/versions/${segment(entry)}${format ? `.${format}` : ''}`,
  /** Stories of patients and carers; `procedure`: what they are about. */
  stories: (view: Readonly<Record<string, string | undefined>> = {}) => `/stories${query(view)}`,
  story: (id: string) => `/stories/${segment(id)}`,
  storyTell: () => '/stories/tell',
  /** What its author's private link opens; or `change`, `withdraw`, `forget`. */
  storyOwn: (token: string, part?: string) => `/stories/own/${segment(token)}${part ? `/${part}` : ''}`,
  /** What waits to be read by a moderator; one of them. */
  storiesModerate: (id?: string, view: Readonly<Record<string, string | undefined>> = {}) =>
    `/stories/moderate${id ? `/${segment(id)}` : ''}${query(view)}`,
  glossary: () => '/glossary',
  glossaryTerm: (term: string) => `/glossary#${segment(term)}`,
  figures: (edition?: string) => (edition ? `/figures/${segment(edition)}` : '/figures'),
  figure: (edition: string, figure: string, format?: 'csv' | 'svg' | 'png') =>
    `/figures/${segment(edition)}/${segment(figure)}${format ? `.${format}` : ''}`,
  questionnaire: (edition: string, format?: 'redcap.csv' | 'fhir.json') =>
    `/questionnaires/${segment(edition)}${format ? `.${format}` : ''}`,
  about: () => '/about',
  /** A page in plain words: one of core/plain/pages.ts, or `conditions`, `treatments`, `cover`, `positions`. */
  plain: (page: string, view: Readonly<Record<string, string | undefined>> = {}) =>
    `/about/${segment(page)}${query(view)}`,
  accessibility: () => '/accessibility',
  privacy: () => '/privacy',
  health: () => '/health',

  // signing in
  signIn: (then?: string) => `/sign-in${query({ then })}`,
  signInCode: (then?: string, kind?: 'backup') => `/sign-in/code${query({ then, kind })}`,
  signInOpenId: (then?: string) => `/sign-in/openid${query({ then })}`,
  signInOpenIdRefused: () => '/sign-in/openid/refused',
  signOut: () => '/sign-out',
  /** What the passkey island and the OpenID provider talk to; the names are better-auth's. */
  authApi: (endpoint: string) => `/api/auth/${endpoint}`,
  setUp: (token: string) => `/set-up/${segment(token)}`,
  joinAs: (token: string) => `/join/${segment(token)}`,
  account: () => '/account',
  accountPart: (part: string) => `/account/${segment(part)}`,
  people: (filter: Readonly<Record<string, string | undefined>> = {}) => `/people${query(filter)}`,
  personNew: () => '/people/new',
  personOf: (id: string) => `/people/${segment(id)}`,
  personPart: (id: string, part: string) => `/people/${segment(id)}/${segment(part)}`,
  enterAs: () => '/enter-as',
  enterAsPatient: () => '/enter-as/patient',
  myWork: () => '/my-work',

  // the network
  network: () => '/network',
  /** The register of referral pathways, filtered; as a file. */
  networkPathways: (view: Readonly<Record<string, string | undefined>> = {}, format?: 'csv') =>
    `/network/pathways${format ? `.${format}` : ''}${query(view)}`,
  /** Referrals made outside of any referral pathway. */
  networkOutside: (view: Readonly<Record<string, string | undefined>> = {}, format?: 'csv') =>
    `/network/outside${format ? `.${format}` : ''}${query(view)}`,
  networkGaps: (view: Readonly<Record<string, string | undefined>> = {}, format?: 'csv') =>
    `/network/gaps${format ? `.${format}` : ''}${query(view)}`,
  /** What would help: what can be asked, and what was. */
  networkProposals: (view: Readonly<Record<string, string | undefined>> = {}) =>
    `/network/proposals${query(view)}`,
  /** One question with its answer; of it `cancel`, `again`, `name`, `live`. */
  networkProposal: (id: string, part?: string) =>
    `/network/proposals/${segment(id)}${part ? `/${segment(part)}` : ''}`,
  /** Who could take the patients of one gap. */
  networkRecipients: (view: Readonly<Record<string, string | undefined>> = {}) =>
    `/network/proposals/recipients${query(view)}`,
  /** What if services opened or closed: the codes stand in the address. */
  networkWhatIf: (view: Readonly<Record<string, string | undefined>> = {}) =>
    `/network/what-if${query(view)}`,
  /** How far people are from a procedure: the page, or `level` (nations, regions, districts, areas) as a file. */
  networkAccess: (view: Readonly<Record<string, string | undefined>> = {}, format?: 'csv') =>
    `/network/access${format ? `.${format}` : ''}${query(view)}`,
  /** The small areas of one district. */
  networkDistrict: (view: Readonly<Record<string, string | undefined>> = {}) =>
    `/network/access/district${query(view)}`,
  networkCatchment: (view: Readonly<Record<string, string | undefined>> = {}, format?: 'csv') =>
    `/network/access/catchment${format ? `.${format}` : ''}${query(view)}`,
  /** Where travel times are from; or `upload`, `remove`. */
  networkTravel: (part?: string) => `/network/travel${part ? `/${part}` : ''}`,
  networkDemand: (view: Readonly<Record<string, string | undefined>> = {}, format?: 'csv') =>
    `/network/demand${format ? `.${format}` : ''}${query(view)}`,
  /** What demand is computed from: the table, or `new`, `upload`, `history`, `table.csv`; a line by its key. */
  networkDemandTable: (part?: string, view: Readonly<Record<string, string | undefined>> = {}) =>
    `/network/demand/table${part ? `/${part}` : ''}${query(view)}`,
  /** `view`: the two services, the procedure and every input of the model. */
  networkCost: (view: Readonly<Record<string, string | undefined>> = {}) => `/network/cost${query(view)}`,
  networkReports: (view: Readonly<Record<string, string | undefined>> = {}) =>
    `/network/reports${query(view)}`,
  /** The form; with a place in `view` the report as it would be. */
  networkReportNew: (view = '') => `/network/reports/new${view ? `?${view}` : ''}`,
  networkReportWithdraw: (id: string) => `/network/reports/${segment(id)}/withdraw`,
  /** Published reports of the network, for everybody. */
  reports: (view: Readonly<Record<string, string | undefined>> = {}) => `/reports${query(view)}`,
  report: (id: string, format?: 'pdf' | 'json') => `/reports/${segment(id)}${format ? `.${format}` : ''}`,

  // what a service says of itself
  myService: () => '/my-service',
  myServiceOf: (code: string) => `/my-service/${segment(code)}`,
  /** The register of one kind of entry. */
  myServiceRegister: (code: string, kind: string) => `/my-service/${segment(code)}/${segment(kind)}`,
  /** The form of a new entry, begun with what is known. */
  myServiceNew: (code: string, kind: string, known: Readonly<Record<string, string | undefined>> = {}) =>
    `/my-service/${segment(code)}/${segment(kind)}/new${query(known)}`,
  /** One entry, or what is done to it: `correct`, `end`, `review`, `documents`; of a document by its entry, `file`. */
  myServiceEntry: (code: string, entry: string, part?: string) =>
    `/my-service/${segment(code)}/entries/${segment(entry)}${part ? `/${segment(part)}` : ''}`,
  /** Referral pathways of others that lead here, and the answer to one. */
  myServiceAsked: (code: string, from?: string, pathway?: string) =>
    `/my-service/${segment(code)}/asked${from && pathway ? `/${segment(from)}/${segment(pathway)}` : ''}`,

  /** Samples drawn to check the record; of one sample, the case that is compared. */
  myServiceValidation: (code: string, sample?: string, caseId?: string) =>
    `/my-service/${segment(code)}/validation${sample ? `/${segment(sample)}${caseId ? `/${segment(caseId)}` : ''}` : ''}`,
  /** What is missing or in doubt in a service's data; without an organisation, to choose whose. */
  quality: (code?: string) => (code ? `/quality/${segment(code)}` : '/quality'),

  /** A service's own figures beside those of all; without an organisation, to choose whose. */
  benchmark: (code?: string, view: Readonly<Record<string, string | undefined>> = {}) =>
    code ? `/benchmark/${segment(code)}${query(view)}` : '/benchmark',
  benchmarkFile: (code: string, view: Readonly<Record<string, string | undefined>> = {}) =>
    `/benchmark/${segment(code)}/figure.csv${query(view)}`,
  /** The sessions of whoever is signed in, for their appraisal. */
  logbook: (period: Readonly<Record<string, string>> = {}) => `/logbook${query(period)}`,
  logbookFile: (period: Readonly<Record<string, string>> = {}) => `/logbook.csv${query(period)}`,

  outbox: (filter: Readonly<Record<string, string | undefined>> = {}) => `/outbox${query(filter)}`,
  outboxAgain: (id: string) => `/outbox/${segment(id)}/again`,
  outboxMessage: (id: string) => `/outbox/${segment(id)}`,
  integrity: () => '/integrity',
  directory: (filter: Readonly<Record<string, string | undefined>> = {}) => `/directory${query(filter)}`,
  directoryOrganisation: (code: string) => `/directory/${segment(code)}`,

  // answering the census
  answerWithToken: (token: string) => `/answer/with/${segment(token)}`,
  answer: () => '/answer',
  answerQuestion: (question: string) => `/answer/question/${segment(question)}`,
  answerCheck: () => '/answer/check',
  answerDone: () => '/answer/done',
  /** What a changed answer leaves out. */
  answerLeftOut: (question: string) => `/answer/left-out/${segment(question)}`,
  answerLater: () => '/answer/later',
  answerLinkNeeded: () => '/answer/link-needed',

  // the census room
  census: () => '/census',
  censusNew: () => '/census/new',
  censusRoom: (edition: string) => `/census/${segment(edition)}`,
  censusRoomPart: (
    edition: string,
    part: string,
    filter: Readonly<Record<string, string | undefined>> = {},
  ) => `/census/${segment(edition)}/${segment(part)}${query(filter)}`,
  censusOrganisation: (edition: string, code: string) =>
    `/census/${segment(edition)}/organisations/${segment(code)}`,
  /** What is done to one organisation in an edition: `contacts`, `links`, `notes`, `messages`, `correct`; of one by its id. */
  censusOrganisationPart: (edition: string, code: string, part: string, id?: string) =>
    `/census/${segment(edition)}/organisations/${segment(code)}/${segment(part)}${id ? `/${segment(id)}` : ''}`,
  censusCall: (edition: string, code: string, part?: string) =>
    `/census/${segment(edition)}/telephone/${segment(code)}${part ? `/${segment(part)}` : ''}`,
  censusImport: (edition: string, upload: string, part?: string) =>
    `/census/${segment(edition)}/import/${segment(upload)}${part ? `/${segment(part)}` : ''}`,
  directoryPart: (code: string, part: string, id?: string) =>
    `/directory/${segment(code)}/${segment(part)}${id ? `/${segment(id)}` : ''}`,
  directoryContactsImport: () => '/directory/contacts/import',
  censusCompare: (before: string, after: string) => `/census/${segment(after)}/compare/${segment(before)}`,
  /** Server-sent events: `changed` whenever what an edition shows has changed. */
  censusLive: (edition: string) => `/live/${segment(edition)}`,

  // patients and referrals: never a name or a number in an address
  patients: (view: Readonly<Record<string, string | undefined>> = {}) => `/patients${query(view)}`,
  patientNew: (view: Readonly<Record<string, string | undefined>> = {}) => `/patients/new${query(view)}`,
  patient: (id: string) => `/patients/${segment(id)}`,
  patientPart: (id: string, part: string) => `/patients/${segment(id)}/${segment(part)}`,
  refer: () => '/refer',
  /** A referral in the making: `service`, `form`, `check`, `sent`, `discard`. */
  referPart: (draft: string, part: string) => `/refer/${segment(draft)}/${segment(part)}`,
  referrals: (view: Readonly<Record<string, string | undefined>> = {}) => `/referrals${query(view)}`,
  referral: (caseId: string) => `/referrals/${segment(caseId)}`,
  referralPart: (caseId: string, part: string) => `/referrals/${segment(caseId)}/${segment(part)}`,

  /** Who looked at whom, for the Caldicott guardian. */
  looks: (view: Readonly<Record<string, string | undefined>> = {}) => `/looks${query(view)}`,
  breakGlassUses: (view: Readonly<Record<string, string | undefined>> = {}) =>
    `/looks/break-glass${query(view)}`,
  breakGlass: () => '/break-glass',

  // cases
  cases: (view: Readonly<Record<string, string | undefined>> = {}) => `/cases${query(view)}`,
  caseOf: (id: string) => `/cases/${segment(id)}`,
  /** `about` and `item`: what it is to answer. */
  caseRecord: (id: string, kind: string, view: Readonly<Record<string, string | undefined>> = {}) =>
    `/cases/${segment(id)}/record/${segment(kind)}${query(view)}`,
  caseEntry: (id: string, entry: string) => `/cases/${segment(id)}/entries/${segment(entry)}`,
  caseCorrect: (id: string, entry: string) => `/cases/${segment(id)}/correct/${segment(entry)}`,
  /** The case's letter or radiation card: the page, or the same as PDF. */
  caseLetter: (id: string, letter: 'letter' | 'radiation-card', format?: 'pdf') =>
    `/cases/${segment(id)}/${letter}${format ? `.${format}` : ''}`,
  /** All findings of the case, met and exempt ones too. */
  caseFindings: (id: string) => `/cases/${segment(id)}/findings`,
  caseAttach: (id: string) => `/cases/${segment(id)}/attach`,
  caseAttachment: (id: string, entry: string) => `/cases/${segment(id)}/attachments/${segment(entry)}`,
  /** How far the case's record goes: a page that is open asks whether somebody wrote meanwhile. */
  casePosition: (id: string) => `/cases/${segment(id)}/position`,

  // standards
  standards: () => '/standards',
  /** A service's own figures by a standard; without an organisation, to choose whose. */
  standard: (standard: string, organisation?: string, period: Readonly<Record<string, string>> = {}) =>
    `/standards/${segment(standard)}${organisation ? `/${segment(organisation)}` : ''}${query(period)}`,
  standardFigures: (standard: string, organisation: string, period: Readonly<Record<string, string>> = {}) =>
    `/standards/${segment(standard)}/${segment(organisation)}/figures.csv${query(period)}`,
  standardClause: (
    standard: string,
    organisation: string,
    clause: string,
    view: Readonly<Record<string, string | undefined>> = {},
  ) => `/standards/${segment(standard)}/${segment(organisation)}/clauses/${segment(clause)}${query(view)}`,

  // MDT meetings
  meetings: () => '/meetings',
  meeting: (id: string, view: Readonly<Record<string, string | undefined>> = {}) =>
    `/meetings/${segment(id)}${query(view)}`,
  /** `fill`, `add`, `attendance`, `turn`, `live`, `letters`. */
  meetingPart: (id: string, part: string) => `/meetings/${segment(id)}/${segment(part)}`,
  /** `words`, `move`, `state`, `show`. */
  meetingItem: (id: string, item: string, part: string) =>
    `/meetings/${segment(id)}/items/${segment(item)}/${segment(part)}`,
  meetingLetter: (id: string, item: string, format?: 'pdf') =>
    `/meetings/${segment(id)}/letters/${segment(item)}${format ? `.${format}` : ''}`,
  meetingCalendar: (id: string) => `/meetings/${segment(id)}.ics`,
  mdtNew: () => '/meetings/teams/new',
  mdt: (id: string) => `/meetings/teams/${segment(id)}`,
  /** `members`, `end`, `meetings`. */
  mdtPart: (id: string, part: string) => `/meetings/teams/${segment(id)}/${segment(part)}`,
  mdtCalendar: (id: string) => `/meetings/teams/${segment(id)}.ics`,

  // the workshop in which leaflets are written: `leaflet` is `nephrostomy.en`, of a variant `nephrostomy.en@RR8`
  leafletEditor: (view: Readonly<Record<string, string | undefined>> = {}) => `/leaflet-editor${query(view)}`,
  /** One leaflet, or what is done to it: `draft`, `preview`, `hand-in`, `merge`, `drop`. */
  leafletEditorOf: (leaflet: string, part?: string, view: Readonly<Record<string, string>> = {}) =>
    `/leaflet-editor/${leaflet}${part ? `/${part}` : ''}${query(view)}`,
  leafletEditorSection: (leaflet: string, section: string) =>
    `/leaflet-editor/${leaflet}/draft/${segment(section)}`,
  /** A version that was handed in, or what is done to it: `remark`, `sign`, `publish`, `withdraw`. */
  leafletEditorVersion: (leaflet: string, entry: string, part?: string) =>
    `/leaflet-editor/${leaflet}/versions/${segment(entry)}${part ? `/${part}` : ''}`,

  // the registry
  registry: () => '/registry',
  /** `view`: the cohort and the figure, as core/registry/cohort/link.ts and explore/spec.ts write them. */
  registryExplore: (view = '') => `/registry/explore${view ? `?${view}` : ''}`,
  /** The counts of a cohort while it is being chosen. */
  registryExploreCount: () => '/registry/explore/count',
  registryPublish: (view = '') => `/registry/explore/publish${view ? `?${view}` : ''}`,
  /** What is shown as a file that `npm run reproduce` reads. */
  registryExploreFile: (view = '') => `/registry/explore/figure.json${view ? `?${view}` : ''}`,
  /** A published figure for good: its page, or the same as a file. */
  registryFigure: (id: string, format?: 'csv' | 'svg' | 'png' | 'json') =>
    `/registry/figures/${segment(id)}${format ? `.${format}` : ''}`,
  registryFigures: () => '/registry/figures',
  registryFigureWithdraw: (id: string) => `/registry/figures/${segment(id)}/withdraw`,
  registryDictionary: (format?: 'csv') => `/registry/dictionary${format ? `.${format}` : ''}`,
  registryComparators: () => '/registry/comparators',
  registrySnapshots: () => '/registry/snapshots',
  registrySnapshot: (id: string) => `/registry/snapshots/${segment(id)}`,
  registryDownload: (id: string, file: string) => `/registry/snapshots/${segment(id)}/files/${segment(file)}`,
  registryTerms: (snapshot?: string) => `/registry/terms${query({ snapshot })}`,
  registryDownloads: (filter: Readonly<Record<string, string | undefined>> = {}) =>
    `/registry/downloads${query(filter)}`,

  // past treatments that services upload, by a file or by a program
  uploads: () => '/uploads',
  uploadsOf: (code: string, view: Readonly<Record<string, string | undefined>> = {}) =>
    `/uploads/${segment(code)}${query(view)}`,
  /** `keys`, `columns`, `template.csv`, `columns.csv`; `treatments` with a key that is looked for. */
  uploadsPart: (code: string, part: string, view: Readonly<Record<string, string | undefined>> = {}) =>
    `/uploads/${segment(code)}/${segment(part)}${query(view)}`,
  /** One upload, or what is done to it: `mapping`, `check`, `keep`, `drop`, `problems.csv`. */
  uploadOf: (code: string, upload: string, part?: string) =>
    `/uploads/${segment(code)}/files/${segment(upload)}${part ? `/${segment(part)}` : ''}`,
  uploadKeyRevoke: (code: string, key: string) => `/uploads/${segment(code)}/keys/${segment(key)}/revoke`,
  uploadTreatment: (code: string, id: string, part?: string) =>
    `/uploads/${segment(code)}/treatments/${segment(id)}${part ? `/${segment(part)}` : ''}`,
  /** The interface for programs: its page, or `treatments`, `treatments.schema.json`, `uploads/<id>`. */
  registryApi: (part?: string) => `/api/registry/v1${part ? `/${part}` : ''}`,

  // feedback of patients
  /** The links of a case. */
  caseFeedback: (id: string) => `/cases/${segment(id)}/feedback`,
  caseFeedbackRevoke: (id: string, link: string) => `/cases/${segment(id)}/feedback/${segment(link)}/revoke`,
  /** What a patient opens: the questions, or `check`, `send`, `change`, `decline`. */
  feedback: (token: string, part?: string) => `/feedback/${segment(token)}${part ? `/${segment(part)}` : ''}`,

  // a patient's own page
  /** What the sheet's code opens: it asks for the date of birth, and stands in no further address. */
  patientLink: (token: string) => `/p/${segment(token)}`,
  myCare: () => '/my-care',
  /** `question`, `feedback`, `radiation-card`, `radiation-card.pdf`, `dates.ics`, `leave`. */
  myCarePart: (part: string) => `/my-care/${part}`,
  myCareClosed: () => '/my-care/closed',
  /** The links of a case to its patient's page; of one, to withdraw it. */
  casePatientPage: (id: string, link?: string) =>
    `/cases/${segment(id)}/patient-page${link ? `/${segment(link)}/revoke` : ''}`,

  asset: (name: string) => `/assets/${name}`,
} as const
