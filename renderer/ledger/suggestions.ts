/** What a text field offers to be taken over: names of the same case, the office's mediators, lists of the settings. */
import { createContext, useCallback, useContext } from 'react'
import type { AnyData } from '../../shared/ledgers/describe.ts'
import type { DisputeData } from '../../shared/ledgers/dispute.ts'
import type { LedgerName } from '../../shared/ledgers/index.ts'
import { committeesOn } from '../../shared/rules/committees.ts'
import type { PlaceName } from '../../shared/rules/places.ts'
import type { Settings } from '../../shared/settings.ts'

/** Parties by their name as written; people also who acts for them and helps; staff are mediators and recorders. */
export type Source = 'parties' | 'people' | 'mediators' | 'staff' | 'subtypes' | 'committees' | 'levels'

const sources: Readonly<Record<string, Source>> = {
  'dispute.committee': 'committees',
  'dispute.localSubtype': 'subtypes',
  // A level has a period only under its name in the settings.
  'dispute.escalations.level': 'levels',
  'dispute.agents.forParty': 'parties',
  'dispute.attendants.forParty': 'parties',
  'dispute.performances.debtor': 'parties',
  'dispute.inquiries.asked': 'people',
  'dispute.evidence.provider': 'people',
  'dispute.boundaryMarks.witness': 'people',
  'dispute.mediators.name': 'mediators',
  'dispute.followUps.by': 'mediators',
  'dispute.urgings.by': 'mediators',
  'dispute.recorder': 'staff',
  'dispute.inquiries.recorder': 'staff',
  'dispute.filedBy': 'staff',
  'dispute.checkedBy': 'staff',
}
export const sourceOf = (ledger: LedgerName, place: string): Source | null => sources[`${ledger}.${place}`] ?? null

/** Lists of the settings: what is typed means an entry of theirs, and Enter takes the one marked first. */
const ofSettings: ReadonlySet<Source> = new Set(['subtypes', 'levels'])
export const isOfSettings = (source: Source): boolean => ofSettings.has(source)

const names = (list: readonly (string | null)[]): readonly string[] => [
  ...new Set(list.filter((n): n is string => n !== null && n.trim() !== '')),
]

/** Mediators in office on a day, then those only named in this case. */
function mediatorNames(d: DisputeData, { mediators }: Settings, on: string): readonly (string | null)[] {
  const inOffice = mediators.filter((m) => (m.from ?? on) <= on && on <= (m.until ?? on))
  return [...inOffice, ...d.mediators].map((m) => m.name)
}

export interface Facts {
  readonly data: AnyData
  readonly settings: Settings
  readonly today: string
  /** 区划与单位. */
  readonly places: readonly PlaceName[]
}

/** What a source offers in this case, each once, in the order of the papers. */
export function offeredBy(source: Source, { data, settings, today }: Facts): readonly string[] {
  const d = data as unknown as DisputeData
  const on = d.acceptanceDate ?? today
  switch (source) {
    case 'parties':
      return names(d.parties.map((p) => p.name))
    case 'people':
      return names([...d.parties, ...d.agents, ...d.participants, ...d.attendants].map((p) => p.name))
    case 'mediators':
      return names(mediatorNames(d, settings, on))
    case 'staff':
      return names([d.recorder, ...d.inquiries.map((i) => i.recorder), ...mediatorNames(d, settings, on)])
    case 'subtypes':
      return settings.subtypes.filter((s) => d.typeJustice === null || s.justice === d.typeJustice).map((s) => s.name)
    case 'levels':
      return settings.levels.map((l) => l.name)
    case 'committees':
      return committeesOn(settings, d.acceptanceDate ?? d.applicationDate ?? today).map((c) => c.name)
  }
}

/** Names that the office's own list counts under a code: 草场边界 leads to 山林土地纠纷. */
function namesUnder({ subtypes }: Settings, list: string, code: string): readonly string[] {
  return list === 'justiceType' ? subtypes.filter((s) => s.justice === code).map((s) => s.name) : []
}

const FactsContext = createContext<Facts | null>(null)
export const FactsProvider = FactsContext.Provider
/** The record as it stands in the form, for lists with an entry of their own. */
export function useFacts(): Facts {
  const facts = useContext(FactsContext)
  if (facts === null) throw new Error('a list outside a form')
  return facts
}

/** What a field offers now; nothing outside a form. */
export function useOffered(source: Source): readonly string[] {
  const facts = useContext(FactsContext)
  return facts === null ? [] : offeredBy(source, facts)
}

const noPlaces: readonly PlaceName[] = []
/** The office's places; none outside a form. */
export const usePlaces = (): readonly PlaceName[] => useContext(FactsContext)?.places ?? noPlaces

/** What else a code may be found by, in a form. */
export function useNamesUnder(list: string): (code: string) => readonly string[] {
  const settings = useContext(FactsContext)?.settings
  return useCallback((code) => (settings === undefined ? [] : namesUnder(settings, list, code)), [settings, list])
}
