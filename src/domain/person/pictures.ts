/** What somebody can be known by on a shared tablet: a drawing, never a photo. */
export const pictures = ['sun', 'tree', 'flower', 'fish', 'bird', 'boat', 'house', 'star', 'mountain', 'cup', 'book', 'ball'] as const
export type Picture = (typeof pictures)[number]

export const longestNickname = 20
