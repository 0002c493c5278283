import { areas, sectors } from '../../domain/instrument/instrument.ts'
import type { Resource } from '../../domain/resource/resource.ts'
import { entriesOf, everyone, leaders, planners } from './entry.ts'

const entry = entriesOf({ languages: ['en'], countries: [] })

/** For readers in any country. */
export const international: readonly Resource[] = [
  entry('faktabaari', 'Faktabaari EDU', 'Faktabaari', 'https://faktabaari.fi/edu', {
    sectors: ['skole'],
    dimensions: ['2', '3'],
    tiers: planners,
    kind: 'deeper',
    login: 'none',
    languages: ['sv', 'fi', 'en'],
  }),
  entry('elements-of-ai', 'Elements of AI', 'University of Helsinki, MinnaLearn', 'https://www.elementsofai.com', {
    sectors,
    dimensions: ['ai'],
    tiers: everyone,
    kind: 'deeper',
    login: 'unknown',
  }),
  entry(
    'selfie-teachers',
    'SELFIEforTEACHERS',
    'European Commission, JRC',
    'https://joint-research-centre.ec.europa.eu/selfieforteachers_en',
    { sectors, dimensions: areas, tiers: leaders, kind: 'deeper', login: 'unknown', languages: ['en', 'sv'] },
  ),
  entry('selfie-school', 'SELFIE', 'European Commission', 'https://education.ec.europa.eu/selfie', {
    sectors,
    dimensions: ['leadership'],
    tiers: leaders,
    kind: 'meeting',
    login: 'unknown',
    languages: ['en', 'sv'],
  }),
  entry('digcomp', 'DigComp 3.0', 'European Commission, JRC', 'https://joint-research-centre.ec.europa.eu/digcomp/digcomp-framework_en', {
    sectors,
    dimensions: ['basic-it'],
    tiers: planners,
    kind: 'deeper',
    login: 'none',
  }),
  entry('unesco-ai-teachers', 'AI competency framework for teachers', 'UNESCO', 'https://doi.org/10.54675/ZJTE2084', {
    sectors: ['skole'],
    dimensions: ['ai'],
    tiers: planners,
    kind: 'deeper',
    login: 'none',
  }),
  entry('ailit', 'AILit Framework', 'European Commission, OECD', 'https://ailiteracyframework.org', {
    sectors: ['skole'],
    dimensions: ['ai'],
    tiers: planners,
    kind: 'deeper',
    login: 'none',
  }),
  entry('better-internet', 'Better Internet for Kids', 'European Commission', 'https://better-internet-for-kids.europa.eu', {
    sectors,
    dimensions: ['2', '3'],
    tiers: everyone,
    kind: 'deeper',
    login: 'none',
  }),
  entry('code-org-ai', 'Code.org AI', 'Code.org', 'https://code.org/ai', {
    sectors: ['skole', 'sfo'],
    dimensions: ['1', 'ai'],
    tiers: everyone,
    kind: 'deeper',
    login: 'unknown',
  }),
  entry('mydigiskills', 'MyDigiSkills', 'DigComp network', 'https://mydigiskills.eu', {
    sectors,
    dimensions: ['basic-it'],
    tiers: everyone,
    kind: 'deeper',
    login: 'unknown',
    checkedAt: 'unchecked',
  }),
]
