/** What the instrument builds on, with the year and where it can be read. Names stand in `instrument.json`. */
type Source = {
  readonly id: 'pfdk' | 'barnehage' | 'sfo' | 'preschool' | 'grundskola' | 'strategy'
  readonly year: string
  readonly url: string
}

export const sources: readonly Source[] = [
  {
    id: 'pfdk',
    year: '2024',
    url: 'https://www.udir.no/kvalitet-og-kompetanse/digitalisering-skole/rammeverk-larerens-profesjonsfaglige-digitale-komp/',
  },
  { id: 'barnehage', year: '2017', url: 'https://www.udir.no/laring-og-trivsel/rammeplan-for-barnehagen/' },
  { id: 'sfo', year: '2021', url: 'https://www.udir.no/utdanningslopet/sfo/' },
  { id: 'preschool', year: '2019', url: 'https://www.skolverket.se' },
  { id: 'grundskola', year: '2022', url: 'https://www.skolverket.se' },
  {
    id: 'strategy',
    year: '2023',
    url: 'https://www.regjeringen.no/no/dokumenter/strategi-for-digital-kompetanse-og-infrastruktur-i-barnehage-og-skole/id2972254/',
  },
]
