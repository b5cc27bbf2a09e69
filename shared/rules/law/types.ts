import { justiceOfOlder, socialCandidates, subtypeNamed } from '../typeCodes.ts'
import { type LawRule, placeIf } from './rule.ts'

/** The two type codes agree with each other and with the office's list; doubtful splits are asked once (domain 3). */
export const typeRules: readonly LawRule[] = [
  {
    code: 'olderSplit',
    severity: 'warning',
    law: null,
    when: (d) =>
      placeIf(d.typeOlder !== null && d.typeJustice === null, 'typeJustice', {
        offers: (d.typeOlder === null ? [] : justiceOfOlder(d.typeOlder)).map((value) => ({
          path: 'typeJustice',
          value,
        })),
      }),
  },
  {
    code: 'olderDiffers',
    severity: 'error',
    law: null,
    alsoLate: true,
    when: (d) => {
      const may = d.typeOlder === null ? [] : justiceOfOlder(d.typeOlder)
      const differs = d.typeOlder !== null && d.typeJustice !== null && !may.includes(d.typeJustice)
      return placeIf(differs, 'typeJustice', { offers: may.map((value) => ({ path: 'typeJustice', value })) })
    },
  },
  {
    code: 'socialOpen',
    severity: 'warning',
    law: null,
    when: (d, { settings }) => {
      const may = socialCandidates(settings, d)
      return placeIf(may.length > 1 && d.typeSocial === null, 'typeSocial', {
        offers: may.map((value) => ({ path: 'typeSocial', value })),
      })
    },
  },
  {
    code: 'subtypeUnknown',
    severity: 'warning',
    law: null,
    when: (d, { settings }) =>
      placeIf(
        d.localSubtype !== null && settings.subtypes.length > 0 && !subtypeNamed(settings, d.localSubtype),
        'localSubtype',
      ),
  },
  {
    code: 'subtypeDiffers',
    severity: 'warning',
    law: null,
    when: (d, { settings }) => {
      const own = subtypeNamed(settings, d.localSubtype)
      return placeIf(own !== undefined && d.typeJustice !== null && own.justice !== d.typeJustice, 'localSubtype', {
        offers: own === undefined ? [] : [{ path: 'typeJustice', value: own.justice }],
      })
    },
  },
  {
    code: 'subtypeSocialDiffers',
    severity: 'warning',
    law: null,
    when: (d, { settings }) => {
      const social = subtypeNamed(settings, d.localSubtype)?.social ?? null
      return placeIf(social !== null && d.typeSocial !== null && social !== d.typeSocial, 'typeSocial', {
        offers: social === null ? [] : [{ path: 'typeSocial', value: social }],
      })
    },
  },
]
