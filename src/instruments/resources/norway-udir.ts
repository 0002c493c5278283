import { areas, sectors } from '../../domain/instrument/instrument.ts'
import type { Resource } from '../../domain/resource/resource.ts'
import { entriesOf, everyone, leaders, planners } from './entry.ts'

const entry = entriesOf({ languages: ['nb'], countries: ['NO'] })

/** From the Norwegian Directorate for Education and Training. */
export const norwegianAuthority: readonly Resource[] = [
  entry('udir-packages', 'Kompetansepakker', 'Utdanningsdirektoratet', 'https://kompetanse.udir.no', {
    sectors: ['barnehage', 'skole'],
    dimensions: [...areas, 'basic-it'],
    tiers: everyone,
    kind: 'meeting',
    login: 'needed',
    languages: ['nb', 'nn'],
  }),
  entry(
    'udir-package-pfdk',
    'Kompetansepakke: Profesjonsfaglig digital kompetanse',
    'Utdanningsdirektoratet',
    'https://kompetanse.udir.no',
    { sectors: ['skole'], dimensions: areas, tiers: planners, kind: 'meeting', login: 'needed' },
  ),
  entry('udir-package-digital-skills', 'Kompetansepakke: Digitale ferdigheter', 'Utdanningsdirektoratet', 'https://kompetanse.udir.no', {
    sectors: ['skole'],
    dimensions: ['1', '4'],
    tiers: planners,
    kind: 'meeting',
    login: 'needed',
  }),
  entry(
    'udir-package-programming',
    'Kompetansepakke: Programmering og algoritmisk tenkning',
    'Utdanningsdirektoratet',
    'https://kompetanse.udir.no',
    { sectors: ['skole'], dimensions: ['1', '2'], tiers: planners, kind: 'meeting', login: 'needed' },
  ),
  entry(
    'udir-package-teaching-at-distance',
    'Kompetansepakke: Digital undervisning på skolen og hjemme',
    'Utdanningsdirektoratet',
    'https://kompetanse.udir.no',
    { sectors: ['skole'], dimensions: ['4', '5'], tiers: planners, kind: 'meeting', login: 'needed', checkedAt: 'unchecked' },
  ),
  entry('udir-packages-kindergarten', 'Kompetansepakker for barnehagen', 'Utdanningsdirektoratet', 'https://kompetanse.udir.no', {
    sectors: ['barnehage'],
    dimensions: ['1', '3', '4'],
    tiers: everyone,
    kind: 'meeting',
    login: 'needed',
  }),
  entry(
    'udir-pfdk-framework',
    'Rammeverk for lærerens profesjonsfaglige digitale kompetanse',
    'Utdanningsdirektoratet',
    'https://www.udir.no/kvalitet-og-kompetanse/digitalisering-skole/rammeverk-larerens-profesjonsfaglige-digitale-komp/',
    { sectors: ['skole'], dimensions: areas, tiers: planners, kind: 'meeting', login: 'none' },
  ),
  entry(
    'udir-ai-advice',
    'Kunstig intelligens i skolen',
    'Utdanningsdirektoratet',
    'https://www.udir.no/kvalitet-og-kompetanse/digitalisering-skole/kunstig-intelligens-i-skolen/',
    { sectors: ['skole'], dimensions: ['ai'], tiers: planners, kind: 'ten-minutes', login: 'none' },
  ),
  entry('udir-ai-course', 'Kursmateriell om KI', 'Utdanningsdirektoratet og Sikt', 'https://bibsys.instructure.com/courses/637', {
    sectors: ['skole'],
    dimensions: ['ai'],
    tiers: planners,
    kind: 'deeper',
    login: 'unknown',
  }),
  entry(
    'udir-development-work',
    'Utviklingsarbeid og det digitale i læreplan og rammeplan',
    'Utdanningsdirektoratet',
    'https://www.udir.no/kvalitet-og-kompetanse/digitalisering/utviklingsarbeid-og-det-digitale-i-lareplan-og-rammeplan/',
    { sectors: ['barnehage', 'skole'], dimensions: ['7', 'leadership'], tiers: leaders, kind: 'meeting', login: 'none' },
  ),
  entry(
    'udir-framework-plan-tools',
    'Rammeplanen og digitale verktøy i barnehagen',
    'Utdanningsdirektoratet',
    'https://udir.no/regelverkstolkninger/barnehage/ovrige-tema/rammeplanen-og-digitale-verktoy-i-barnehagen',
    { sectors: ['barnehage'], dimensions: ['4', '7'], tiers: planners, kind: 'ten-minutes', login: 'none' },
  ),
  entry(
    'udir-sfo-support',
    'Støttemateriell til rammeplanen for SFO',
    'Utdanningsdirektoratet',
    'https://www.udir.no/utdanningslopet/sfo/',
    { sectors: ['sfo'], dimensions: ['4', '7'], tiers: everyone, kind: 'meeting', login: 'none' },
  ),
  entry('udir-quality-work', 'Hva er kvalitet', 'Utdanningsdirektoratet', 'https://www.udir.no/kvalitet-og-kompetanse/hva-er-kvalitet/', {
    sectors,
    dimensions: ['7'],
    tiers: everyone,
    kind: 'meeting',
    login: 'none',
  }),
  entry(
    'udir-further-education',
    'Videreutdanning i profesjonsfaglig digital kompetanse',
    'Utdanningsdirektoratet og universitetene',
    'https://www.udir.no',
    { sectors: ['skole'], dimensions: areas, tiers: planners, kind: 'deeper', login: 'unknown' },
  ),
]
