import type { ReactElement } from 'react'
import './hero.css'

const depths = [
  'M742 61Q755 75 749 94Q743 114 721 118Q700 122 681 119Q663 116 649 104Q635 93 633 74Q631 56 644 40Q656 24 678 26Q700 27 714 37Q728 48 742 61z',
  'M795 57Q822 84 806 119Q790 154 751 163Q712 171 677 167Q641 163 615 140Q589 117 585 83Q581 48 606 19Q631 -11 671 -6Q711 -2 739 14Q767 30 795 57z',
  'M851 52Q891 93 863 143Q834 192 779 206Q724 220 672 216Q620 211 582 176Q544 142 536 91Q529 39 568 -2Q607 -43 665 -35Q722 -28 767 -9Q811 10 851 52z',
  'M910 44Q960 102 917 165Q874 228 805 249Q736 270 667 265Q597 260 547 213Q497 167 485 98Q474 30 530 -21Q586 -73 660 -62Q733 -52 797 -32Q860 -13 910 44z',
  'M970 35Q1026 111 969 186Q912 261 830 291Q749 321 662 314Q575 308 512 250Q448 193 433 106Q418 20 493 -39Q568 -97 656 -87Q744 -76 829 -58Q914 -41 970 35z',
  'M1030 24Q1087 120 1017 207Q947 293 854 334Q762 374 657 365Q553 356 475 288Q397 219 380 115Q363 10 458 -53Q553 -117 654 -111Q755 -104 864 -88Q972 -71 1030 24z',
  'M1088 13Q1142 129 1063 227Q983 325 879 377Q775 429 653 416Q531 404 437 325Q342 247 326 124Q311 2 426 -66Q540 -133 654 -135Q768 -138 901 -121Q1033 -104 1088 13z',
  'M266 190Q272 205 262 217Q252 229 238 235Q223 242 207 240Q190 239 176 229Q162 220 161 205Q160 190 176 182Q192 175 207 173Q223 171 242 173Q260 176 266 190z',
  'M330 170Q336 205 318 232Q299 259 267 275Q235 291 195 287Q156 284 122 262Q88 241 92 206Q97 172 132 156Q167 141 201 129Q235 117 279 126Q323 136 330 170z',
  'M386 152Q394 205 371 248Q349 291 297 315Q246 339 182 337Q118 334 65 298Q12 262 31 210Q50 159 94 131Q139 103 194 77Q250 52 314 76Q378 100 386 152z',
]

/** A faint sea chart with a bearing to land: cut to its pane, or whole. Decoration only. */
export function HeroChart({ whole = false }: { readonly whole?: boolean }): ReactElement {
  return (
    <svg
      className="hero__chart"
      viewBox="0 0 746 330"
      preserveAspectRatio={whole ? 'xMaxYMid meet' : 'xMaxYMid slice'}
      aria-hidden="true"
      focusable="false"
    >
      <g className="hero__lines">
        {depths.map((depth) => (
          <path key={depth} d={depth} />
        ))}
      </g>
      <g className="hero__bearing">
        <path d="M484 268 672 59" />
        <circle className="hero__from" cx="484" cy="268" r="5" />
        <circle className="hero__ring" cx="672" cy="59" r="15" />
        <circle className="hero__land" cx="672" cy="59" r="5.5" />
      </g>
    </svg>
  )
}

/** The chart alone, above a page that says one thing. */
export function HeroBand(): ReactElement {
  return (
    <div className="hero hero--band" aria-hidden="true">
      <HeroChart whole />
    </div>
  )
}
