import type { Picture } from '../../domain/person/pictures.ts'

/** Flat shapes on a square of 100, from the ground up. No people, nothing that ranks. */
export type Drawing = readonly (readonly [fill: string, path: string])[]

const ground = 'M0 0h100v100H0z'

function disc(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
}

/** Points on two circles in turn: a star, or the rays of a sun. */
function burst([x, y]: readonly [number, number], outer: number, inner: number, points: number): string {
  const corners = Array.from({ length: 2 * points }, (_, at) => {
    const [angle, radius] = [(at * Math.PI) / points - Math.PI / 2, at % 2 === 0 ? outer : inner]
    return `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`
  })
  return `M${corners.join('L')}z`
}

const petals = Array.from({ length: 8 }, (_, at) => {
  const angle = (at * Math.PI) / 4
  return disc(Math.round(50 + 17 * Math.cos(angle)), Math.round(40 + 17 * Math.sin(angle)), 8.5)
}).join('')

const waves = 'M0 76c14-8 26-8 38 0s26 8 38 0 18-7 24-4v34H0z'

export const drawings: Readonly<Record<Picture, Drawing>> = {
  sun: [
    ['#fbe8bc', ground],
    ['#f4cd7a', burst([50, 46], 38, 27, 12)],
    ['#eeb23d', disc(50, 46, 21)],
    ['#6fb3c3', waves],
    ['#1f7384', 'M0 86c14-8 26-8 38 0s26 8 38 0 18-7 24-4v24H0z'],
  ],
  tree: [
    ['#dfeee4', ground],
    ['#fff', 'M0 82h100v18H0z'],
    ['#236144', 'M50 8 68 34H58l16 22H62l18 26H20l18-26H26l16-22H32z'],
    ['#1b4d38', 'M50 8v74h30L62 56h12L58 34h10z'],
    ['#6f4716', 'M46 82h8v10h-8z'],
  ],
  flower: [
    ['#cfe8ee', ground],
    ['#5a9a6e', 'M0 86c24-9 66-9 100 0v14H0z'],
    ['#2b694a', 'M48 56h4v34h-4zM51 84c2-12 12-17 23-16-2 11-11 17-23 16zM49 88c-2-12-12-17-23-16 2 11 11 17 23 16z'],
    ['#fff', petals],
    ['#eeb23d', disc(50, 40, 11)],
  ],
  fish: [
    ['#d9eef2', ground],
    ['#8cc5d2', 'M0 22c14-7 26-7 38 0s26 7 38 0 18-6 24-3v81H0z'],
    ['#eeb23d', 'M14 55c12-18 38-24 56-4l16-12c-3 11-3 21 0 32L70 59c-18 20-44 14-56-4z'],
    ['#d0902a', 'M42 41c8 8 8 20 0 28 6 1 12 0 17-2 5-8 5-16 0-24-5-2-11-3-17-2z'],
    ['#12262c', disc(27, 51, 3)],
    ['#fff', `${disc(16, 34, 3)}${disc(24, 26, 2)}`],
  ],
  bird: [
    ['#cfe8ee', ground],
    ['#6fb3c3', 'M0 70c14-8 26-8 38 0s26 8 38 0 18-7 24-4v34H0z'],
    ['#1f7384', 'M0 80c14-8 26-8 38 0s26 8 38 0 18-7 24-4v24H0z'],
    ['#fff', 'M18 37c10-5 21-1 30 11 6-13 18-22 35-21-11 4-18 11-22 22-3 9-9 14-17 14-9 0-15-5-17-12-2-6-4-11-9-14z'],
    ['#46575c', 'M83 27c-11 4-18 11-22 22 7-9 14-15 22-22z'],
    ['#eeb23d', 'M18 37l-9 2 10 4z'],
    ['#12262c', disc(24, 39.5, 1.8)],
  ],
  boat: [
    ['#ddeef1', ground],
    ['#4a8b9a', 'M0 72h100v28H0z'],
    ['#fff', 'M50 16v46H24C36 50 46 36 50 16z'],
    ['#eeb23d', 'M54 24c12 9 20 22 22 38H54z'],
    ['#12464f', 'M18 66h64c-3 10-9 15-18 15H38c-10 0-17-5-20-15z'],
    ['#116675', 'M0 84c10-5 20-5 30 0s20 5 30 0 20-5 40 0v16H0z'],
  ],
  house: [
    ['#e4edf0', ground],
    ['#5a9a6e', 'M0 80c24-7 66-7 100 0v20H0z'],
    ['#eeb23d', 'M24 46h52v38H24z'],
    ['#46575c', 'M62 22h8v16h-8zM50 20l34 28H16z'],
    ['#005c6b', 'M44 60h14v24H44z'],
    ['#fff', 'M30 56h9v10h-9zM63 56h9v10h-9z'],
  ],
  star: [
    ['#12464f', ground],
    ['#0e3a42', 'M0 78c22-12 40-6 56-2s30 2 44-6v30H0z'],
    ['#eeb23d', burst([50, 44], 30, 13.5, 5)],
    ['#cfe8ee', `${disc(18, 22, 2)}${disc(84, 18, 2.4)}${disc(80, 62, 1.8)}${disc(22, 60, 1.6)}`],
  ],
  mountain: [
    ['#e4edf0', ground],
    ['#5d7f88', 'M-4 84 30 30l24 38 14-20 38 40v14H-4z'],
    ['#fff', 'M30 30 20 46l7 4 5-4 6 5 3-4zM68 48l-8 12 5 3 5-4 6 5 2-3z'],
    ['#2b694a', 'M0 82c20-8 36-8 52-2s32 6 48 0v20H0z'],
    ['#eeb23d', disc(76, 24, 9)],
  ],
  cup: [
    ['#fbe8bc', ground],
    ['#e3c48a', 'M0 78h100v22H0z'],
    ['#005c6b', 'M66 48h8a13 13 0 0 1 0 26h-8v-7h7a6 6 0 0 0 0-12h-7z'],
    ['#fff', 'M24 42h46v28c0 9-6 15-15 15H39c-9 0-15-6-15-15z'],
    ['#6fb3c3', 'M24 54h46v9H24z'],
    ['#fff', 'M37 34c-5-6 4-9 0-16 9 6 1 10 4 16zM52 34c-5-6 4-9 0-16 9 6 1 10 4 16z'],
  ],
  book: [
    ['#e7ecdd', ground],
    ['#005c6b', 'M10 30h80v50H10z'],
    ['#fff', 'M16 26c12-5 24-4 34 3v45c-10-7-22-8-34-3zM84 26c-12-5-24-4-34 3v45c10-7 22-8 34-3z'],
    ['#cdd5d7', 'M23 37c7-2 14-1 20 2v4c-6-3-13-4-20-2zM23 48c7-2 14-1 20 2v4c-6-3-13-4-20-2zM77 37c-7-2-14-1-20 2v4c6-3 13-4 20-2z'],
    ['#eeb23d', 'M64 22h9v22l-4.5-5-4.5 5z'],
  ],
  ball: [
    ['#dfeee4', ground],
    ['#5a9a6e', 'M0 78c24-7 66-7 100 0v22H0z'],
    ['#fff', disc(50, 52, 31)],
    ['#1f7384', 'M50 52 34.5 25.2a31 31 0 0 1 31 0zM50 52h31a31 31 0 0 1-15.5 26.8z'],
    ['#eeb23d', 'M50 52 65.5 25.2A31 31 0 0 1 81 52zM50 52 34.5 78.8A31 31 0 0 1 19 52z'],
  ],
}
