import type { GuidelineLink } from '../../domain/profile/profile.ts'

/** What both Swedish documents build on. */
export const strategy2017: GuidelineLink = {
  id: 'national-strategy-2017',
  title: 'Nationell digitaliseringsstrategi för skolväsendet',
  language: 'sv',
  url: 'https://www.regeringen.se/4a9d9a/contentassets/00b3d9118b0144f6bb95302f3e08d11c/nationell-digitaliseringsstrategi-for-skolvaseudet.pdf',
  seen: '2019-02-15',
}
