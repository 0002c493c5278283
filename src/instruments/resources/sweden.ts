import { sectors } from '../../domain/instrument/instrument.ts'
import type { Resource } from '../../domain/resource/resource.ts'
import { entriesOf, everyone, leaders, planners } from './entry.ts'

const entry = entriesOf({ languages: ['sv'], countries: ['SE'] })

/** Swedish. They speak of Swedish rules and institutions. */
export const swedish: readonly Resource[] = [
  entry('skolverket-modules', 'Lärportalen: digital kompetens', 'Skolverket', 'https://larportalen.skolverket.se', {
    sectors: ['skole'],
    dimensions: ['1', '2', '3', '4', '5'],
    tiers: planners,
    kind: 'meeting',
    login: 'unknown',
  }),
  entry('skolverket-ai', 'Råd om AI och chattbottar', 'Skolverket', 'https://www.skolverket.se', {
    sectors: ['skole'],
    dimensions: ['ai'],
    tiers: planners,
    kind: 'ten-minutes',
    login: 'none',
  }),
  entry('skolverket-research', 'Forskningsartiklar om digital kompetens', 'Skolverket', 'https://www.skolverket.se', {
    sectors,
    dimensions: ['7'],
    tiers: planners,
    kind: 'deeper',
    login: 'none',
  }),
  entry('skolverket-preschool', 'Översyn av digitaliseringen i förskolans läroplan', 'Skolverket', 'https://www.skolverket.se', {
    sectors: ['barnehage'],
    dimensions: ['screen'],
    tiers: planners,
    kind: 'deeper',
    login: 'none',
  }),
  entry('digitala-lektioner', 'Digitala lektioner', 'Internetstiftelsen', 'https://digitalalektioner.se', {
    sectors: ['skole', 'sfo'],
    dimensions: ['1', '2', '3'],
    tiers: everyone,
    kind: 'deeper',
    login: 'unknown',
  }),
  entry('internetkunskap', 'Internetkunskap', 'Internetstiftelsen', 'https://internetkunskap.se', {
    sectors,
    dimensions: ['basic-it', '2', '3'],
    tiers: everyone,
    kind: 'ten-minutes',
    login: 'none',
  }),
  entry('ur-ai', 'UR Play: AI i skolan', 'UR', 'https://urplay.se', {
    sectors: ['barnehage', 'skole'],
    dimensions: ['ai', '2'],
    tiers: everyone,
    kind: 'deeper',
    login: 'none',
  }),
  entry('ai-sweden', 'Learning Lab', 'AI Sweden', 'https://www.ai.se', {
    sectors: ['skole'],
    dimensions: ['ai'],
    tiers: planners,
    kind: 'meeting',
    login: 'unknown',
  }),
  entry('skr-leading-ai', 'Leda skolans utveckling i ljuset av AI', 'SKR och Adda', 'https://adda.se', {
    sectors,
    dimensions: ['ai', 'leadership'],
    tiers: leaders,
    kind: 'deeper',
    login: 'unknown',
  }),
  entry('mediekompass', 'Mediekompass', 'Tidningsutgivarna', 'https://www.mediekompass.se', {
    sectors: ['skole'],
    dimensions: ['2', '3'],
    tiers: planners,
    kind: 'deeper',
    login: 'unknown',
  }),
  entry('mediemyndigheten', 'Medie- och informationskunnighet', 'Mediemyndigheten', 'https://mediemyndigheten.se', {
    sectors,
    dimensions: ['2', '3', 'screen'],
    tiers: everyone,
    kind: 'ten-minutes',
    login: 'none',
    checkedAt: 'unchecked',
  }),
  entry('skolforskningsinstitutet', 'Forskningssammanställningar', 'Skolforskningsinstitutet', 'https://www.skolfi.se', {
    sectors,
    dimensions: ['7'],
    tiers: planners,
    kind: 'deeper',
    login: 'none',
  }),
  entry('ifous', 'Forsknings- och utvecklingsprogram', 'Ifous', 'https://ifous.se', {
    sectors: ['barnehage', 'skole'],
    dimensions: ['7'],
    tiers: planners,
    kind: 'deeper',
    login: 'none',
  }),
  entry('lika', 'LIKA och LiKA för lärare', 'SKR', 'https://lika.skr.se', {
    sectors: ['barnehage', 'skole'],
    dimensions: ['leadership', 'conditions'],
    tiers: leaders,
    kind: 'meeting',
    login: 'unknown',
    checkedAt: 'unchecked',
  }),
  entry('folkhalsomyndigheten-screen', 'Skärmguide', 'Folkhälsomyndigheten', 'https://www.folkhalsomyndigheten.se', {
    sectors,
    dimensions: ['screen'],
    tiers: everyone,
    kind: 'meeting',
    login: 'none',
  }),
  entry('webbriktlinjer', 'Webbriktlinjer', 'DIGG', 'https://webbriktlinjer.se', {
    sectors,
    dimensions: ['5'],
    tiers: ['owner'],
    kind: 'deeper',
    login: 'none',
  }),
  entry('digital-skills-sweden', 'Digital Skills and Jobs Sweden', 'Digital Skills and Jobs Sweden', 'https://digitalskillsjobs.se', {
    sectors,
    dimensions: ['basic-it'],
    tiers: everyone,
    kind: 'deeper',
    login: 'unknown',
  }),
  entry('imy', 'Vägledning om dataskydd', 'IMY', 'https://www.imy.se', {
    sectors,
    dimensions: ['privacy'],
    tiers: ['owner'],
    kind: 'deeper',
    login: 'none',
    checkedAt: 'unchecked',
  }),
]
