import { type Pixels, look } from './qr-picture.ts'

/** Looks at one picture after the other, beside the page: on a slow tablet one takes longer than a screen may stand still. */
addEventListener('message', ({ data }: MessageEvent<Pixels>) => {
  postMessage(look(data))
})
